package dev.easel.domain.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.dispatch.FairScheduler.Choice;
import dev.easel.domain.generation.Parked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What operators do to one tenant takes nothing from the others. */
class OperatorRulesTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> TENANTS = List.of("ann", "bob", "cid");
  private static final int TURNS = 120;

  @Property(tries = 200)
  void whoeverIsMovedToTheFrontGoesFirstAndNoTurnChangesItsTenant(
      @ForAll @Size(max = 60) List<@IntRange(min = 1, max = TURNS) Integer> when,
      @ForAll @IntRange(min = 1, max = 30) int back) {
    Lines moved = new Lines();
    List<String> turns = new ArrayList<>();
    for (int turn = 0; turn < TURNS; turn++) {
      if (when.contains(turn)) {
        moved.front("ann", back);
      }
      turns.add(moved.turn().orElseThrow());
    }

    assertThat(turns).isEqualTo(new Lines().turns(TURNS));
  }

  @Property(tries = 200)
  void nobodyHasFewerTurnsWhileAnotherIsPausedNorAfterItIsResumed(
      @ForAll @Size(max = 20) List<@IntRange(min = 1, max = TURNS) Integer> switches) {
    Lines paused = new Lines();
    List<String> undisturbed = new Lines().turns(TURNS);
    Map<String, Integer> with = new HashMap<>();
    Map<String, Integer> without = new HashMap<>();
    for (int turn = 0; turn < TURNS; turn++) {
      if (switches.contains(turn)) {
        paused.pauseOrResume("ann");
      }
      with.merge(paused.turn().orElseThrow(), 1, Integer::sum);
      without.merge(undisturbed.get(turn), 1, Integer::sum);
      for (String other : List.of("bob", "cid")) {
        // Who of two equals goes first may change by one turn.
        assertThat(with.getOrDefault(other, 0))
            .isGreaterThanOrEqualTo(without.getOrDefault(other, 0) - 1);
      }
    }
  }

  @Property(tries = 100)
  void whatIsExpeditedGoesBeforeAllAndItsTenantPaysForIt(
      @ForAll @IntRange(min = 1, max = 20) int expedited) {
    Lines lines = new Lines();
    lines.turns(7);
    lines.expedite("ann", expedited);

    assertThat(lines.turns(expedited)).containsOnly("ann");
    lines.turns(3 * TURNS);

    assertThat(lines.given.get("bob"))
        .isBetween(lines.given.get("ann") - 1, lines.given.get("ann") + 1);
    assertThat(lines.given.get("cid"))
        .isBetween(lines.given.get("ann") - 1, lines.given.get("ann") + 1);
  }

  @Property(tries = 500)
  void oneIsMovedToItsPlaceAndTheOthersKeepTheirOrder(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 5) Integer> micros,
      @ForAll @IntRange(max = 11) int which,
      @ForAll @IntRange(min = 1, max = 14) int place) {
    List<Parked> line = new ArrayList<>();
    for (int i = 0; i < micros.size(); i++) {
      line.add(parked("gen_" + (char) ('a' + i), NOW.plusNanos(micros.get(i) * 1000L)));
    }
    Comparator<Parked> order = (a, b) -> a.equals(b) ? 0 : a.isBefore(b) ? -1 : 1;
    line.sort(order);
    Parked moved = line.get(which % line.size());
    List<Parked> others = new ArrayList<>(line);
    others.remove(moved);

    List<Parked> changed =
        LinePlaces.moved(moved, others.subList(0, Math.min(place, others.size())), place);
    List<Parked> after = new ArrayList<>(line);
    changed.forEach(row -> after.removeIf(p -> p.generationId().equals(row.generationId())));
    after.addAll(changed);
    after.sort(order);

    List<String> wanted = new ArrayList<>(others.stream().map(Parked::generationId).toList());
    wanted.add(Math.min(place - 1, wanted.size()), moved.generationId());
    assertThat(after.stream().map(Parked::generationId)).isEqualTo(wanted);
  }

  private static Parked parked(String id, Instant at) {
    return new Parked(id, "ann", "l", "m", "r", "o", 1, Optional.empty(), NOW, at);
  }

  /** Lines that never end, all jobs alike. */
  private static final class Lines implements Backlog {
    private final FairScheduler scheduler = new FairScheduler();
    private final Map<String, List<Waiting>> lines = new HashMap<>();
    private final Map<String, Integer> given = new HashMap<>();
    private final List<Waiting> expedited = new ArrayList<>();
    private final Set<String> paused = new HashSet<>();
    private String wantedNext;
    private int made;

    Lines() {
      TENANTS.forEach(tenant -> lines.put(tenant, new ArrayList<>()));
      fill();
    }

    private void fill() {
      lines.forEach(
          (tenant, line) -> {
            while (line.size() < 40) {
              line.add(new Waiting("gen-" + made++, tenant, "m", "o", 1, Optional.empty(), NOW));
            }
          });
    }

    void front(String tenant, int back) {
      Waiting moved = lines.get(tenant).remove(back);
      lines.get(tenant).add(0, moved);
      wantedNext = moved.generationId();
    }

    void pauseOrResume(String tenant) {
      if (!paused.remove(tenant)) {
        paused.add(tenant);
      }
    }

    void expedite(String tenant, int count) {
      expedited.addAll(lines.get(tenant).subList(10, 10 + count));
    }

    List<String> turns(int count) {
      List<String> turns = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        turns.add(turn().orElseThrow());
      }
      return turns;
    }

    Optional<String> turn() {
      Slot slot = new Slot("node", Optional.empty(), waiting -> true);
      Optional<Choice> choice = scheduler.next(slot, this, NOW);
      choice.ifPresent(this::given);
      return choice.map(c -> c.chosen().tenantId());
    }

    private void given(Choice choice) {
      Waiting chosen = choice.chosen();
      if (wantedNext != null && chosen.tenantId().equals("ann")) {
        assertThat(chosen.generationId()).isEqualTo(wantedNext);
        wantedNext = null;
      }
      lines.get(chosen.tenantId()).remove(chosen);
      expedited.remove(chosen);
      given.merge(chosen.tenantId(), 1, Integer::sum);
      scheduler.dispatched(choice, this);
      fill();
    }

    @Override
    public Collection<String> tenants(Lane lane) {
      return lane == Lane.INTERACTIVE
          ? TENANTS.stream().filter(tenant -> !paused.contains(tenant)).toList()
          : List.of();
    }

    @Override
    public List<Waiting> first(Lane lane, String tenantId, int most, Set<String> without) {
      return lines.get(tenantId).stream().limit(most).toList();
    }

    @Override
    public List<Waiting> expedited(Lane lane) {
      return lane == Lane.INTERACTIVE ? List.copyOf(expedited) : List.of();
    }

    @Override
    public boolean mayRun(String tenantId) {
      return true;
    }

    @Override
    public double weight(String tenantId) {
      return 1;
    }
  }
}
