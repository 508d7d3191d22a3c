package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.dispatch.Halt.Scope;
import dev.easel.domain.generation.GenerationQuery;
import dev.easel.domain.generation.GenerationRepository.RenderTime;
import dev.easel.domain.generation.GenerationRunner;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.shared.Credits;
import dev.easel.service.dispatch.DispatchServices;
import dev.easel.service.dispatch.HaltsChanged;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What operators hold back does not start, and goes on when it is resumed. */
class HaltTest {

  private final House house = new House();

  @Test
  void whatIsAcceptedMeanwhileWaitsAndSaysWhyAndNotHowLong() {
    measured();
    house.halts.halt(Scope.ALL, "");

    String id = house.submit(1).id();

    GenerationDetails.Waiting waiting = house.service.get(house.ann, id).waiting().orElseThrow();
    assertThat(waiting.reason()).isEqualTo("paused");
    assertThat(waiting.eta()).isEmpty();
    assertThat(house.queue.waiting()).isEmpty();
    assertThat(house.quoting.quote(house.ann, House.request()).eta()).isEmpty();
  }

  @Test
  void whatWasQueuedBeforeIsSentBackWhenItIsAboutToStart() {
    String id = house.submit(1).id();
    house.halts.halt(Scope.MODEL, House.MODEL);
    house.queue.pick(id);

    assertThat(house.worker.run(id)).isInstanceOf(GenerationRunner.Waits.class);
    house.queue.done(id);
    house.worker.left(house.ann.tenantId());

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.QUEUED);
    assertThat(house.queue.waiting()).isEmpty();
    house.halts.resume();
    house.line.resumed(new HaltsChanged());
    assertThat(house.queue.waiting()).containsExactly(id);
    house.worker.run(id);
    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.COMPLETED);
  }

  @Test
  void theSlotOfWhatIsSentBackGoesToWhatMayRun() {
    house.cap(house.ann, 1);
    String first = house.submit(1).id();
    house.halts.halt(Scope.TENANT, house.ann.tenantId());
    house.queue.pick(first);
    house.worker.run(first);

    assertThat(house.held.holders(house.ann.tenantId())).isEmpty();
    house.queue.done(first);
    house.clock.pass(Duration.ofSeconds(1));
    String second = house.submit(1).id();
    house.halts.resume();
    house.line.resumed(new HaltsChanged());

    assertThat(house.queue.waiting()).containsExactly(first);
    assertThat(house.service.get(house.ann, second).waiting().orElseThrow().reason())
        .isEqualTo("concurrency_cap");
  }

  @Test
  void othersGoOn() {
    house.halts.halt(Scope.TENANT, house.bob.tenantId());

    String id = house.submit(1).id();
    house.worker.run(id);

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.COMPLETED);
  }

  @Test
  void nodesAreGivenNothingOfWhatIsPaused() {
    house.fleet.node("nod_a", 1, House.MODEL);
    house.halts.halt(Scope.MODEL, House.MODEL);
    String id = house.submit(1).id();

    assertThat(DispatchServices.round(house.dispatcher)).isZero();
    assertThat(house.service.get(house.ann, id).waiting().orElseThrow().reason())
        .isEqualTo("paused");

    house.halts.resume();
    assertThat(DispatchServices.round(house.dispatcher)).isEqualTo(1);
    assertThat(house.queue.waiting()).containsExactly(id);
  }

  @Test
  void whatIsExpeditedIsGivenToTheNodeFirst() {
    house.fleet.node("nod_a", 1, House.MODEL);
    String first = house.submit(1).id();
    house.clock.pass(Duration.ofSeconds(1));
    String second = house.submit(1).id();
    house.room.expedite(second);

    DispatchServices.round(house.dispatcher);

    assertThat(house.queue.waiting()).containsExactly(second);
    assertThat(house.room.find(first)).isPresent();
  }

  @Test
  void whatIsHeldBackCanBeCancelledByAnOperatorAndCostsNothing() {
    house.halts.halt(Scope.ALL, "");
    String id = house.submit(1).id();

    assertThat(house.service.cancelFor(house.bob, id)).isEqualTo(GenerationStatus.CANCELLED);

    assertThat(house.wallet(house.ann).held()).isEqualTo(Credits.ZERO);
    assertThat(house.room.find(id)).isEmpty();
    assertThat(house.service.list(house.ann, GenerationQuery.newest(5)).items()).hasSize(1);
  }

  @Test
  void expectedTimesComeFromTheSameOperationAndSizeAndTellTheBadCaseToo() {
    for (int i = 1; i <= 10; i++) {
      time(Operation.TEXT_TO_IMAGE, 1 << 20, i);
    }
    time(Operation.TEXT_TO_IMAGE, 1 << 16, 100);
    time(Operation.INPAINT, 1 << 20, 200);

    Eta eta = house.quoting.quote(house.ann, House.request()).eta().orElseThrow();

    assertThat(eta).isEqualTo(new Eta(5, 9));
  }

  private void measured() {
    time(Operation.TEXT_TO_IMAGE, 1 << 20, 3);
  }

  private void time(Operation operation, long pixels, double seconds) {
    house.generations.measured.add(new RenderTime(House.MODEL, operation, pixels, 1, seconds));
  }
}
