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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;

/**
 * Lets requests in flight finish when the server is told to stop. It depends on the engine and so
 * is destroyed before it: what clients wait for is still being rendered meanwhile.
 */
@Singleton
@Startup
@DependsOn("Engine")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Drain {

  private static final Logger LOG = Logger.getLogger(Drain.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long LOOK_MILLIS = 50;

  @Inject Clock clock;

  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile boolean draining;

  public void enter() {
    inFlight.incrementAndGet();
  }

  public void leave() {
    inFlight.decrementAndGet();
  }

  public boolean isDraining() {
    return draining;
  }

  @PreDestroy
  void await() {
    draining = true;
    LOG.info(() -> "Stopping: " + inFlight.get() + " requests in flight");
    Instant until = clock.instant().plus(PATIENCE);
    try {
      while (inFlight.get() > 0 && clock.instant().isBefore(until)) {
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    LOG.info(() -> "Stopping: " + inFlight.get() + " requests left behind");
  }
}
