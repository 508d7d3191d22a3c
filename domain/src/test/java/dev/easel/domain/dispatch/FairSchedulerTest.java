package dev.easel.domain.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.easel.domain.dispatch.Simulation.Dispatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The goals of fairness, over the real scheduler and a clock that is only simulated. */
class FairSchedulerTest {

  private static final Duration RENDER = Duration.ofSeconds(2);
  private static final Duration SWAP = Duration.ofSeconds(20);
  private static final int SLOTS = 4;

  private static Simulation simulation() {
    return new Simulation(true, Duration.ZERO).nodes(SLOTS);
  }

  private static long of(List<Dispatch> dispatches, String tenant) {
    return dispatches.stream().filter(d -> d.job().tenantId().equals(tenant)).count();
  }

  @Test
  void tenJobsAreNotHeldUpByAHundredThousandOfAnother() {
    List<Dispatch> dispatches =
        simulation()
            .queued(Lane.INTERACTIVE, "a", 100_000, "flux")
            .arriving(Duration.ofMinutes(5), Lane.INTERACTIVE, "b", 10, "flux")
            .run(1000, RENDER);

    int arrival = first(dispatches, "b");
    assertThat(of(dispatches.subList(arrival, arrival + SLOTS + 20), "b")).isEqualTo(10);
  }

  @Test
  void equalTenantsGetEqualShares() {
    Simulation simulation = simulation();
    List<String> tenants = List.of("a", "b", "c", "d", "e");
    tenants.forEach(tenant -> simulation.queued(Lane.INTERACTIVE, tenant, 2000, "flux"));

    List<Dispatch> dispatches = simulation.run(1000, RENDER);

    assertThat(jain(tenants.stream().mapToDouble(t -> of(dispatches, t)).toArray()))
        .isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void sharesFollowTheWeights() {
    List<Dispatch> dispatches =
        simulation()
            .weight("pro", 5)
            .queued(Lane.INTERACTIVE, "pro", 5000, "flux")
            .queued(Lane.INTERACTIVE, "basic", 5000, "flux")
            .run(1200, RENDER);

    double ratio = (double) of(dispatches, "pro") / of(dispatches, "basic");
    assertThat(ratio).isCloseTo(5, withPercentage(10));
  }

  @Test
  void aLongRowOfWhatANodeCannotDoHoldsUpNothingBehindIt() {
    List<Waiting> line = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      line.add(waiting("gen_" + i, i % 2 == 0 ? "flux" : "sdxl"));
    }
    line.add(waiting("gen_last", "sd"));
    Slot slot = new Slot("nod_a", Optional.empty(), waiting -> waiting.modelId().equals("sd"));

    Optional<FairScheduler.Choice> choice =
        new FairScheduler().next(slot, lineOfOne(line), Instant.EPOCH);

    assertThat(choice.orElseThrow().chosen().generationId()).isEqualTo("gen_last");
  }

  private static Waiting waiting(String id, String model) {
    return new Waiting(id, "a", model, "TEXT_TO_IMAGE", 1, Optional.empty(), Instant.EPOCH);
  }

  private static Backlog lineOfOne(List<Waiting> line) {
    return new Backlog() {
      @Override
      public List<String> tenants(Lane lane) {
        return lane == Lane.INTERACTIVE ? List.of("a") : List.of();
      }

      @Override
      public List<Waiting> first(Lane lane, String tenantId, int most, Set<String> without) {
        return line.stream().filter(w -> !without.contains(w.modelId())).limit(most).toList();
      }

      @Override
      public boolean mayRun(String tenantId) {
        return true;
      }

      @Override
      public double weight(String tenantId) {
        return 1;
      }
    };
  }

  @Test
  void aModelThatIsLoadedIsPreferredWithinATenant() {
    assertThat(swaps(true)).isLessThan(swaps(false) / 5);
  }

  private static long swaps(boolean affine) {
    return new Simulation(affine, SWAP)
            .nodes(2)
            .queued(Lane.INTERACTIVE, "a", 400, "flux", "sdxl", "sd2")
            .run(400, RENDER)
            .stream()
            .filter(Dispatch::swapped)
            .count();
  }

  @Test
  void noJobIsPassedByMoreOftenThanItMayBe() {
    List<Dispatch> dispatches =
        new Simulation(true, SWAP)
            .nodes(1)
            .queued(Lane.INTERACTIVE, "a", 1, "flux")
            .queued(Lane.INTERACTIVE, "a", 1, "rare")
            .queued(Lane.INTERACTIVE, "a", 500, "flux")
            .run(502, RENDER);

    int rare = dispatches.stream().map(d -> d.job().modelId()).toList().indexOf("rare");
    assertThat(rare).isBetween(1, FairScheduler.LOOK_AHEAD + 1);
  }

  @Test
  void anotherTenantsLoadedModelChangesNothing() {
    List<Dispatch> dispatches =
        new Simulation(true, SWAP)
            .nodes(1)
            .queued(Lane.INTERACTIVE, "a", 100, "flux")
            .queued(Lane.INTERACTIVE, "b", 100, "sdxl")
            .run(100, RENDER);

    assertThat(of(dispatches, "a")).isEqualTo(50);
  }

  @Test
  void whoeverWaitsForAnAnswerGoesBeforeTheBackground() {
    List<Dispatch> dispatches =
        simulation()
            .queued(Lane.BATCH, "a", 100, "flux")
            .queued(Lane.INTERACTIVE, "b", 50, "flux")
            .run(150, RENDER);

    assertThat(of(dispatches.subList(0, 50), "b")).isEqualTo(50);
  }

  @Test
  void theBackgroundIsNotStarvedForEver() {
    List<Dispatch> dispatches =
        simulation()
            .queued(Lane.BATCH, "a", 500, "flux")
            .queued(Lane.INTERACTIVE, "b", 20_000, "flux")
            .run(6000, RENDER);

    List<Dispatch> later = dispatches.subList(3000, 6000);
    assertThat(of(later, "a")).isBetween(250L, 350L);
  }

  @Test
  void aTenantAtItsCapWaitsAndOthersDoNot() {
    List<Dispatch> dispatches =
        simulation()
            .cap("a", 1)
            .queued(Lane.INTERACTIVE, "a", 100, "flux")
            .queued(Lane.INTERACTIVE, "b", 300, "flux")
            .run(200, RENDER);

    assertThat(of(dispatches, "a")).isEqualTo(50);
  }

  @Test
  void whatANodeCannotRenderIsLeftForAnother() {
    List<Dispatch> dispatches =
        new Simulation(true, SWAP)
            .node("sdxl")
            .node("flux")
            .queued(Lane.INTERACTIVE, "a", 20, "flux")
            .queued(Lane.INTERACTIVE, "a", 5, "sdxl")
            .run(25, RENDER);

    assertThat(dispatches)
        .hasSize(25)
        .allMatch(d -> d.nodeId().equals(d.job().modelId().equals("sdxl") ? "node-0" : "node-1"));
  }

  @Test
  void whoComesBackAfterAPauseHasSavedNothingUp() {
    List<Dispatch> dispatches =
        simulation()
            .queued(Lane.INTERACTIVE, "a", 5000, "flux")
            .arriving(Duration.ofMinutes(30), Lane.INTERACTIVE, "b", 1000, "flux")
            .run(5500, RENDER);

    int arrival = first(dispatches, "b");
    assertThat(of(dispatches.subList(arrival, arrival + 400), "b")).isBetween(190L, 210L);
  }

  @Property(tries = 60)
  void everythingThatWaitsIsDispatchedOnce(
      @ForAll @IntRange(min = 1, max = 4) int nodes,
      @ForAll @IntRange(max = 60) int first,
      @ForAll @IntRange(max = 60) int second,
      @ForAll @IntRange(min = 1, max = 3) int cap) {
    List<Dispatch> dispatches =
        new Simulation(true, SWAP)
            .nodes(nodes)
            .cap("a", cap)
            .queued(Lane.INTERACTIVE, "a", first, "flux", "sdxl")
            .queued(Lane.BATCH, "b", second, "sd2", "flux")
            .run(10_000, RENDER);

    Set<String> ids =
        dispatches.stream().map(d -> d.job().generationId()).collect(Collectors.toSet());
    assertThat(dispatches).hasSize(first + second);
    assertThat(ids).hasSize(first + second);
  }

  private static int first(List<Dispatch> dispatches, String tenant) {
    return dispatches.stream().map(d -> d.job().tenantId()).toList().indexOf(tenant);
  }

  static double jain(double... shares) {
    double sum = 0;
    double squares = 0;
    for (double share : shares) {
      sum += share;
      squares += share * share;
    }
    return sum * sum / (shares.length * squares);
  }
}
