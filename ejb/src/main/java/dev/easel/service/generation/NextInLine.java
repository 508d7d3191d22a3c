package dev.easel.service.generation;

import dev.easel.domain.generation.GenerationQueue;
import dev.easel.domain.generation.WaitingRoom;
import dev.easel.domain.shared.Housekeeping;
import dev.easel.service.dispatch.Dispatcher;
import dev.easel.service.dispatch.HaltsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Calls who waits for a slot of its tenant or a place on a node: after each commit that may have
 * freed one, and now and then for all, in case a server died between the two, or a plan has
 * changed.
 */
@ApplicationScoped
public class NextInLine implements Housekeeping {

  private static final Logger LOG = Logger.getLogger(NextInLine.class.getName());

  @Inject ConcurrencyCaps caps;
  @Inject Slots slots;
  @Inject WaitingRoom room;
  @Inject GenerationQueue queue;
  @Inject Dispatcher dispatcher;

  /** To be called after the commit. What goes wrong here is made up for by the chore. */
  void call(String tenantId) {
    dispatcher.kick();
    callQuietly(tenantId, () -> caps.of(tenantId).isPresent());
  }

  /** One has left the queue for the room; it may have been called when it could not be yet. */
  void left(String tenantId) {
    dispatcher.kick();
    callQuietly(tenantId, () -> true);
  }

  private void callQuietly(String tenantId, BooleanSupplier worthwhile) {
    try {
      if (worthwhile.getAsBoolean() && slots.call(tenantId) > 0) {
        queue.wake();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Nobody of " + tenantId + " could be called, for now");
    }
  }

  @Override
  public String name() {
    return "next-in-line";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void run() {
    dispatcher.kick(); // after a restart nothing else may happen that would
    slots.sweep();
    queue.forgetExpedited();
    Optional<String> tenant = room.tenantAfter("");
    while (tenant.isPresent()) {
      callAll(tenant.get());
      tenant = room.tenantAfter(tenant.get());
    }
    queue.wake();
  }

  /** What may go on again is called at once, by every server that sees it. */
  void resumed(@Observes HaltsChanged change) {
    try {
      run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "What was held back could not be called, for now");
    }
  }

  private void callAll(String tenantId) {
    int called;
    do {
      called = slots.call(tenantId);
    } while (called == Slots.CALLED_AT_ONCE);
  }
}
