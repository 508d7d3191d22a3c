package dev.easel.service.generation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The renders of this server and whether each was asked to stop. A generation may be rendered twice
 * here for a while: an attempt that was given up for lost, and its successor. Each has its own
 * entry, so that the end of the one does not deafen the other.
 */
@ApplicationScoped
public class RunningRenders {

  private final Map<String, Set<Render>> renders = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  /** One attempt, from before its claim to its end. */
  static final class Render {
    private final String generationId;
    private volatile boolean cancelled;

    private Render(String generationId) {
      this.generationId = generationId;
    }

    boolean isCancelled() {
      return cancelled;
    }
  }

  Render started(String generationId) {
    Render render = new Render(generationId);
    renders.compute(
        generationId,
        (id, known) -> {
          Set<Render> all = known == null ? ConcurrentHashMap.newKeySet() : known;
          all.add(render);
          return all;
        });
    count.incrementAndGet();
    return render;
  }

  void ended(Render render) {
    renders.computeIfPresent(
        render.generationId,
        (id, all) -> {
          all.remove(render);
          return all.isEmpty() ? null : all;
        });
    count.decrementAndGet();
  }

  /** Asks every attempt of the generation to stop. */
  void cancel(String generationId) {
    renders.getOrDefault(generationId, Set.of()).forEach(render -> render.cancelled = true);
  }

  /** Renders under way on this server. */
  public int count() {
    return count.get();
  }
}
