package dev.easel.service.dispatch;

import dev.easel.domain.dispatch.HaltRepository;
import dev.easel.domain.dispatch.Halts;
import dev.easel.domain.dispatch.Lane;
import dev.easel.domain.generation.Generation;
import dev.easel.service.background.BackgroundThreads;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What is halted, as this server knows it: from memory, at most half a second old. Whoever accepts,
 * starts or shows a generation asks here, and no database.
 */
@ApplicationScoped
public class HaltWatch {

  private static final Logger LOG = Logger.getLogger(HaltWatch.class.getName());
  private static final Duration PAUSE = Duration.ofMillis(400);

  @Inject HaltRepository halts;
  @Inject BackgroundThreads background;
  @Inject Event<HaltsChanged> changes;

  private volatile Halts known = Halts.none();

  @PostConstruct
  void start() {
    known = new Halts(halts.halts());
    background.every(PAUSE, this::look);
  }

  public Halts now() {
    return known;
  }

  /** Whether it may not start, wherever it waits. */
  public boolean stops(Generation generation) {
    Halts halted = known;
    return !halted.isEmpty()
        && halted.stops(Lane.INTERACTIVE, generation.tenantId(), generation.modelId());
  }

  /** Reads it again at once, after this server has changed it. */
  public void look() {
    try {
      Halts fresh = new Halts(halts.halts());
      if (!fresh.equals(known)) {
        known = fresh;
        background.workers().execute(() -> changes.fire(new HaltsChanged()));
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Halts could not be read; the last known ones hold");
    }
  }
}
