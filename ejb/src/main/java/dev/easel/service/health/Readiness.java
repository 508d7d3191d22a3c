package dev.easel.service.health;

import dev.easel.domain.asset.BlobStore;
import dev.easel.domain.generation.GenerationQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks everything a generation needs: the database, the file store, the engine. */
@ApplicationScoped
public class Readiness {

  private static final Logger LOG = Logger.getLogger(Readiness.class.getName());

  @Inject GenerationQueue queue;
  @Inject BlobStore blobs;
  @Inject Drain drain;
  @Inject Clock clock;

  /** Part to {@code up}, {@code down} or {@code draining}. */
  public Map<String, String> check() {
    Map<String, String> checks = new LinkedHashMap<>();
    checks.put("database", tried("database", () -> queue.depth(1)));
    checks.put("storage", tried("storage", blobs::probe));
    checks.put("accepting", drain.isDraining() ? "draining" : "up");
    checks.put("engine", queue.healthy(clock.instant()) ? "up" : "down");
    return checks;
  }

  private static String tried(String part, Runnable probe) {
    try {
      probe.run();
      return "up";
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Not ready: " + part);
      return "down";
    }
  }
}
