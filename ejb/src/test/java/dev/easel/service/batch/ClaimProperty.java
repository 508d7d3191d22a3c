package dev.easel.service.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.batch.BatchJob;
import dev.easel.domain.batch.BatchRun;
import dev.easel.domain.batch.BatchState;
import dev.easel.fake.InMemoryBatches;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;

/**
 * Servers that claim, work, stall, die and come back in any order do every item once: a server that
 * lost the run writes nothing, and in the end nothing is left.
 */
class ClaimProperty implements BatchJob {

  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final List<String> ITEMS = List.of("a", "b", "c", "d", "e");

  enum Move {
    CLAIM,
    PLAN,
    WORK,
    WORK_AND_THROW,
    DIE,
    WAIT,
    END
  }

  record Step(Move move, int server) {}

  private InMemoryDatabase database;
  private InMemoryBatches runs;
  private MovableClock clock;
  private BatchSteps steps;
  private BatchRun run;

  /** What each server believes to hold. */
  private final Map<Integer, Long> fences = new HashMap<>();

  /** What committed. */
  private final List<String> done = new ArrayList<>();

  @BeforeTry
  void build() {
    database = new InMemoryDatabase();
    runs = new InMemoryBatches(database);
    clock = new MovableClock();
    steps = new BatchSteps();
    steps.runs = runs;
    steps.clock = clock;
    steps.lease = LEASE;
    run = new BatchRun(name(), "", "{}", clock.instant());
    runs.add(run);
    fences.clear();
    done.clear();
  }

  @Property(tries = 300)
  void everyItemIsDoneOnce(
      @ForAll @Size(max = 60) List<Move> moves,
      @ForAll @Size(60) List<@IntRange(min = 0, max = 2) Integer> servers) {
    for (int i = 0; i < moves.size(); i++) {
      move(new Step(moves.get(i), servers.get(i)));
      assertThat(done).doesNotHaveDuplicates();
      assertThat(stored().itemsDone()).isEqualTo(done.size());
    }
    finish();

    assertThat(stored().state()).isEqualTo(BatchState.COMPLETED);
    assertThat(done).containsExactlyInAnyOrderElementsOf(ITEMS);
  }

  private void finish() {
    clock.pass(LEASE.multipliedBy(2));
    if (stored().state().isOpen()) {
      fences.remove(0);
      move(new Step(Move.CLAIM, 0));
      move(new Step(Move.PLAN, 0));
      ITEMS.forEach(item -> move(new Step(Move.WORK, 0)));
      move(new Step(Move.END, 0));
    }
  }

  private void move(Step step) {
    int server = step.server();
    switch (step.move()) {
      case CLAIM -> claim(server);
      case PLAN -> held(server).ifPresent(f -> attempt(() -> steps.plan(run.id(), f, this)));
      case WORK -> work(server, false);
      case WORK_AND_THROW -> work(server, true);
      case DIE -> fences.remove(server);
      case WAIT -> clock.pass(LEASE.dividedBy(2).plusSeconds(1));
      case END -> end(server);
    }
  }

  private void claim(int server) {
    long before = stored().fence();
    boolean mine = before > 0 && held(server).orElse(-1) == before;
    database.inTransaction(() -> steps.claim(run.id(), "server" + server, mine));
    if (stored().fence() > before) {
      fences.put(server, stored().fence());
    }
  }

  private void work(int server, boolean breaks) {
    OptionalLong fence = held(server);
    if (fence.isEmpty()) {
      return;
    }
    // Not asked whether it goes on: the worst that a stalled server may do.
    runs.openItems(run.id(), "", 1).forEach(item -> work(fence.getAsLong(), item, breaks));
  }

  private void work(long fence, String item, boolean breaks) {
    boolean committed =
        attempt(
            () -> {
              steps.perform(run.id(), item, this);
              steps.confirm(run.id(), fence, 1);
              if (breaks) {
                throw new FenceLostException("killed before the commit");
              }
            });
    if (committed) {
      done.add(item);
    }
  }

  private void end(int server) {
    OptionalLong fence = held(server);
    boolean through = stored().isPlanned() && done.size() == ITEMS.size();
    if (fence.isPresent() && through) {
      database.inTransaction(() -> steps.end(run.id(), fence.getAsLong()));
      fences.remove(server);
    }
  }

  private boolean attempt(Runnable work) {
    try {
      database.inTransaction(work);
      return true;
    } catch (FenceLostException e) {
      return false;
    }
  }

  private OptionalLong held(int server) {
    Long fence = fences.get(server);
    return fence == null ? OptionalLong.empty() : OptionalLong.of(fence);
  }

  private BatchRun stored() {
    return runs.find(run.id()).orElseThrow();
  }

  @Override
  public String name() {
    return "claim-property";
  }

  @Override
  public List<String> plan(Map<String, String> parameters) {
    return ITEMS;
  }

  @Override
  public void work(String runId, String itemKey) {
    // Its effect is the item's state.
  }
}
