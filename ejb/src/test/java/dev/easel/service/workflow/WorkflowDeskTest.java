package dev.easel.service.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.workflow.ClassDeclarations.Declared;
import dev.easel.domain.workflow.Parameter;
import dev.easel.domain.workflow.Workflow;
import dev.easel.domain.workflow.WorkflowNeeds;
import dev.easel.fake.InMemoryCatalog;
import dev.easel.fake.InMemoryWorkflows;
import dev.easel.fake.MovableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkflowDeskTest {

  private static final String MODEL = "stable-diffusion-xl";

  private final InMemoryWorkflows stored = Workflows.shipped();
  private final WorkflowDesk desk = desk();

  @Test
  void anOwnWorkflowIsNoRouteBeforeItPassedACheck() {
    desk.create("mine", terms());

    FailureException refusal =
        catchThrowableOfType(FailureException.class, () -> desk.enable("mine"));
    WorkflowDesk.Checked checked =
        desk.check("mine", Optional.of(Workflows.recorded()), Optional.empty());
    Workflow enabled = desk.enable("mine");

    assertThat(refusal.code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(refusal.details()).containsEntry("reason", "workflow_not_checked");
    assertThat(checked.passed()).isTrue();
    assertThat(checked.against()).isEqualTo("document");
    assertThat(enabled.enabled()).isTrue();
    assertThat(enabled.checkedAgainst()).contains("document");
  }

  @Test
  void aFailedCheckTakesTheRouteAway() {
    WorkflowDesk.Checked checked =
        desk.check("sdxl-text", Optional.of(Graphs.parse("{}")), Optional.empty());

    assertThat(checked.passed()).isFalse();
    assertThat(checked.workflow().enabled()).isFalse();
    assertThatThrownBy(() -> desk.enable("sdxl-text")).isInstanceOf(FailureException.class);
  }

  @Test
  void aNodeIsAskedForTheClassesOfTheGraph() {
    desk.nodes =
        List.of(
            (node, classes) ->
                node.equals(Optional.of("attic")) && classes.contains("KSampler")
                    ? Optional.of(new Declared("attic", Workflows.recorded().toString()))
                    : Optional.empty());

    assertThat(desk.check("sdxl-text", Optional.empty(), Optional.of("attic")).against())
        .isEqualTo("attic");
    assertThat(
            catchThrowableOfType(
                    FailureException.class,
                    () -> desk.check("sdxl-text", Optional.empty(), Optional.of("cellar")))
                .fields())
        .containsOnlyKeys("node");
    assertThat(
            catchThrowableOfType(
                    FailureException.class,
                    () -> desk.check("sdxl-text", Optional.empty(), Optional.empty()))
                .fields())
        .containsOnlyKeys("object_info");
  }

  @Test
  void anotherGraphIsCheckedAnewAnotherNameIsNot() {
    Workflow.Terms old = desk.get("sdxl-text").terms();
    Workflow renamed =
        desk.replace(
            "sdxl-text",
            Optional.empty(),
            new Workflow.Terms("Ours", old.modelId(), old.operation(), 5, old.definition()));
    assertThat(renamed.enabled()).isTrue();
    assertThat(renamed.edited()).isTrue();

    Workflow replaced = desk.replace("sdxl-text", Optional.empty(), terms());
    assertThat(replaced.enabled()).isFalse();
    assertThat(replaced.checkedAt()).isEmpty();
  }

  @Test
  void otherFilesNeedNoCheckButWhoeverNeedsThemKnowsIt() {
    Workflow changed =
        desk.chooseFiles(
            "sdxl-text", Optional.empty(), Map.of(Parameter.CHECKPOINT, "juggernaut.safetensors"));

    assertThat(changed.enabled()).isTrue();
    assertThat(desk.plan(changed).needs().files())
        .singleElement()
        .hasToString("ModelFile[folder=checkpoints, name=juggernaut.safetensors]");
    assertThat(
            catchThrowableOfType(
                    FailureException.class,
                    () ->
                        desk.chooseFiles(
                            "sdxl-text", Optional.empty(), Map.of(Parameter.UNET, "x")))
                .fields())
        .containsOnlyKeys("files.unet");
  }

  @Test
  void modelsAndUsesHaveToBeInTheCatalogue() {
    assertThat(refusal("nobody", Capability.TEXT_TO_IMAGE).fields()).containsOnlyKeys("model");
    assertThat(refusal(MODEL, Capability.UPSCALING).fields()).containsOnlyKeys("operation");
  }

  @Test
  void whatWasShippedIsDisabledInsteadOfRemoved() {
    desk.create("mine", terms());
    desk.remove("mine");

    assertThat(stored.find("mine")).isEmpty();
    assertThat(
            catchThrowableOfType(FailureException.class, () -> desk.remove("sdxl-text")).details())
        .containsEntry("reason", "shipped_workflow");
    assertThat(desk.disable("sdxl-text").enabled()).isFalse();
  }

  @Test
  void anEditOfAnotherVersionIsRefused() {
    long version = desk.get("sdxl-text").version();
    desk.disable("sdxl-text");

    assertThat(
            catchThrowableOfType(
                    FailureException.class,
                    () -> desk.replace("sdxl-text", Optional.of(version), terms()))
                .details())
        .containsEntry("reason", "stale_version");
    assertThat(
            catchThrowableOfType(FailureException.class, () -> desk.create("sdxl-text", terms()))
                .details())
        .containsEntry("reason", "workflow_exists");
  }

  @Test
  void aReleaseRenewsOnlyWhatNobodyEdited() {
    WorkflowSeeder seeder = new WorkflowSeeder();
    seeder.workflows = stored;
    seeder.clock = new MovableClock();
    Workflow.Terms ours =
        new Workflow.Terms("Ours", MODEL, Capability.TEXT_TO_IMAGE, 5, terms().definition());
    desk.replace("sdxl-text", Optional.empty(), ours);
    Workflow old = stored.find("flux-text").orElseThrow();
    old.upgrade(
        new Workflow.Terms("Old", old.modelId(), old.operation(), 1, old.definition()),
        Instant.EPOCH);
    stored.remove(stored.find("flux-fill").orElseThrow());

    seeder.seed();

    assertThat(desk.get("sdxl-text").name()).isEqualTo("Ours");
    assertThat(desk.get("flux-text").name()).isEqualTo("FLUX.1 dev, text to image");
    assertThat(desk.get("flux-fill").enabled()).isTrue();
  }

  @Test
  void aRouteLeadsWhereANodeHasAllThatIsNeeded() {
    Set<String> classes = desk.plan(desk.get("sdxl-text")).needs().classes();
    WorkflowReader reader =
        Workflows.reader(
            stored,
            (String model, WorkflowNeeds needs) ->
                needs.metBy(classes, Map.of("checkpoints", Set.of("sd_xl_base_1.0.safetensors"))));

    assertThat(reader.routes())
        .singleElement()
        .satisfies(
            route -> {
              assertThat(route.adapter()).isEqualTo("comfyui");
              assertThat(route.upstreamId()).isEqualTo("sdxl-text");
              assertThat(route.modelId()).isEqualTo(MODEL);
              assertThat(route.serves(Capability.TEXT_TO_IMAGE)).isTrue();
              assertThat(route.serves(Capability.INPAINTING)).isFalse();
            });
    assertThat(Workflows.reader(stored).routes()).isEmpty();
    assertThat(reader.plan("sdxl-text")).isPresent();
    assertThat(reader.plan("nothing")).isEmpty();
  }

  private FailureException refusal(String model, Capability operation) {
    return catchThrowableOfType(
        FailureException.class,
        () ->
            desk.create(
                "mine", new Workflow.Terms("x", model, operation, 1, terms().definition())));
  }

  private Workflow.Terms terms() {
    String file = Workflows.resource("/workflows/sd_txt2img.json");
    String graph = Graphs.parse(file).getJsonObject("graph").toString();
    return new Workflow.Terms(
        "Mine", MODEL, Capability.TEXT_TO_IMAGE, 50, "{\"graph\":" + graph + "}");
  }

  private WorkflowDesk desk() {
    WorkflowSteps steps = new WorkflowSteps();
    steps.workflows = stored;
    WorkflowDesk made = new WorkflowDesk();
    made.steps = steps;
    made.plans = new PlanCache();
    made.catalog =
        new InMemoryCatalog().model(MODEL, Map.of("capabilities", "TEXT_TO_IMAGE,INPAINTING"));
    made.clock = new MovableClock();
    return made;
  }
}
