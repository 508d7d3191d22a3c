package dev.easel.service.dispatch;

import dev.easel.domain.dispatch.Halt;
import dev.easel.domain.dispatch.Halt.Scope;
import dev.easel.domain.dispatch.Lane;
import dev.easel.domain.dispatch.QueueEntry;
import dev.easel.domain.dispatch.QueueGroup;
import dev.easel.domain.dispatch.QueueQuery;
import dev.easel.domain.dispatch.QueueView;
import dev.easel.domain.generation.GenerationQueue;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.generation.WaitingRoom;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.domain.shared.TimeKey;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.memory.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Logger;

/** What operators see of the queue and do to it. */
@ApplicationScoped
public class QueueDesk {

  private static final Logger LOG = Logger.getLogger(QueueDesk.class.getName());
  private static final int COUNTED = 1_000;

  /** Counting reads all that waits. */
  private static final Duration MEMORY = Duration.ofSeconds(2);

  @Inject QueueView view;
  @Inject QueueSteps steps;
  @Inject HaltWatch halts;
  @Inject WaitingReasons reasons;
  @Inject WaitingRoom room;
  @Inject GenerationQueue queue;
  @Inject GenerationService generations;
  @Inject Dispatcher dispatcher;
  @Inject Clock clock;

  private final Remembered<String, QueueTally> tallies =
      new Remembered<>(() -> clock.millis(), MEMORY);

  /** All that has not ended, the oldest first. */
  public Page<QueueItem> list(QueueQuery query, int limit) {
    Instant now = clock.instant();
    List<QueueItem> rows =
        view.list(query, now, limit + 1).stream().map(entry -> item(entry, now)).toList();
    return Page.of(rows, limit, QueueDesk::key);
  }

  private static String key(QueueItem item) {
    return new TimeKey(item.entry().since(), item.entry().generationId()).text();
  }

  /** Counts of all that has not ended; up to two seconds old. */
  public QueueTally tally() {
    return tallies.get(
        "", () -> new QueueTally(view.groups(clock.instant()).stream().map(this::count).toList()));
  }

  /** What is halted, the oldest halt first. */
  public List<Halt> halts() {
    halts.look();
    return halts.now().all();
  }

  /**
   * Holds back what has not started, until it is resumed: on this server at once, on others within
   * half a second, and over restarts.
   *
   * @param subject the lane, tenant or model; empty for everything
   * @return false if that is halted already
   * @throws FailureException {@code NOT_FOUND} for a tenant there is none of
   */
  public boolean pause(Caller operator, Scope scope, String subject, String note) {
    boolean changed = steps.halt(operator, scope, subject, note);
    if (changed) {
      LOG.info(() -> "Paused: " + named(scope, subject));
    }
    halts.look();
    return changed;
  }

  /**
   * @return false if it was not halted
   */
  public boolean resume(Caller operator, Scope scope, String subject) {
    boolean changed = steps.resume(operator, scope, subject);
    if (changed) {
      LOG.info(() -> "Resumed: " + named(scope, subject));
    }
    halts.look();
    return changed;
  }

  /**
   * Moves one within its tenant's line; other tenants do not notice.
   *
   * @param place 1 for the front
   * @throws FailureException {@code NOT_FOUND}, or {@code CONFLICT} if it does not wait
   */
  public QueueItem move(Caller operator, String id, int place) {
    steps.move(operator, id, place);
    return get(id);
  }

  /**
   * Lets one go before all others, as soon as its tenant may run one more.
   *
   * @throws FailureException {@code NOT_FOUND}, or {@code CONFLICT} if it does not wait
   */
  public QueueItem expedite(Caller operator, String id) {
    steps.expedite(operator, id);
    LOG.info(() -> "Expedited: " + id);
    QueueItem item = get(id);
    dispatcher.kick();
    queue.wake();
    return item;
  }

  /**
   * Cancels whoever's it is, with the money released.
   *
   * @throws FailureException {@code NOT_FOUND}, or {@code CONFLICT} if it has ended otherwise
   */
  public GenerationStatus cancel(Caller operator, String id) {
    GenerationStatus status = generations.cancelFor(operator, id);
    LOG.info(() -> "Cancelled by an operator: " + id);
    return status;
  }

  private QueueItem get(String id) {
    Instant now = clock.instant();
    return view.find(id, now)
        .map(entry -> item(entry, now))
        .orElseThrow(() -> FailureException.notFound("generation", id));
  }

  private QueueItem item(QueueEntry entry, Instant now) {
    return new QueueItem(
        entry,
        reasons.of(
            entry.line(), lane(entry.lane()), entry.tenantId(), entry.modelId(), entry.operation()),
        place(entry),
        Math.max(0, Duration.between(entry.since(), now).toSeconds()));
  }

  private Optional<Integer> place(QueueEntry entry) {
    String id = entry.generationId();
    return switch (entry.line()) {
      case NODE, TENANT -> room.find(id).map(parked -> room.ahead(parked, COUNTED) + 1);
      case ENGINE -> Optional.of(queue.ahead(id) + 1);
      case RETRY, RUNNING -> Optional.empty();
    };
  }

  private QueueTally.Count count(QueueGroup group) {
    return new QueueTally.Count(
        group,
        reasons.of(
            group.line(),
            lane(group.lane()),
            group.tenantId(),
            group.modelId(),
            group.operation()));
  }

  private static Lane lane(String wire) {
    return Lane.valueOf(wire.toUpperCase(Locale.ROOT));
  }

  private static String named(Scope scope, String subject) {
    return scope.name().toLowerCase(Locale.ROOT) + " " + subject;
  }
}
