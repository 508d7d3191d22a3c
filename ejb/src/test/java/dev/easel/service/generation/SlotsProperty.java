package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;

/**
 * Whatever happens in whatever order, servers that die between any two steps included: no more than
 * the cap run, they start in the order they were accepted in, and nobody waits while a slot is
 * free.
 */
class SlotsProperty {

  /** What can happen next; each picks among what there is. */
  enum Move {
    SUBMIT,
    SUBMIT_MORE,
    CLAIM,
    CLAIM_MORE,
    LEAVE,
    COMPLETE,
    FAIL,
    PUT_BACK,
    SETTLE_AND_DIE,
    DIE,
    CANCEL,
    RAISE,
    CHORE
  }

  private House house;
  private final List<String> ids = new ArrayList<>();

  /** Generations whose server runs them. */
  private final List<String> running = new ArrayList<>();

  /** Sent to wait, and still in the queue. */
  private final List<String> leaving = new ArrayList<>();

  /** Put back or given back by the dead: their order is their own. */
  private final List<String> disturbed = new ArrayList<>();

  private final List<String> started = new ArrayList<>();
  private int cap;

  @BeforeTry
  void build() {
    house = new House();
    Stream.of(ids, running, leaving, disturbed, started).forEach(List::clear);
    cap = 1;
    house.cap(house.ann, cap);
  }

  @Property(tries = 300)
  void theCapHoldsTheOrderHoldsAndNobodyIsForgotten(
      @ForAll @Size(min = 1, max = 80) List<Move> moves,
      @ForAll @Size(80) List<@IntRange(min = 0, max = 1000) Integer> picks) {
    for (int i = 0; i < moves.size(); i++) {
      play(moves.get(i), picks.get(i));
      assertThat(processing()).isLessThanOrEqualTo(cap);
      assertThat(house.held.holders("ten_ann")).hasSizeLessThanOrEqualTo(cap);
    }
    finish();
    assertThat(ids).allMatch(id -> house.stored(id).status().isFinal());
    assertThat(house.room.isEmpty("ten_ann")).isTrue();
    assertThat(house.held.holders("ten_ann")).isEmpty();
    assertThat(orderly()).isSortedAccordingTo(Comparator.comparing(ids::indexOf));
  }

  private void play(Move move, int pick) {
    house.clock.pass(Duration.ofMillis(1 + pick)); // ids decide between equals
    switch (move) {
      case SUBMIT, SUBMIT_MORE -> ids.add(house.submit(1).id());
      case CLAIM, CLAIM_MORE -> next().ifPresent(this::claim);
      case LEAVE -> some(leaving, pick).ifPresent(this::leave);
      case COMPLETE -> some(running, pick).ifPresent(id -> end(id, this::complete));
      case FAIL -> some(running, pick).ifPresent(id -> end(id, this::fail));
      case PUT_BACK -> some(running, pick).ifPresent(this::putBack);
      case SETTLE_AND_DIE -> some(running, pick).ifPresent(this::settleAndDie);
      case DIE -> die(pick);
      case CANCEL -> some(ids, pick).ifPresent(this::cancel);
      case RAISE -> house.cap(house.ann, ++cap);
      case CHORE -> chore();
    }
  }

  /** The engine takes what is due by age. */
  private Optional<String> next() {
    return house.queue.waiting().stream().min(Comparator.comparing(ids::indexOf));
  }

  private void claim(String id) {
    house.queue.pick(id);
    Optional<GenerationStatus> status =
        house
            .steps
            .claim(id, GenerationStepsTest.route(), "node")
            .map(claim -> claim.generation().status());
    if (status.equals(Optional.of(GenerationStatus.QUEUED))) {
      leaving.add(id);
    } else if (status.equals(Optional.of(GenerationStatus.PROCESSING))) {
      running.add(id);
      started.add(id);
    } else {
      house.queue.done(id);
    }
  }

  private void leave(String id) {
    leaving.remove(id);
    house.queue.done(id);
    house.worker.left("ten_ann");
  }

  private void end(String id, Consumer<String> ending) {
    running.remove(id);
    ending.accept(id);
    house.queue.done(id);
    house.line.call("ten_ann");
  }

  private void complete(String id) {
    house.steps.complete(id, attempt(id), GenerationStepsTest.delivery(1));
  }

  private void fail(String id) {
    house.steps.fail(id, attempt(id), ErrorKind.RENDER_FAILED, "no");
  }

  private void putBack(String id) {
    running.remove(id);
    disturbed.add(id);
    house.steps.retryAt(id, attempt(id), "busy", house.clock.instant());
    house.line.call("ten_ann");
    house.queue.done(id);
    house.queue.add(id);
  }

  /** After the commit and before anybody is called; its task comes back to find it ended. */
  private void settleAndDie(String id) {
    running.remove(id);
    complete(id);
    house.queue.done(id);
    house.queue.add(id);
  }

  private void die(int pick) {
    List<String> all = new ArrayList<>(running);
    all.addAll(leaving);
    some(all, pick)
        .ifPresent(
            id -> {
              running.remove(id);
              leaving.remove(id);
              disturbed.add(id);
              house.queue.done(id);
              house.queue.add(id);
            });
  }

  private void cancel(String id) {
    if (house.stored(id).status() == GenerationStatus.QUEUED) {
      house.service.cancel(house.ann, id);
    }
  }

  /** After it, nobody waits in the room while a slot is free, but who has not left the queue. */
  private void chore() {
    house.line.run();
    boolean free = house.held.holders("ten_ann").size() < cap;
    boolean stuck = !leaving.isEmpty() || house.queue.waiting().stream().anyMatch(this::waits);
    assertThat(free && !stuck && !house.room.isEmpty("ten_ann")).isFalse();
  }

  private boolean waits(String id) {
    return house.room.find(id).isPresent();
  }

  private void finish() {
    for (int round = 0; round < 10 * (ids.size() + 1); round++) {
      List.copyOf(leaving).forEach(this::leave);
      house.line.run();
      next().ifPresent(this::claim);
      some(running, round).ifPresent(id -> end(id, this::complete));
    }
  }

  private List<String> orderly() {
    return started.stream().filter(id -> !disturbed.contains(id)).toList();
  }

  private long processing() {
    return ids.stream()
        .map(house::stored)
        .map(Generation::status)
        .filter(GenerationStatus.PROCESSING::equals)
        .count();
  }

  private int attempt(String id) {
    return house.stored(id).attempt();
  }

  private static Optional<String> some(List<String> all, int pick) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(pick % all.size()));
  }
}
