package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.generation.Attempt;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationRunner.Again;
import dev.easel.domain.generation.GenerationRunner.Turn;
import dev.easel.domain.generation.GenerationRunner.Waits;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.provider.Observation;
import dev.easel.service.dispatch.DispatchServices;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changes under a job between two looks: it still ends, once, and leaves no place taken. */
class JobLossTest {

  private static final Duration DAY = Duration.ofDays(1);

  private final House house = new House();

  @BeforeEach
  void twoNodes() {
    house.fleet.node("nod_a", 1, House.MODEL).node("nod_b", 1, House.MODEL);
  }

  private Turn run(String id) {
    house.queue.pick(id);
    Turn turn = house.worker.run(id);
    house.queue.done(id);
    if (turn instanceof Again) {
      house.queue.putBack(id, house.clock.instant());
    }
    return turn;
  }

  private String dispatched(GenerationRequest request) {
    String id =
        house
            .service
            .submit(house.ann, request, House.origin(), Idempotency.none())
            .generation()
            .id();
    DispatchServices.round(house.dispatcher);
    return id;
  }

  private String started(GenerationRequest request) {
    String id = dispatched(request);
    run(id);
    return id;
  }

  private String job(String id) {
    Generation generation = house.stored(id);
    return house
        .generations
        .findAttempt(id, generation.attempt())
        .flatMap(Attempt::jobId)
        .orElseThrow();
  }

  /** An image of Ann's that is there already. */
  private String image() {
    String id = started(House.request().count(1));
    house.jobs.stands(job(id), new Observation.Finished(1));
    run(id);
    return house.images.ofGeneration(id).get(0).id();
  }

  @Test
  void aNodeThatCannotAnyMoreSendsItBackIntoTheLine() {
    String id = dispatched(House.request());
    String first = house.places.nodeOf(id).orElseThrow();
    house.fleet.node(first, 1);

    assertThat(run(id)).isInstanceOf(Waits.class);

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.QUEUED);
    assertThat(house.places.taken()).isEmpty();
    house.queue.remove(id);
    DispatchServices.round(house.dispatcher);
    assertThat(house.places.nodeOf(id)).isPresent().get().isNotEqualTo(first);
  }

  @Test
  void aPlaceGivenWhileItWasCancelledIsGivenBack() {
    String id = dispatched(House.request());
    house.service.cancel(house.ann, id);
    // As if the place had been given in a transaction that saw it waiting still.
    house.places.take("nod_a", id, House.MODEL, house.clock.instant());

    run(id);

    assertThat(house.places.taken()).isEmpty();
  }

  @Test
  void anInputDeletedMeanwhileTakesNothingFromWhatWasMade() {
    String input = image();
    String id = started(House.request().source(InputWish.named("init_image", input)));
    house.jobs.stands(job(id), new Observation.Finished(1));
    house.service.deleteImage(house.ann, input);

    run(id);

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.COMPLETED);
    assertThat(house.places.taken()).isEmpty();
  }

  @Test
  void whatANodeDoesNotStopIsCancelledAllTheSame() {
    String id = started(House.request());
    house.jobs.stands(job(id), new Observation.Running(0.4));
    run(id);
    house.service.cancel(house.ann, id);
    assertThat(run(id)).isInstanceOf(Again.class);
    house.clock.pass(DAY);

    run(id);

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.CANCELLED);
    assertThat(house.places.taken()).isEmpty();
  }

  @Test
  void aJobThatWasGivenUpIsCancelledUntilTheNodeHasLetGo() {
    String id = started(House.request());
    String job = job(id);
    house.jobs.stands(job, new Observation.Unreachable("timed out"));
    for (int look = 0; look < 4; look++) {
      run(id);
      house.clock.pass(Duration.ofSeconds(25));
    }
    house.worker.jobs.abandoned.cancelAll();
    assertThat(house.jobs.cancelled()).isEmpty();
    house.jobs.stands(job, new Observation.Running(0.5));

    house.worker.jobs.abandoned.cancelAll();
    house.jobs.stands(job, new Observation.Interrupted());
    house.worker.jobs.abandoned.cancelAll();
    house.worker.jobs.abandoned.cancelAll();

    assertThat(house.jobs.cancelled()).containsExactly(job);
  }

  @Test
  void aServerThatLooksNoMoreListensNoMore() {
    String id = started(House.request());
    String job = job(id);
    house.clock.pass(DAY);

    started(House.request());

    assertThat(house.jobs.listener(job)).isNull();
  }
}
