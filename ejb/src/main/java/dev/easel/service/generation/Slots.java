package dev.easel.service.generation;

import dev.easel.domain.dispatch.Halts;
import dev.easel.domain.dispatch.Lane;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationQueue;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.generation.Parked;
import dev.easel.domain.generation.TenantSlots;
import dev.easel.domain.generation.WaitingRoom;
import dev.easel.service.dispatch.HaltWatch;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalInt;

/**
 * Holds tenants to the number of generations their plan runs at once. Whoever is in the queue or
 * runs holds a slot; what exceeds the cap is in the waiting room instead and is called in the order
 * it was accepted in. A slot that becomes free is handed to the first one, so that nobody takes it
 * in between. Each public method joins the caller's transaction or is one; without a cap none of
 * them asks the database.
 */
@Stateless
public class Slots {

  /** The lane of what somebody waits for, which is all there is so far. */
  static final String INTERACTIVE = "interactive";

  /** Why a generation waits here. */
  public static final String CONCURRENCY_CAP = "concurrency_cap";

  /** Called in one transaction; a cap that was lifted may let many go. */
  static final int CALLED_AT_ONCE = 500;

  @Inject ConcurrencyCaps caps;
  @Inject TenantSlots slots;
  @Inject SlotGates gates;
  @Inject WaitingRoom room;
  @Inject GenerationQueue queue;
  @Inject HaltWatch halts;

  /**
   * Queues what was accepted, with a slot if there is a cap; without a free one it waits. Locks the
   * tenant's gate until the commit.
   */
  public void admit(Generation accepted) {
    if (halts.stops(accepted)) {
      room.enter(parked(accepted, Halts.PAUSED));
    } else if (!isCapped(accepted)) {
      queue.add(accepted.id());
    } else if (take(accepted)) {
      queue.putBack(accepted.id(), accepted.createdAt());
    }
  }

  /**
   * Sends one that was about to start into the waiting room, if an operator holds it back. What has
   * started goes on.
   *
   * @param claimed locked by the caller
   */
  public boolean isHeldBack(Generation claimed) {
    if (claimed.status() != GenerationStatus.QUEUED || !halts.stops(claimed)) {
      return false;
    }
    free(claimed);
    room.enter(parked(claimed, Halts.PAUSED));
    return true;
  }

  /**
   * Whether it may run now. If not, it waits from now on and has to leave the queue.
   *
   * @param claimed locked by the caller
   */
  public boolean take(Generation claimed) {
    OptionalInt cap = caps.of(claimed.tenantId());
    if (cap.isEmpty() || slots.holders(claimed.tenantId()).contains(claimed.id())) {
      return true;
    }
    gates.lock(claimed.tenantId());
    int running = slots.holders(claimed.tenantId()).size();
    // One that was started while the plan had no cap only goes on.
    boolean runs = claimed.status() == GenerationStatus.PROCESSING;
    if (!runs && (running >= cap.getAsInt() || !isFirst(parked(claimed, CONCURRENCY_CAP)))) {
      room.enter(parked(claimed, CONCURRENCY_CAP));
      return false;
    }
    room.leave(claimed.id());
    slots.take(claimed.tenantId(), claimed.id());
    return true;
  }

  /** Gives the slot of an attempt back. Then, after the commit, others can be called. */
  public void free(Generation ended) {
    if (isCapped(ended)) {
      slots.free(ended.id());
    }
  }

  /** Takes out what was cancelled, wherever it waits. */
  public void withdraw(Generation cancelled) {
    // One that is being called at this moment comes back, and its worker finds it cancelled.
    queue.remove(cancelled.id());
    boolean capped = isCapped(cancelled);
    if (capped) {
      gates.lock(cancelled.tenantId());
    }
    room.leave(cancelled.id());
    if (capped) {
      slots.free(cancelled.id());
    }
  }

  /**
   * Puts as many of the tenant's generations back into the queue as slots are free, and gives them
   * the slots.
   *
   * @return how many
   */
  public int call(String tenantId) {
    Halts halted = halts.now();
    if (halted.stops(Lane.INTERACTIVE, tenantId)
        || room.isEmpty(tenantId)
        || places(tenantId) == 0) {
      return 0; // whoever frees a slot after this look calls again
    }
    gates.lock(tenantId);
    List<Parked> next = room.first(tenantId, INTERACTIVE, places(tenantId), halted.models());
    int called = 0;
    for (Parked parked : next) {
      // One that has not left the queue yet is called when it has.
      if (queue.putBack(parked.generationId(), parked.enteredAt())) {
        room.leave(parked.generationId());
        reserve(parked);
        called++;
      }
    }
    return called;
  }

  /** Whether one more of the tenant's may run, at a look that locks nothing. */
  public boolean hasPlace(String tenantId) {
    return places(tenantId) > 0;
  }

  /**
   * Calls one that waits for something else than a slot, and gives it a slot if there is a cap.
   *
   * @return false if it went elsewhere, has not left the queue yet, or finds no free slot
   */
  public boolean call(Parked parked) {
    if (caps.of(parked.tenantId()).isPresent()) {
      gates.lock(parked.tenantId());
    }
    if (places(parked.tenantId()) == 0
        || room.find(parked.generationId()).isEmpty()
        || !queue.putBack(parked.generationId(), parked.enteredAt())) {
      return false;
    }
    room.leave(parked.generationId());
    reserve(parked);
    return true;
  }

  /** Gives back slots that were left behind by tenants whose cap was lifted meanwhile. */
  public int sweep() {
    return slots.freeEnded();
  }

  private int places(String tenantId) {
    OptionalInt cap = caps.of(tenantId);
    return cap.isEmpty()
        ? CALLED_AT_ONCE
        : Math.min(CALLED_AT_ONCE, Math.max(0, cap.getAsInt() - slots.holders(tenantId).size()));
  }

  private void reserve(Parked called) {
    if (caps.of(called.tenantId()).isPresent()) {
      slots.take(called.tenantId(), called.generationId());
    }
  }

  private boolean isFirst(Parked claimed) {
    return room.first(claimed.tenantId(), INTERACTIVE, 1, halts.now().models()).stream()
        .noneMatch(first -> first.isBefore(claimed));
  }

  private boolean isCapped(Generation generation) {
    return caps.of(generation.tenantId()).isPresent();
  }

  private static Parked parked(Generation generation, String reason) {
    return Parked.of(generation, INTERACTIVE, reason);
  }
}
