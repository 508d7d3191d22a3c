package dev.easel.service.generation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The renders of this server and whether each was asked to stop. */
@ApplicationScoped
public class RunningRenders {

  private final Map<String, AtomicBoolean> stops = new ConcurrentHashMap<>();

  void started(String generationId) {
    stops.put(generationId, new AtomicBoolean());
  }

  void ended(String generationId) {
    stops.remove(generationId);
  }

  void cancel(String generationId) {
    AtomicBoolean stop = stops.get(generationId);
    if (stop != null) {
      stop.set(true);
    }
  }

  boolean isCancelled(String generationId) {
    AtomicBoolean stop = stops.get(generationId);
    return stop != null && stop.get();
  }

  /** Renders under way on this server. */
  public int count() {
    return stops.size();
  }
}
