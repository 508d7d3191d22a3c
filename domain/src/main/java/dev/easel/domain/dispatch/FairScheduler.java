package dev.easel.domain.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Start-time fair queueing between tenants, for each lane: every dispatch moves its tenant's tag on
 * by cost over weight, and the lowest tag is next. A tenant who comes after a pause begins at the
 * present, so that nobody saves up turns, and nobody with a long backlog holds up a short one.
 *
 * <p>Within one tenant's line, and only there, something further back may go first if the node has
 * its model loaded already; the one at the head is passed by a bounded number of times. Waiting in
 * the background lane is bounded as well: whoever waited there for long gets every tenth turn.
 *
 * <p>What an operator expedites goes before all of that. Its tenant pays for it out of its own
 * share: the tag moves on, and nobody else's does.
 *
 * <p>Not safe for threads; the caller guards it.
 */
public final class FairScheduler {

  /** How far back a loaded model may be looked for, and how often a head may be passed by. */
  public static final int LOOK_AHEAD = 32;

  /** Each look behind models that cannot be served passes over one more at least. */
  private static final int MOST_LOOKS = 16;

  private static final int TURNS_BEFORE_BATCH = 9;
  private static final Duration LONG = Duration.ofMinutes(10);

  /** Tags kept for tenants that have nothing waiting; older ones are the present anyway. */
  private static final int MOST_TAGS = 10_000;

  private final boolean affine;
  private final Map<Lane, Line> lines = new EnumMap<>(Lane.class);
  private int interactiveTurns;

  public FairScheduler() {
    this(true);
  }

  /**
   * @param affine whether loaded models are looked for
   */
  public FairScheduler(boolean affine) {
    this.affine = affine;
    for (Lane lane : Lane.values()) {
      lines.put(lane, new Line());
    }
  }

  /** Chooses for a free slot; nothing counts as dispatched before {@link #dispatched}. */
  public Optional<Choice> next(Slot slot, Backlog backlog, Instant now) {
    Optional<Choice> expedited = expedited(slot, backlog);
    if (expedited.isPresent()) {
      return expedited;
    }
    Optional<Choice> interactive = inLane(Lane.INTERACTIVE, slot, backlog);
    if (interactive.isPresent() && interactiveTurns < TURNS_BEFORE_BATCH) {
      return interactive;
    }
    Optional<Choice> batch = inLane(Lane.BATCH, slot, backlog);
    boolean batchsTurn = batch.filter(choice -> choice.waitedLong(now)).isPresent();
    return interactive.isPresent() && !batchsTurn ? interactive : batch;
  }

  /** Counts a choice that was carried out. */
  public void dispatched(Choice choice, Backlog backlog) {
    if (choice.expedited()) {
      lines.get(choice.lane()).charge(choice.chosen(), backlog);
      return;
    }
    interactiveTurns = choice.lane() == Lane.INTERACTIVE ? interactiveTurns + 1 : 0;
    lines.get(choice.lane()).dispatched(choice, backlog);
  }

  private static Optional<Choice> expedited(Slot slot, Backlog backlog) {
    for (Lane lane : Lane.values()) {
      for (Waiting waiting : backlog.expedited(lane)) {
        if (backlog.mayRun(waiting.tenantId()) && slot.serves().test(waiting)) {
          return Optional.of(new Choice(lane, waiting, waiting, true));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Choice> inLane(Lane lane, Slot slot, Backlog backlog) {
    Line line = lines.get(lane);
    List<String> tenants =
        backlog.tenants(lane).stream()
            .sorted(Comparator.comparingDouble(line::start).thenComparing(t -> t))
            .toList();
    for (String tenant : tenants) {
      if (backlog.mayRun(tenant)) {
        Optional<Choice> choice = inLineOf(tenant, lane, slot, backlog);
        if (choice.isPresent()) {
          return choice;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Choice> inLineOf(String tenant, Lane lane, Slot slot, Backlog backlog) {
    List<Waiting> first = served(tenant, lane, slot, backlog);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Waiting head = first.get(0);
    Waiting chosen = head;
    if (affine && lines.get(lane).mayPass(head)) {
      chosen = first.stream().filter(slot::hasLoaded).findFirst().orElse(head);
    }
    return Optional.of(new Choice(lane, chosen, head, false));
  }

  /**
   * The first ones of a line that the slot could serve. Models it cannot serve are passed over: a
   * long row of them does not hold up what is behind it.
   */
  private static List<Waiting> served(String tenant, Lane lane, Slot slot, Backlog backlog) {
    Set<String> without = new TreeSet<>();
    for (int look = 0; look < MOST_LOOKS; look++) {
      List<Waiting> first = backlog.first(lane, tenant, LOOK_AHEAD, without);
      List<Waiting> served = first.stream().filter(slot.serves()).toList();
      if (!served.isEmpty() || first.size() < LOOK_AHEAD) {
        return served;
      }
      first.forEach(waiting -> without.add(waiting.modelId()));
    }
    return List.of();
  }

  /**
   * What goes next.
   *
   * @param head the first of its tenant's line that the slot could serve
   * @param expedited whether it goes out of turn
   */
  public record Choice(Lane lane, Waiting chosen, Waiting head, boolean expedited) {

    boolean passesBy() {
      return !chosen.equals(head);
    }

    boolean waitedLong(Instant now) {
      return head.since().plus(LONG).isBefore(now);
    }
  }

  /** The tags of one lane. */
  private static final class Line {
    private final Map<String, Double> finish = new HashMap<>();
    private final Map<String, Passed> passed = new HashMap<>();
    private double present;

    double start(String tenant) {
      return Math.max(present, finish.getOrDefault(tenant, 0.0));
    }

    boolean mayPass(Waiting head) {
      Passed known = passed.get(head.tenantId());
      return known == null
          || !known.generationId.equals(head.generationId())
          || known.times < LOOK_AHEAD;
    }

    void dispatched(Choice choice, Backlog backlog) {
      String tenant = choice.chosen().tenantId();
      present = start(tenant);
      charge(choice.chosen(), backlog);
      passed.compute(tenant, (t, known) -> choice.passesBy() ? more(known, choice.head()) : null);
      if (finish.size() > MOST_TAGS) {
        finish.values().removeIf(tag -> tag <= present);
      }
    }

    void charge(Waiting given, Backlog backlog) {
      String tenant = given.tenantId();
      finish.put(tenant, start(tenant) + given.cost() / backlog.weight(tenant));
    }

    private static Passed more(Passed known, Waiting head) {
      boolean same = known != null && known.generationId.equals(head.generationId());
      return new Passed(head.generationId(), same ? known.times + 1 : 1);
    }
  }

  private record Passed(String generationId, int times) {}
}
