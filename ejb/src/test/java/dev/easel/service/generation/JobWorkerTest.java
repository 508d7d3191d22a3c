package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.generation.Attempt;
import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationRunner.Again;
import dev.easel.domain.generation.GenerationRunner.Ended;
import dev.easel.domain.generation.GenerationRunner.Turn;
import dev.easel.domain.generation.GenerationRunner.Waits;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.Observation;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.provider.SubmitOutcome;
import dev.easel.domain.shared.Credits;
import dev.easel.service.dispatch.DispatchServices;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Generations on nodes: whatever a node does, there is one delivery and one charge, or none. */
class JobWorkerTest {

  private final House house = new House();

  @BeforeEach
  void twoNodes() {
    house.fleet.node("nod_a", 1, House.MODEL);
    house.fleet.node("nod_b", 1, House.MODEL);
  }

  private String submitted() {
    return house.submit(2).id();
  }

  private String dispatched() {
    String id = submitted();
    round();
    return id;
  }

  private int round() {
    return DispatchServices.round(house.dispatcher);
  }

  /** As the engine does: out of the queue, to the worker, and back or away. */
  private Turn run(String id) {
    house.queue.pick(id);
    Turn turn = house.worker.run(id);
    house.queue.done(id);
    if (turn instanceof Again) {
      house.queue.putBack(id, house.clock.instant());
    }
    return turn;
  }

  private Attempt attempt(String id) {
    Generation generation = house.stored(id);
    return house.generations.findAttempt(id, generation.attempt()).orElseThrow();
  }

  private String job(String id) {
    return attempt(id).jobId().orElseThrow();
  }

  private String started() {
    String id = dispatched();
    run(id);
    return id;
  }

  private void stands(String id, Observation seen) {
    house.jobs.stands(job(id), seen);
  }

  private void assertChargedFor(int images) {
    assertThat(house.wallet(house.ann).posted())
        .isEqualTo(House.GRANT.minus(House.EACH.times(images)));
    assertThat(house.wallet(house.ann).held()).isEqualTo(Credits.ZERO);
  }

  @Test
  void waitsForANodeAndIsGivenToOne() {
    String id = submitted();
    assertThat(house.queue.waiting()).isEmpty();

    assertThat(round()).isEqualTo(1);

    assertThat(house.queue.waiting()).containsExactly(id);
    assertThat(house.places.nodeOf(id)).isPresent();
    assertThat(house.room.find(id)).isEmpty();
  }

  @Test
  void noNodeIsGivenMoreThanItTakes() {
    List<String> ids = List.of(submitted(), submitted(), submitted());

    assertThat(round()).isEqualTo(2);
    assertThat(round()).isZero();

    assertThat(house.places.taken()).containsOnlyKeys("nod_a", "nod_b").containsValue(1);
    assertThat(ids).filteredOn(id -> house.room.find(id).isPresent()).hasSize(1);
  }

  @Test
  void isSentOnceAndLookedAtUntilItIsDone() {
    String id = started();
    assertThat(house.jobs.sent(job(id))).isEqualTo(1);

    stands(id, new Observation.Running(0.5));
    assertThat(run(id)).isInstanceOf(Again.class);
    assertThat(attempt(id).renderingSince()).isPresent();
    stands(id, new Observation.Finished(2));
    assertThat(run(id)).isInstanceOf(Ended.class);

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.COMPLETED);
    assertThat(house.jobs.sent(job(id))).isEqualTo(1);
    assertThat(house.places.nodeOf(id)).isEmpty();
    assertThat(house.fleet.reports()).hasSize(1).allMatch(r -> r.startsWith("rendered"));
    assertChargedFor(2);
  }

  @Test
  void isTakenUpByAServerThatNeverSentIt() {
    String id = dispatched();
    house.steps.claim(id, new RoutesToNode(), "dead");
    house.jobs.stands(job(id), new Observation.Finished(2));

    assertThat(run(id)).isInstanceOf(Ended.class);

    assertThat(house.jobs.sent(job(id))).isZero();
    assertThat(house.stored(id).attempt()).isEqualTo(1);
    assertChargedFor(2);
  }

  @Test
  void isSentAgainUnderTheSameIdIfTheNodeNeverHeardOfIt() {
    String id = dispatched();
    house.steps.claim(id, new RoutesToNode(), "dead");

    assertThat(run(id)).isInstanceOf(Again.class);

    assertThat(house.jobs.sent(job(id))).isEqualTo(1);
    assertThat(house.stored(id).attempt()).isEqualTo(1);
  }

  @Test
  void goesToAnotherNodeIfTheFirstHasForgottenIt() {
    String id = started();
    String first = house.places.nodeOf(id).orElseThrow();
    stands(id, new Observation.Unknown(true));
    run(id);
    assertThat(run(id)).isInstanceOf(Waits.class);
    house.queue.remove(id);

    round();

    assertThat(house.places.nodeOf(id)).isPresent().get().isNotEqualTo(first);
    run(id);
    stands(id, new Observation.Finished(2));
    run(id);
    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.COMPLETED);
    assertChargedFor(2);
  }

  @Test
  void whatIsLostByTwoNodesIsGivenToNoThird() {
    house.fleet.node("nod_c", 1, House.MODEL);
    String id = started();
    stands(id, new Observation.Unknown(true));
    run(id);
    run(id);
    round();
    run(id);
    stands(id, new Observation.Unknown(true));
    run(id);

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.FAILED);
    assertThat(house.places.taken()).isEmpty();
    assertChargedFor(0);
  }

  @Test
  void aNodeThatDoesNotAnswerIsWaitedForAMinute() {
    String id = started();
    stands(id, new Observation.Unreachable("connection refused"));

    for (int look = 0; look < 3; look++) {
      assertThat(run(id)).isInstanceOf(Again.class);
      assertThat(house.stored(id).attempt()).isEqualTo(1);
      assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.PROCESSING);
      house.clock.pass(Duration.ofSeconds(25));
    }
    run(id);

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.QUEUED);
    assertThat(house.fleet.reports()).anyMatch(r -> r.startsWith("lost"));
  }

  @Test
  void aNodeThatIsKnownToBeDownIsNotWaitedFor() {
    String id = started();
    stands(id, new Observation.Unreachable("connection refused"));
    house.fleet.down(house.places.nodeOf(id).orElseThrow());

    run(id);

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.QUEUED);
  }

  @Test
  void aNodeThatComesBackIsToldToLetGoOfWhatItLost() {
    String id = started();
    String job = job(id);
    String node = house.places.nodeOf(id).orElseThrow();
    stands(id, new Observation.Unreachable("connection refused"));
    house.fleet.down(node);
    run(id);
    house.worker.jobs.abandoned.cancelAll();
    assertThat(house.jobs.cancelled()).isEmpty();

    house.fleet.up(node);
    house.jobs.stands(job, new Observation.Running(0.5));
    house.worker.jobs.abandoned.cancelAll();
    house.jobs.stands(job, new Observation.Interrupted());
    house.worker.jobs.abandoned.cancelAll();
    house.worker.jobs.abandoned.cancelAll();

    assertThat(house.jobs.cancelled()).containsExactly(job);
  }

  @Test
  void newsThatComesDuringATurnIsLookedAtAtOnce() {
    String id = dispatched();
    house.jobs.sending =
        node -> {
          house.jobs.listener(job(id)).look();
          return new SubmitOutcome.Accepted(1);
        };
    assertThat(run(id)).isEqualTo(new Again(house.clock.instant()));

    stands(id, new Observation.Running(0.5));
    assertThat(run(id)).isEqualTo(new Again(house.clock.instant().plusSeconds(2)));
  }

  @Test
  void aServerThatStoodStillDoesNotSendWhatAnotherMayHaveSent() {
    String id = dispatched();
    house.jobs.listening = () -> house.clock.pass(house.queue.lease().plusMillis(1));
    assertThat(run(id)).isInstanceOf(Again.class);
    assertThat(house.jobs.sent(job(id))).isZero();

    house.jobs.listening = () -> {};
    run(id);

    assertThat(house.jobs.sent(job(id))).isEqualTo(1);
  }

  @Test
  void aNodeThatHangsIsStoppedAndGivenUp() {
    String id = started();
    stands(id, new Observation.Running(0.1));
    run(id);
    house.clock.pass(house.worker.jobs.deadline.allowed(house.stored(id)).plusSeconds(1));
    String job = job(id);

    run(id);

    assertThat(house.jobs.cancelled()).containsExactly(job);
    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.QUEUED);
  }

  @Test
  void aSlowNodeThatGetsOnIsNotGivenUp() {
    String id = started();
    stands(id, new Observation.Running(0.1));
    run(id);
    for (double progress = 0.2; progress < 0.45; progress += 0.1) {
      house.clock.pass(house.worker.jobs.deadline.allowed(house.stored(id)).minusSeconds(1));
      stands(id, new Observation.Running(progress));
      assertThat(run(id)).isInstanceOf(Again.class);
    }

    assertThat(house.jobs.cancelled()).isEmpty();
    assertThat(house.stored(id).attempt()).isEqualTo(1);
  }

  @Test
  void whatIsCancelledIsStoppedOnTheNodeFirst() {
    String id = started();
    stands(id, new Observation.Running(0.4));
    house.service.cancel(house.ann, id);
    assertThat(house.queue.hastened()).contains(id);

    assertThat(run(id)).isInstanceOf(Again.class);
    assertThat(house.jobs.cancelled()).containsExactly(job(id));
    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.PROCESSING);
    stands(id, new Observation.Interrupted());
    run(id);

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.CANCELLED);
    assertThat(house.places.taken()).isEmpty();
    assertChargedFor(0);
  }

  @Test
  void whatSomebodyElseInterruptedIsTriedAgain() {
    String id = started();
    stands(id, new Observation.Interrupted());

    run(id);

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.QUEUED);
  }

  @Test
  void whatWaitsIsCancelledAtOnce() {
    String id = submitted();

    house.service.cancel(house.ann, id);

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.CANCELLED);
    assertThat(round()).isZero();
    assertChargedFor(0);
  }

  @Test
  void aRefusedValueFailsItAtOnceAndCostsNothing() {
    house.jobs.sending =
        node ->
            new SubmitOutcome.Rejected(
                JobFault.of(JobFault.Kind.INVALID_VALUE, "width is too large"));
    String id = started();

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.FAILED);
    assertThat(house.stored(id).errorMessage()).contains("width is too large");
    assertChargedFor(0);
  }

  @Test
  void aNodeWithoutTheModelIsReportedAndAnotherTried() {
    house.jobs.sending =
        node ->
            node.id().equals("nod_a")
                ? new SubmitOutcome.Rejected(JobFault.of(JobFault.Kind.MODEL_MISSING, "gone"))
                : new SubmitOutcome.Accepted(1);
    String id = dispatched();
    assertThat(house.places.nodeOf(id)).contains("nod_a");

    run(id);
    run(id);
    round();
    run(id);

    assertThat(house.places.nodeOf(id)).contains("nod_b");
    assertThat(house.fleet.reports()).containsExactly("MODEL_MISSING nod_a");
    assertThat(house.stored(id).attempt()).isEqualTo(2);
  }

  @Test
  void aResultThatIsGoneIsNotCharged() {
    String id = started();
    house.jobs.fetching = new RenderOutcome.Unavailable("404", Duration.ZERO);
    stands(id, new Observation.Finished(2));

    run(id);

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.QUEUED);
    assertThat(house.wallet(house.ann).posted()).isEqualTo(House.GRANT);
  }

  @Test
  void aZombieDeliversNothingTwice() {
    String id = started();
    String late = job(id);
    OpenJob zombie = new OpenJob(house.stored(id), attempt(id));
    stands(id, new Observation.Unknown(true));
    run(id);
    run(id);
    round();
    run(id);
    stands(id, new Observation.Finished(2));
    run(id);
    house.jobs.stands(late, new Observation.Finished(2));

    house.worker.jobs.look(zombie);

    assertThat(house.images.ofGeneration(id)).hasSize(2);
    assertChargedFor(2);
  }

  @Test
  void aNodeThatWasRemovedLosesItsJobs() {
    String id = started();
    house.fleet.remove(house.places.nodeOf(id).orElseThrow());

    run(id);

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.QUEUED);
  }

  @Test
  void hintsAreToldAndLookedAfter() {
    String id = started();
    house.jobs.listener(job(id)).progress(0.25);

    assertThat(house.events.published().get(house.events.published().size() - 1))
        .isEqualTo(GenerationEvent.plain(GenerationEvent.Type.PROGRESS, id, 0.25));
    assertThat(house.queue.hastened()).isEmpty();
  }

  @Test
  void storageThatIsFullFailsItAndCostsNothing() {
    String id = started();
    house.blobs.roomFor(0);
    stands(id, new Observation.Finished(2));

    run(id);

    assertThat(house.stored(id).errorKind()).contains(ErrorKind.STORAGE_FAILED);
    assertChargedFor(0);
  }

  @Test
  void storageThatDoesNotAnswerIsWaitedForWhileTheNodeKeepsTheResult() {
    String id = started();
    house.blobs.silent(1);
    stands(id, new Observation.Finished(2));

    run(id);

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.PROCESSING);
    run(id);
    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.COMPLETED);
    assertThat(house.stored(id).attempt()).isEqualTo(1);
  }

  /** As the real routing would answer for any node. */
  private final class RoutesToNode implements Routing {
    @Override
    public Optional<ModelRoute> route(Generation generation) {
      return Optional.empty();
    }

    @Override
    public Optional<ModelRoute> route(Generation generation, String nodeId) {
      return house.fleet.route(nodeId, generation.modelId(), generation.operation());
    }

    @Override
    public boolean isForNodes(Generation generation) {
      return true;
    }
  }
}
