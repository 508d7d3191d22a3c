package dev.easel.service.identity;

import dev.easel.service.background.BackgroundThreads;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * When keys were used last. Requests only leave the time in memory; it is written once a minute, so
 * that no request waits for it.
 */
@ApplicationScoped
public class KeyUses {

  private static final Logger LOG = Logger.getLogger(KeyUses.class.getName());
  private static final Duration PAUSE = Duration.ofMinutes(1);

  @Inject KeyService keys;
  @Inject BackgroundThreads background;
  @Inject Clock clock;

  private final Map<String, Instant> unwritten = new ConcurrentHashMap<>();

  @PostConstruct
  void start() {
    background.every(PAUSE, this::write);
  }

  void note(String keyId) {
    unwritten.put(keyId, clock.instant());
  }

  private void write() {
    // In one order everywhere, so that servers do not wait for each other in a circle.
    SortedMap<String, Instant> batch = new TreeMap<>();
    unwritten.keySet().forEach(id -> batch.put(id, unwritten.remove(id)));
    try {
      if (!batch.isEmpty()) {
        keys.noteUses(batch);
      }
    } catch (RuntimeException e) {
      batch.forEach(unwritten::putIfAbsent);
      LOG.log(Level.WARNING, e, () -> "The last use of keys could not be noted; next try soon");
    }
  }
}
