package dev.easel.service.dispatch;

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
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The transactions in which an operator changes the queue. */
@Stateless
public class QueueSteps {

  @Inject HaltRepository halts;
  @Inject IdentityRepository identities;
  @Inject GenerationRepository generations;
  @Inject GenerationQueue queue;
  @Inject WaitingRoom room;
  @Inject Clock clock;

  /**
   * @return false if that is halted already
   * @throws FailureException {@code NOT_FOUND} for a tenant there is none of
   */
  public boolean halt(Scope scope, String subject, String note, Optional<String> by) {
    if (scope == Scope.TENANT && identities.findTenant(subject).isEmpty()) {
      throw FailureException.notFound("tenant", subject);
    }
    return halts.add(new Halt(scope, subject, note, by, clock.instant()));
  }

  /**
   * @return false if it was not halted
   */
  public boolean resume(Scope scope, String subject) {
    return halts.remove(scope, subject);
  }

  /**
   * Moves one within its tenant's line.
   *
   * @param place 1 for the front
   * @throws FailureException {@code NOT_FOUND}, or {@code CONFLICT} if it does not wait
   */
  public void move(String id, int place) {
    Generation waiting = waiting(id);
    Optional<Parked> parked = room.find(id);
    if (parked.isPresent()) {
      place(parked.get(), place);
    } else if (!queue.move(waiting.tenantId(), id, place)) {
      throw FailureException.of(
              FailureCode.CONFLICT, "It is about to start, expedited or waits for another attempt")
          .with("reason", "not_movable");
    }
  }

  /**
   * Lets one go before all others.
   *
   * @throws FailureException {@code NOT_FOUND}, or {@code CONFLICT} if it does not wait
   */
  public void expedite(String id) {
    waiting(id);
    queue.expedite(id, clock.instant());
    room.find(id).ifPresent(parked -> place(parked, 1));
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
