package dev.easel.service.workflow;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.workflow.ModelFile;
import dev.easel.domain.workflow.Workflow;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedWorkflowTest {

  static Stream<Workflow> shipped() {
    return Workflows.shipped().all().stream();
  }

  static Stream<String> ids() {
    return shipped().map(Workflow::id);
  }

  @Test
  void theModelsPeopleRunThemselvesAreServedInWhatTheyDo() {
    Map<String, Set<Capability>> served =
        shipped().collect(groupingBy(Workflow::modelId, mapping(Workflow::operation, toSet())));

    assertThat(served)
        .containsEntry("comfyui/flux", uses(Capability.TEXT_TO_IMAGE, Capability.IMAGE_TO_IMAGE))
        .containsEntry(
            "comfyui/flux/inpainting", uses(Capability.IMAGE_TO_IMAGE, Capability.INPAINTING))
        .containsEntry(
            "stable-diffusion-xl",
            uses(Capability.TEXT_TO_IMAGE, Capability.IMAGE_TO_IMAGE, Capability.INPAINTING))
        .containsEntry("stable-diffusion-xl-inpaint", uses(Capability.INPAINTING))
        .containsEntry(
            "stable-diffusion-2.1",
            uses(Capability.TEXT_TO_IMAGE, Capability.IMAGE_TO_IMAGE, Capability.INPAINTING))
        .containsEntry("real-esrgan", uses(Capability.UPSCALING));
  }

  @Test
  void theTestModelIsLeftToTheOperator() {
    assertThat(shipped().filter(w -> w.modelId().equals("comfyui/modelfree")))
        .hasSize(2)
        .noneMatch(Workflow::enabled);
    assertThat(shipped().filter(w -> !w.modelId().equals("comfyui/modelfree")))
        .allMatch(Workflow::enabled);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void aRealServerTakesEveryGraph(String id) {
    List<Finding> findings = GraphCheck.check(Workflows.plan(id), Workflows.recorded());

    // The recording has no model files, and not the class that repeats images.
    assertThat(findings)
        .filteredOn(Finding::grave)
        .filteredOn(finding -> !finding.message().contains("RepeatImageBatch"))
        .isEmpty();
    assertThat(findings)
        .filteredOn(finding -> !finding.grave())
        .extracting(Finding::code)
        .allMatch("file_missing"::equals);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyGraphIsFilled(String id) {
    Plan plan = Workflows.plan(id);

    JsonObject filled =
        Graphs.parse(Binder.bind(plan, Orders.of(plan).order(plan)).job().workflow());

    assertThat(filled.keySet()).isEqualTo(plan.graph().keySet());
    assertThat(GraphCheck.check(plan, Workflows.recorded()))
        .extracting(Finding::code)
        .doesNotContain("invalid_value", "not_a_choice");
  }

  @Test
  void aModelFileIsNeededUnderTheNameTheOperatorKnows() {
    assertThat(Workflows.plan("flux-text").needs().files())
        .containsExactlyInAnyOrder(
            new ModelFile("diffusion_models", "flux1-dev.safetensors"),
            new ModelFile("text_encoders", "clip_l.safetensors"),
            new ModelFile("text_encoders", "t5xxl_fp8_e4m3fn.safetensors"),
            new ModelFile("vae", "ae.safetensors"));
    assertThat(Workflows.plan("sd21-text").needs().files())
        .containsExactly(new ModelFile("checkpoints", "v2-1_768-ema-pruned.safetensors"));
    assertThat(Workflows.plan("flux-fill").needs().classes()).contains("RepeatLatentBatch");
  }

  private static Set<Capability> uses(Capability... uses) {
    return Set.of(uses);
  }

  @Test
  void theValuesOfAnOrderGoWhereTheyBelong() {
    StringBuilder changes = new StringBuilder();
    shipped()
        .sorted(comparing(Workflow::id))
        .forEach(
            workflow -> {
              Plan plan = Workflows.plan(workflow.id());
              int count = plan.makesSeveral() ? 2 : 1;
              Orders orders = Orders.of(plan).avoiding("fog").sampled("DPM++ 2M Karras").of(count);
              changes.append(workflow.id()).append('\n');
              BinderTest.changes(plan, orders)
                  .forEach((place, value) -> changes.append("  " + place + " = " + value + '\n'));
            });

    assertThat(changes).hasToString(Workflows.resource("/workflows/changes.txt"));
  }
}
