package dev.easel.service.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.catalog.Capability;
import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.generation.Edit;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.generation.Order;
import dev.easel.domain.provider.CallProvider;
import dev.easel.domain.provider.RenderListener;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.workflow.Servability;
import dev.easel.fake.InMemoryCatalog;
import dev.easel.fake.InMemoryWorkflows;
import dev.easel.service.provider.FixedProviders;
import dev.easel.service.workflow.WorkflowReader;
import dev.easel.service.workflow.Workflows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Workflows as the catalogue knows them. */
class WorkflowRoutesTest {

  private static final String SDXL = "stable-diffusion-xl";
  private static final String TEST_MODEL = "comfyui/modelfree";
  private static final Servability EVERYTHING = (model, needs) -> true;

  private final InMemoryWorkflows workflows = Workflows.shipped();

  @Test
  void aWorkflowIsARouteForItsUseWhileANodeCanServeIt() {
    String wanted = "sd_xl_base_1.0.safetensors";
    Servability fleet =
        (model, needs) -> needs.files().stream().allMatch(file -> file.name().equals(wanted));

    CatalogEntry entry = load(Workflows.reader(workflows, fleet), true).get(SDXL);

    assertThat(entry.routes(Capability.TEXT_TO_IMAGE))
        .extracting(ModelRoute::upstreamId)
        .containsExactly("sdxl-text");
    assertThat(entry.callable(Capability.TEXT_TO_IMAGE)).isTrue();
    assertThat(entry.callable(Capability.UPSCALING)).isFalse();
    assertThat(entry.unavailableReason(Capability.UPSCALING)).isEqualTo("provider_not_configured");
  }

  @Test
  void withoutTheAdapterThereAreNone() {
    assertThat(load(Workflows.reader(workflows, EVERYTHING), false).get(SDXL).routes()).isEmpty();
  }

  @Test
  void theModelForTestsIsShownOnceItHasARoute() {
    WorkflowReader reader = Workflows.reader(workflows, EVERYTHING);
    assertThat(load(reader, true).find(TEST_MODEL)).isEmpty();

    workflows.find("modelfree-text").orElseThrow().enable(Instant.EPOCH);

    assertThat(load(reader, true).get(TEST_MODEL).routes(Capability.TEXT_TO_IMAGE)).hasSize(1);
  }

  @Test
  void whatAWorkflowCannotMakeIsRefusedWhenItIsSent() {
    WorkflowReader reader = Workflows.reader(workflows, EVERYTHING);
    List<ModelRoute> routes = load(reader, true).get(SDXL).routes(Capability.TEXT_TO_IMAGE);

    assertThat(refusal(reader, routes, order(11, "", ""))).containsOnlyKeys("n");
    assertThat(refusal(reader, routes, order(1, "Bogus", ""))).containsOnlyKeys("sampler");
    assertThat(refusal(reader, routes, order(1, "", "Bogus"))).containsOnlyKeys("sampler");
    assertThatCode(() -> reader.judge(order(4, "Euler a", ""), routes)).doesNotThrowAnyException();
    assertThatCode(() -> reader.judge(order(11, "Bogus", ""), List.of()))
        .doesNotThrowAnyException();
  }

  private static Map<String, String> refusal(
      WorkflowReader reader, List<ModelRoute> routes, Order order) {
    return catchThrowableOfType(FailureException.class, () -> reader.judge(order, routes)).fields();
  }

  private static Order order(int count, String sampler, String scheduler) {
    return new Order(
        Operation.TEXT_TO_IMAGE,
        SDXL,
        "a lighthouse",
        "",
        "a lighthouse",
        new Size(512, 512),
        count,
        20,
        7,
        1,
        0.75,
        sampler,
        scheduler,
        "",
        ImageFormat.PNG,
        95,
        false,
        0,
        null,
        null,
        Edit.NONE,
        false,
        List.of());
  }

  private static Catalog load(WorkflowReader reader, boolean adapter) {
    InMemoryCatalog stored =
        new InMemoryCatalog()
            .model(SDXL)
            .price(SDXL, "*", 1, 1)
            .model(TEST_MODEL, Map.of("features", "test-only"));
    FixedProviders providers = adapter ? new FixedProviders(new Comfy()) : new FixedProviders();
    return Catalogs.loader(stored, providers, false, reader).load(Instant.EPOCH);
  }

  /** Stands for the adapter that knows nodes. */
  private static final class Comfy implements CallProvider {

    @Override
    public String adapter() {
      return "comfyui";
    }

    @Override
    public RenderOutcome render(RenderOrder order, RenderListener listener) {
      throw new AssertionError("not asked to render");
    }
  }
}
