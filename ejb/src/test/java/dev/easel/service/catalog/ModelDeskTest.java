package dev.easel.service.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.catalog.Lifecycle;
import dev.easel.domain.catalog.ModelLife;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.InMemoryCatalog;
import dev.easel.fake.ScriptedProvider;
import dev.easel.service.audit.RecordingTrail;
import dev.easel.service.provider.FixedProviders;
import dev.easel.service.provider.JobProviders;
import dev.easel.service.workflow.CheckpointRoutes;
import dev.easel.service.workflow.Workflows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelDeskTest {

  private static final Caller CALLER = new Caller("ten_ops", "user_ops", "key_ops", "pro", true);
  private static final Optional<LocalDate> END = Optional.of(LocalDate.of(2027, 6, 30));

  private static final String THERE = ScriptedProvider.ADAPTER;

  private final InMemoryCatalog stored =
      new InMemoryCatalog().model("old").model("new").route("old", THERE, 1);
  private final RecordingTrail trail = new RecordingTrail();
  private final ModelDesk desk = new ModelDesk();

  @BeforeEach
  void open() {
    desk.stored = stored.disabledRoute("old", THERE).price("old", "*", 1, 20_000);
    desk.providers = new FixedProviders(new ScriptedProvider());
    desk.jobs = new JobProviders();
    desk.workflows = Workflows.none();
    desk.checkpoints = new CheckpointRoutes();
    desk.audit = trail;
  }

  @Test
  void aDyingModelHasAnEndAndASuccessor() {
    ImageModel changed =
        desk.change(
            CALLER,
            "old",
            now -> new ModelLife(Lifecycle.DEPRECATED, END, Optional.of("new"), true));

    assertThat(changed.lifecycle()).isEqualTo(Lifecycle.DEPRECATED);
    assertThat(changed.sunsetOn()).isEqualTo(END);
    assertThat(changed.successorId()).contains("new");
    assertThat(trail.notes()).containsExactly("model.changed old");
  }

  @Test
  void oneThatIsAliveAgainHasNeither() {
    desk.change(
        CALLER, "old", now -> new ModelLife(Lifecycle.RETIRED, END, Optional.of("new"), true));

    ImageModel changed =
        desk.change(
            CALLER, "old", now -> new ModelLife(Lifecycle.ACTIVE, END, Optional.of("new"), true));

    assertThat(changed.life())
        .isEqualTo(new ModelLife(Lifecycle.ACTIVE, Optional.empty(), Optional.empty(), true));
  }

  @Test
  void aSuccessorIsAnotherModel() {
    assertThat(refused("old", "old")).isEqualTo(FailureCode.INVALID_REQUEST);
    assertThat(refused("old", "none")).isEqualTo(FailureCode.INVALID_REQUEST);
    assertThat(refused("none", "new")).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(trail.notes()).isEmpty();
  }

  @Test
  void whatChangesNothingIsNotNoted() {
    desk.change(CALLER, "old", now -> now);

    assertThat(trail.notes()).isEmpty();
  }

  @Test
  void whatIsSwitchedOffTakesNoOrders() {
    desk.change(CALLER, "old", now -> now.served(false));

    CatalogEntry entry =
        Catalogs.loader(stored, desk.providers, true).load(Instant.EPOCH).get("old");

    assertThat(entry.callable()).isFalse();
    assertThat(entry.unavailableReason()).contains("model_switched_off");
    assertThat(entry.unavailableReason(Capability.TEXT_TO_IMAGE)).isEqualTo("model_switched_off");
  }

  @Test
  void routesTellWhatStandsInTheirWay() {
    stored.route("old", "elsewhere", 2);

    assertThat(desk.routes("old"))
        .extracting(view -> view.hindrance().map(RouteView.Hindrance::wire).orElse("none"))
        .containsExactlyInAnyOrder("none", "switched_off", "not_configured");
  }

  private FailureCode refused(String model, String successor) {
    return catchThrowableOfType(
            FailureException.class,
            () ->
                desk.change(
                    CALLER,
                    model,
                    now -> new ModelLife(Lifecycle.RETIRED, END, Optional.of(successor), true)))
        .code();
  }
}
