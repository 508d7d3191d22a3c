package dev.easel.service.generation;

import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.service.background.BackgroundThreads;
import dev.easel.service.dispatch.HaltsChanged;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells watchers what happens to generations. Events of this server arrive at once; what another
 * server does shows in the database, which is asked every second for the generations watched here.
 */
@ApplicationScoped
public class GenerationEvents {

  private static final Logger LOG = Logger.getLogger(GenerationEvents.class.getName());

  /** Ids per query of the poll. */
  private static final int CHUNK = 500;

  private static final Duration POLL = Duration.ofSeconds(1);

  @Inject BackgroundThreads background;
  @Inject StoredStates stored;

  private final Map<String, Set<Watch>> watches = new ConcurrentHashMap<>();
  private final Map<String, GenerationEvent> latest = new ConcurrentHashMap<>();
  private final List<Consumer<GenerationEvent>> counters = new CopyOnWriteArrayList<>();

  @PostConstruct
  void start() {
    background.every(POLL, this::poll);
  }

  /**
   * Watches a generation. The first event is its present state; the last is final, and comes even
   * if the end was before the call.
   */
  public Watch watch(String generationId, Consumer<GenerationEvent> listener) {
    Watch[] self = new Watch[1];
    self[0] = new Watch(generationId, listener, background.workers(), () -> forget(self[0]));
    watches.computeIfAbsent(generationId, id -> ConcurrentHashMap.newKeySet()).add(self[0]);
    GenerationEvent running = latest.get(generationId);
    if (running != null) {
      self[0].tell(running);
    } else {
      tellStored(self[0]);
    }
    return self[0];
  }

  /** Progress of a render on this server; 0 if none runs here. */
  double progress(String generationId) {
    GenerationEvent event = latest.get(generationId);
    return event == null ? 0 : event.progress();
  }

  /** An attempt of this server was overtaken; what it told last is no longer so. */
  void overtaken(String generationId) {
    latest.remove(generationId);
  }

  /** Tells {@code counter} of every end that this server brings about, once each. */
  void count(Consumer<GenerationEvent> counter) {
    counters.add(counter);
  }

  void publish(GenerationEvent event) {
    spread(event);
    if (event.type().isFinal()) {
      counters.forEach(counter -> counter.accept(event));
    }
  }

  private void spread(GenerationEvent event) {
    if (event.type().isFinal() || event.type() == GenerationEvent.Type.QUEUED) {
      latest.remove(event.generationId());
    } else {
      latest.put(event.generationId(), event);
    }
    Set<Watch> interested = watches.get(event.generationId());
    if (interested != null) {
      interested.forEach(watch -> watch.tell(event));
    }
  }

  private void tellStored(Watch watch) {
    stored.find(watch.generationId()).ifPresent(g -> watch.tellRead(stateOf(g)));
  }

  private static GenerationEvent stateOf(Generation generation) {
    return generation.status().isFinal()
        ? GenerationEvent.ended(generation.id(), generation.status())
        : GenerationEvent.plain(GenerationEvent.of(generation.status()), generation.id(), 0);
  }

  /** What waits may wait for another reason now: whoever watches it is told again. */
  void halted(@Observes HaltsChanged change) {
    try {
      elsewhere().forEach(id -> stored.find(id).ifPresent(this::tellWaiting));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Watchers could not be told what is held back");
    }
  }

  private void tellWaiting(Generation generation) {
    if (generation.status() == GenerationStatus.QUEUED) {
      watches
          .getOrDefault(generation.id(), Set.of())
          .forEach(watch -> watch.tellRead(stateOf(generation)));
    }
  }

  private List<String> elsewhere() {
    return watches.keySet().stream().filter(id -> !latest.containsKey(id)).toList();
  }

  private void poll() {
    try {
      List<String> elsewhere = elsewhere();
      for (int from = 0; from < elsewhere.size(); from += CHUNK) {
        List<String> chunk = elsewhere.subList(from, Math.min(from + CHUNK, elsewhere.size()));
        stored.endedAmong(chunk).forEach((id, status) -> spread(GenerationEvent.ended(id, status)));
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Watched generations could not be read");
    }
  }

  private void forget(Watch watch) {
    watches.computeIfPresent(
        watch.generationId(),
        (id, all) -> {
          all.remove(watch);
          return all.isEmpty() ? null : all;
        });
  }
}
