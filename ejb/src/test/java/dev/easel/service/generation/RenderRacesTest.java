package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.asset.Scores;
import dev.easel.domain.asset.StoredImage;
import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.catalog.Price;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.generation.Attempt;
import dev.easel.domain.generation.Edit;
import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationRunner;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.generation.Order;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.generation.Surface;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.provider.CallProvider;
import dev.easel.domain.provider.RenderListener;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.provider.RenderedImage;
import dev.easel.domain.shared.Credits;
import dev.easel.service.asset.ImageFiles;
import dev.easel.service.editing.EditServices;
import dev.easel.service.editing.Scoring;
import dev.easel.service.provider.Providers;
import dev.easel.service.workflow.Workflows;
import java.awt.image.BufferedImage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RenderRacesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final List<String> journal = new ArrayList<>();
  private final Generation generation = generation();
  private final Steps steps = new Steps();
  private final Painter painter = new Painter();
  private final RenderWorker worker = new RenderWorker();

  @BeforeEach
  void wire() {
    worker.steps = steps;
    worker.line = new NobodyWaits();
    worker.events = new Silence();
    worker.running = new RunningRenders();
    worker.providers = new OneProvider();
    worker.files = new Shelf();
    worker.orders = new RenderOrders();
    worker.orders.inputs = EditServices.inputs(null); // nothing is given
    worker.references = GivenReferences.by(Workflows.none());
    worker.orders.references = worker.references;
    worker.sessions = new Sessions();
    worker.sessions.files = worker.files;
    worker.sessions.events = worker.events;
    worker.sessions.finishing = EditServices.finishing(worker.orders.inputs);
    worker.sessions.scoring = Scoring.NONE;
    worker.server = () -> "node";
    worker.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    worker.settlement = new Settlement();
    worker.settlement.steps = steps;
    worker.settlement.line = worker.line;
    worker.settlement.events = worker.events;
    worker.settlement.files = worker.files;
    worker.settlement.clock = worker.clock;
  }

  @Test
  void deliversWhatTheProviderPainted() {
    assertThat(worker.run(generation.id())).isEqualTo(new GenerationRunner.Ended());
    assertThat(journal).containsExactly("store 0", "complete");
  }

  @Test
  void makesAnotherAttemptWhenItCannotBeSettled() {
    steps.broken = true;
    assertThatThrownBy(() -> worker.run(generation.id())).hasMessage("connection lost");
    assertThat(journal).containsExactly("store 0", "complete");
  }

  @Test
  void takesAnInterruptedRenderForLostAndNotForCancelled() {
    painter.outcome = new RenderOutcome.Cancelled();
    assertThatThrownBy(() -> worker.run(generation.id())).isInstanceOf(IllegalStateException.class);
    assertThat(journal).containsExactly("store 0");
  }

  @Test
  void hearsACancelThatComesBetweenClaimAndRender() {
    steps.afterClaim = () -> worker.running.cancel(generation.id());
    worker.run(generation.id());
    assertThat(journal).containsExactly("remove 1", "stopped");
  }

  @Test
  void hearsACancelThatOnlyTheRowKnows() {
    painter.outcome = new RenderOutcome.Cancelled();
    steps.cancelRequested = true;
    worker.run(generation.id());
    assertThat(journal).containsExactly("store 0", "remove 1", "stopped");
  }

  private static Generation generation() {
    Order order =
        new Order(
            Operation.TEXT_TO_IMAGE,
            "easel/sketch",
            "a lake",
            "",
            "a lake",
            new Size(64, 64),
            1,
            20,
            7.5,
            1,
            0.75,
            "",
            "",
            "",
            ImageFormat.PNG,
            90,
            false,
            0,
            null,
            null,
            Edit.NONE,
            false,
            List.of());
    Origin origin = new Origin(Surface.V2, "req_1", "hash", null, null, null, null);
    Caller caller = new Caller("ten_a", "user_a", "key_a", "enterprise", true);
    return new Generation(caller, order, origin, new Price("rule", 1, Credits.ZERO, 1), NOW);
  }

  /** The transactions, without a database. */
  private final class Steps extends GenerationSteps {
    private Runnable afterClaim = () -> {};
    private boolean broken;
    private boolean cancelRequested;

    @Override
    public Optional<Claim> claim(String id, Routing routing, String node) {
      generation.claim(NOW);
      afterClaim.run();
      ModelRoute route = new ModelRoute("route", "easel/sketch", "sketch", "sketch-1", 0);
      Attempt attempt = new Attempt(id, 1, "sketch", "sketch-1", node, NOW);
      return Optional.of(new Claim(generation, Optional.of(route), Optional.of(attempt)));
    }

    @Override
    public boolean complete(String id, int number, Delivery delivery) {
      journal.add("complete");
      if (broken) {
        throw new IllegalStateException("connection lost");
      }
      return true;
    }

    @Override
    public boolean fail(String id, int number, ErrorKind kind, String message) {
      journal.add("fail " + kind);
      return true;
    }

    @Override
    public boolean stopped(String id, int number) {
      journal.add("stopped");
      return true;
    }

    @Override
    public boolean delivered(String id, int number) {
      return false;
    }

    @Override
    public boolean cancelRequested(String id) {
      return cancelRequested;
    }
  }

  /** Paints one pixel unless it is told to stop. */
  private static final class Painter implements CallProvider {
    private RenderOutcome outcome = new RenderOutcome.Completed(List.of());

    @Override
    public String adapter() {
      return "sketch";
    }

    @Override
    public RenderOutcome render(RenderOrder order, RenderListener listener) {
      if (listener.cancelled()) {
        return new RenderOutcome.Cancelled();
      }
      BufferedImage pixel = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
      listener.delivered(new RenderedImage(0, 1, pixel, ""));
      return outcome;
    }
  }

  private final class Shelf extends ImageFiles {
    @Override
    public StoredImage store(Generation of, RenderedImage image, Scores scores) {
      journal.add("store " + image.index());
      return new StoredImage(0, 1, 1, 1, ImageFormat.PNG, 1, "0", "a", "b", "");
    }

    @Override
    public void removeAttempt(String id, int attempt) {
      journal.add("remove " + attempt);
    }
  }

  private final class OneProvider extends Providers {
    @Override
    public Optional<CallProvider> find(String adapter) {
      return Optional.of(painter);
    }
  }

  private static final class NobodyWaits extends NextInLine {
    @Override
    void call(String tenantId) {
      // No slots.
    }
  }

  private static final class Silence extends GenerationEvents {
    @Override
    void publish(GenerationEvent event) {
      // Nobody watches.
    }
  }
}
