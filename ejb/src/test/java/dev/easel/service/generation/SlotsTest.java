package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationRunner.Again;
import dev.easel.domain.generation.GenerationRunner.Ended;
import dev.easel.domain.generation.GenerationRunner.Waits;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.generation.Parked;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.ScriptedProvider;
import dev.easel.service.generation.GenerationDetails.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlotsTest {

  private House house;

  @BeforeEach
  void build() {
    house = new House();
  }

  @Test
  void whatExceedsTheCapDoesNotEvenEnterTheQueue() {
    house.cap(house.ann, 2);
    List<String> ids = submitted(4);

    assertThat(house.queue.waiting()).containsExactlyElementsOf(ids.subList(0, 2));
    assertThat(house.held.holders("ten_ann")).containsExactlyInAnyOrder(ids.get(0), ids.get(1));
    assertThat(house.room.first("ten_ann", "interactive", 9))
        .extracting(Parked::generationId)
        .containsExactlyElementsOf(ids.subList(2, 4));
  }

  @Test
  void whatWasQueuedBeforeThePlanHadACapWaitsWithoutAnAttempt() {
    List<String> ids = twoRunningOf(3);

    assertThat(pick(ids.get(2))).isEqualTo(new Waits("ten_ann"));

    Generation waiting = house.stored(ids.get(2));
    assertThat(waiting.status()).isEqualTo(GenerationStatus.QUEUED);
    assertThat(waiting.attempt()).isZero();
    assertThat(house.room.find(waiting.id()).map(Parked::reason)).contains("concurrency_cap");
    assertThat(house.provider.orders()).isEmpty();
  }

  @Test
  void itTellsItsPlaceAndWhy() {
    List<String> ids = twoRunningOf(4);
    pick(ids.get(2));
    pick(ids.get(3));
    house.service.submit(house.bob, House.request(), House.origin(), Idempotency.none());

    Waiting last = house.service.get(house.ann, ids.get(3)).waiting().orElseThrow();

    assertThat(last.reason()).isEqualTo("concurrency_cap");
    assertThat(last.position()).isEqualTo(3); // behind Bob's in the queue, and one of its own
  }

  @Test
  void whatCannotBePaidTakesNoSlot() {
    house.cap(house.ann, 2);

    assertThat(catchThrowable(() -> IntStream.range(0, 300).forEach(i -> house.submit(4))))
        .isInstanceOf(FailureException.class);

    assertThat(house.held.holders("ten_ann")).hasSize(2);
    assertThat(house.queue.waiting()).hasSize(2);
  }

  @Test
  void aSlotIsHandedToWhoWaitsLongest() {
    List<String> ids = twoRunningOf(4);
    pick(ids.get(3));
    pick(ids.get(2));

    complete(ids.get(0));

    assertThat(house.queue.waiting()).containsExactly(ids.get(2));
    assertThat(house.held.holders("ten_ann")).containsExactlyInAnyOrder(ids.get(1), ids.get(2));
    assertThat(pick(ids.get(2))).isEqualTo(new Ended());
    assertThat(house.stored(ids.get(2)).status()).isEqualTo(GenerationStatus.COMPLETED);
    assertThat(house.queue.waiting()).containsExactly(ids.get(3));
  }

  @Test
  void aNewcomerDoesNotTakeTheSlotOfOneThatWaits() {
    List<String> ids = twoRunningOf(4);
    pick(ids.get(2));
    house.steps.complete(ids.get(0), 1, GenerationStepsTest.delivery(1)); // tells nobody

    assertThat(claim(ids.get(3))).isEmpty();

    house.line.call("ten_ann");
    assertThat(house.held.holders("ten_ann")).contains(ids.get(2));
  }

  @Test
  void oneThatHasNotLeftTheQueueIsCalledWhenItHas() {
    List<String> ids = twoRunningOf(3);
    house.queue.pick(ids.get(2));
    house.worker.run(ids.get(2));

    complete(ids.get(0));
    assertThat(house.queue.waiting()).isEmpty();

    house.queue.done(ids.get(2));
    house.worker.left("ten_ann");
    assertThat(house.queue.waiting()).containsExactly(ids.get(2));
  }

  @Test
  void whatIsCancelledWhileItWaitsIsGone() {
    List<String> ids = twoRunningOf(3);
    pick(ids.get(2));

    house.service.cancel(house.ann, ids.get(2));

    assertThat(house.room.isEmpty("ten_ann")).isTrue();
    complete(ids.get(0));
    assertThat(house.queue.waiting()).isEmpty();
  }

  @Test
  void whatIsCancelledAfterItWasCalledHandsItsSlotOn() {
    List<String> ids = twoRunningOf(4);
    pick(ids.get(2));
    pick(ids.get(3));
    complete(ids.get(0));

    house.service.cancel(house.ann, ids.get(2));

    assertThat(house.queue.waiting()).containsExactly(ids.get(3));
    assertThat(house.held.holders("ten_ann")).containsExactlyInAnyOrder(ids.get(1), ids.get(3));
  }

  @Test
  void anAttemptWhoseServerDiedKeepsItsSlot() {
    List<String> ids = twoRunningOf(3);
    pick(ids.get(2));

    assertThat(claim(ids.get(0))).contains(2);
    assertThat(house.held.holders("ten_ann")).containsExactlyInAnyOrder(ids.get(0), ids.get(1));
  }

  @Test
  void anAttemptThatIsPutBackLetsAnotherRun() {
    house.cap(house.ann, 2);
    List<String> ids = submitted(3);
    claim(ids.get(0));
    house.provider.plays(ScriptedProvider.unavailable(Duration.ofSeconds(10)));

    assertThat(pick(ids.get(1))).isInstanceOf(Again.class);

    assertThat(house.held.holders("ten_ann")).containsExactlyInAnyOrder(ids.get(0), ids.get(2));
    assertThat(claim(ids.get(2))).contains(1);
    assertThat(claim(ids.get(1))).isEmpty();
  }

  @Test
  void oneTenantsCapIsNoMatterToAnother() {
    List<String> ids = twoRunningOf(3);
    pick(ids.get(2));
    Generation bobs =
        house
            .service
            .submit(house.bob, House.request(), House.origin(), Idempotency.none())
            .generation();

    assertThat(pick(bobs.id())).isEqualTo(new Ended());
    assertThat(house.held.holders("ten_bob")).isEmpty();
    assertThat(house.stored(bobs.id()).status()).isEqualTo(GenerationStatus.COMPLETED);
  }

  @Test
  void aRaisedCapLetsMoreRunAndNoCapLetsAllRun() {
    List<String> ids = twoRunningOf(6);
    ids.subList(2, 6).forEach(this::pick);

    house.cap(house.ann, 3);
    house.line.run();
    assertThat(house.queue.waiting()).containsExactly(ids.get(2));

    subscribe(house.ann, "pro");
    house.line.run();
    assertThat(house.queue.waiting()).containsExactlyElementsOf(ids.subList(2, 6));
    assertThat(house.room.isEmpty("ten_ann")).isTrue();
  }

  @Test
  void slotsThatALiftedCapLeftBehindAreSwept() {
    List<String> ids = twoRunningOf(2);
    subscribe(house.ann, "pro");
    complete(ids.get(0));

    house.line.run();

    assertThat(house.held.holders("ten_ann")).containsExactly(ids.get(1));
  }

  private void subscribe(Caller caller, String plan) {
    house.database.inTransaction(
        () -> house.identities.findTenant(caller.tenantId()).orElseThrow().subscribeTo(plan));
    house.clock.pass(Duration.ofSeconds(5));
  }

  private List<String> submitted(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              house.clock.pass(Duration.ofMillis(1));
              return house.submit(1).id();
            })
        .toList();
  }

  /**
   * Queued before the plan had a cap; then two run, on a server that says nothing more, and that is
   * the cap.
   */
  private List<String> twoRunningOf(int count) {
    List<String> ids = submitted(count);
    house.cap(house.ann, 2);
    ids.subList(0, 2).forEach(id -> assertThat(claim(id)).contains(1));
    ids.subList(0, 2).forEach(house.queue::pick);
    return ids;
  }

  private Optional<Integer> claim(String id) {
    return house
        .steps
        .claim(id, GenerationStepsTest.route(), "node")
        .map(GenerationSteps.Claim::generation)
        .filter(g -> g.status() == GenerationStatus.PROCESSING)
        .map(Generation::attempt);
  }

  /** As the engine does: out of the queue, to the worker, and away. */
  private Object pick(String id) {
    house.queue.pick(id);
    Object turn = house.worker.run(id);
    house.queue.done(id);
    if (turn instanceof Waits waits) {
      house.worker.left(waits.tenantId());
    }
    return turn;
  }

  private void complete(String id) {
    Generation generation = house.stored(id);
    house.steps.complete(id, generation.attempt(), GenerationStepsTest.delivery(1));
    house.queue.done(id);
    house.line.call(generation.tenantId());
  }
}
