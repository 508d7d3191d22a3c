package dev.easel.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.workflow.Workflow;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.workflow.ShippedWorkflow;
import dev.easel.service.workflow.WorkflowDesk;
import dev.easel.service.workflow.WorkflowReader;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Workflows on the real database. */
@ArquillianTest
class WorkflowIT {

  @Inject WorkflowDesk desk;
  @Inject WorkflowReader reader;
  @Inject CatalogService catalog;
  @Inject Crowd crowd;

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  @Test
  void thoseOfTheReleaseAreThereAndNoRoutesWithoutNodes() {
    List<String> shipped = ShippedWorkflow.all().stream().map(ShippedWorkflow::id).toList();

    assertThat(desk.list()).extracting(Workflow::id).containsAll(shipped);
    assertThat(reader.plan("sdxl-text").orElseThrow().operation())
        .isEqualTo(Capability.TEXT_TO_IMAGE);
    assertThat(reader.routes()).isEmpty();
    assertThat(catalog.current().find("comfyui/modelfree")).isEmpty();
    assertThat(catalog.current().get("comfyui/flux").routes())
        .extracting(ModelRoute::adapter)
        .doesNotContain("comfyui");
  }

  @Test
  void anOwnOneIsKeptCheckedAndRemoved() {
    Workflow.Terms terms = like("sd21-text", "Slice");
    long first = desk.create("slice", terms).version();

    Workflow replaced = desk.replace("slice", Optional.of(first), like("sd21-text", "Other"));

    assertThat(replaced.version()).isGreaterThan(first);
    assertThat(desk.get("slice").name()).isEqualTo("Other");
    assertThat(desk.get("slice").definition()).isEqualTo(terms.definition());
    assertThat(reasonOf(() -> desk.enable("slice"))).isEqualTo("workflow_not_checked");
    assertThat(reasonOf(() -> desk.replace("slice", Optional.of(first), terms)))
        .isEqualTo("stale_version");
    desk.remove("slice");
    assertThat(desk.list()).extracting(Workflow::id).doesNotContain("slice");
  }

  @Test
  void whoChangeOneAtTheSameTimeDoSoOneAfterTheOther() throws Exception {
    long before = desk.get("sd21-image").version();

    List<Object> ends = crowd.all(8, i -> desk.disable("sd21-image"));

    assertThat(ends).allMatch(Workflow.class::isInstance);
    assertThat(desk.get("sd21-image").enabled()).isFalse();
    assertThat(desk.get("sd21-image").version()).isEqualTo(before + 8);
    assertThat(desk.enable("sd21-image").checkedAgainst()).contains("shipped");
  }

  private Workflow.Terms like(String id, String name) {
    Workflow.Terms terms = desk.get(id).terms();
    return new Workflow.Terms(
        name, terms.modelId(), terms.operation(), terms.preference(), terms.definition());
  }

  private static Object reasonOf(Runnable refused) {
    return catchThrowableOfType(FailureException.class, refused::run).details().get("reason");
  }
}
