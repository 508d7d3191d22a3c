package dev.easel.service.health;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;

/**
 * Lets requests in flight finish when the server is told to stop. The web application waits here
 * before it is taken apart. It depends on the engine and so is destroyed before it: what clients
 * wait for is still being rendered meanwhile.
 */
@Singleton
@Startup
@DependsOn("Engine")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Drain {

  private static final Logger LOG = Logger.getLogger(Drain.class.getName());

  /** What takes longer than this is answered as it stands: the work itself is durable. */
  private static final Duration HURRY = Duration.ofSeconds(12);

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long LOOK_MILLIS = 50;

  @Inject Clock clock;

  private final AtomicInteger inFlight = new AtomicInteger();
  private final Set<Runnable> held = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean draining = new AtomicBoolean();

  public void enter() {
    inFlight.incrementAndGet();
  }

  public void leave() {
    inFlight.decrementAndGet();
  }

  /** Registers what answers a held request at once, for when the server cannot wait any longer. */
  public void holds(Runnable answer) {
    held.add(answer);
  }

  public void answered(Runnable answer) {
    held.remove(answer);
  }

  public boolean isDraining() {
    return draining.get();
  }

  /**
   * Waits until no request is in flight, or for as long as a stop can wait; only the first time.
   */
  @PreDestroy
  public void await() {
    if (!draining.compareAndSet(false, true)) {
      return;
    }
    LOG.info(() -> "Stopping: " + inFlight.get() + " requests in flight");
    awaitUntil(clock.instant().plus(HURRY));
    held.forEach(Runnable::run);
    awaitUntil(clock.instant().plus(PATIENCE.minus(HURRY)));
    LOG.info(() -> "Stopping: " + inFlight.get() + " requests left behind");
  }

  private void awaitUntil(Instant deadline) {
    try {
      while (inFlight.get() > 0 && clock.instant().isBefore(deadline)) {
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
