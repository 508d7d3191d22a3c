package dev.easel.service.dispatch;

import dev.easel.domain.audit.Action;
import dev.easel.domain.dispatch.Halt;
import dev.easel.domain.dispatch.Halt.Scope;
import dev.easel.domain.dispatch.HaltRepository;
import dev.easel.domain.dispatch.LinePlaces;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationQueue;
import dev.easel.domain.generation.GenerationRepository;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.generation.Parked;
import dev.easel.domain.generation.WaitingRoom;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.audit.AuditTrail;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The transactions in which an operator changes the queue. */
@Stateless
public class QueueSteps {

  @Inject HaltRepository halts;
  @Inject IdentityRepository identities;
  @Inject GenerationRepository generations;
  @Inject GenerationQueue queue;
  @Inject WaitingRoom room;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * @return false if that is halted already
   * @throws FailureException {@code NOT_FOUND} for a tenant there is none of
   */
  public boolean halt(Caller operator, Scope scope, String subject, String note) {
    if (scope == Scope.TENANT && identities.findTenant(subject).isEmpty()) {
      throw FailureException.notFound("tenant", subject);
    }
    Optional<String> by = Optional.ofNullable(operator.userId());
    boolean changed = halts.add(new Halt(scope, subject, note, by, clock.instant()));
    if (changed) {
      audit.note(operator, Action.QUEUE_PAUSED, named(scope, subject), note);
    }
    return changed;
  }

  /**
   * @return false if it was not halted
   */
  public boolean resume(Caller operator, Scope scope, String subject) {
    boolean changed = halts.remove(scope, subject);
    if (changed) {
      audit.note(operator, Action.QUEUE_RESUMED, named(scope, subject), "");
    }
    return changed;
  }

  /** {@code model easel/sketch}, or {@code all}. */
  private static String named(Scope scope, String subject) {
    return (scope.name().toLowerCase(Locale.ROOT) + " " + subject).strip();
  }

  /**
   * Moves one within its tenant's line.
   *
   * @param place 1 for the front
   * @throws FailureException {@code NOT_FOUND}, or {@code CONFLICT} if it does not wait
   */
  public void move(Caller operator, String id, int place) {
    Generation waiting = waiting(id);
    Optional<Parked> parked = room.find(id);
    if (parked.isPresent()) {
      place(parked.get(), place);
    } else if (!queue.move(waiting.tenantId(), id, place)) {
      throw FailureException.of(
              FailureCode.CONFLICT, "It is about to start, expedited or waits for another attempt")
          .with("reason", "not_movable");
    }
    audit.note(operator, Action.QUEUE_MOVED, id, "to place " + place);
  }

  /**
   * Lets one go before all others.
   *
   * @throws FailureException {@code NOT_FOUND}, or {@code CONFLICT} if it does not wait
   */
  public void expedite(Caller operator, String id) {
    waiting(id);
    queue.expedite(id, clock.instant());
    room.find(id).ifPresent(parked -> place(parked, 1));
    audit.note(operator, Action.QUEUE_EXPEDITED, id, "");
  }

  private void place(Parked parked, int place) {
    List<Parked> others =
        room.first(parked.tenantId(), parked.lane(), place + 1).stream()
            .filter(other -> !other.generationId().equals(parked.generationId()))
            .limit(place)
            .toList();
    LinePlaces.moved(parked, others, place)
        .forEach(row -> room.place(row.generationId(), row.placedAt()));
  }

  private Generation waiting(String id) {
    Generation found =
        generations.lock(id).orElseThrow(() -> FailureException.notFound("generation", id));
    if (found.status() != GenerationStatus.QUEUED) {
      throw FailureException.of(FailureCode.CONFLICT, "Only what waits can be moved")
          .with("status", found.status().wire());
    }
    return found;
  }
}
