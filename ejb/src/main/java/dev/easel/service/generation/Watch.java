package dev.easel.service.generation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One listener of one generation. Events reach it in order, one at a time, on the executor's
 * threads; after the final one, or {@link #close}, none does.
 */
public final class Watch implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Watch.class.getName());

  /** A listener this far behind loses previews and progress, never the end. */
  private static final int BACKLOG = 64;

  private final String generationId;
  private final Consumer<GenerationEvent> listener;
  private final Executor executor;
  private final Runnable onClose;
  private final Deque<GenerationEvent> waiting = new ArrayDeque<>();
  private GenerationEvent.Type last;
  private boolean draining;
  private boolean ended;

  Watch(
      String generationId,
      Consumer<GenerationEvent> listener,
      Executor executor,
      Runnable onClose) {
    this.generationId = generationId;
    this.listener = listener;
    this.executor = executor;
    this.onClose = onClose;
  }

  String generationId() {
    return generationId;
  }

  void tell(GenerationEvent event) {
    boolean idle;
    synchronized (waiting) {
      idle = takes(event);
    }
    if (idle) {
      executor.execute(this::drain);
    }
  }

  /** Tells what was read a moment ago, unless something newer was told meanwhile. */
  void tellRead(GenerationEvent event) {
    boolean idle;
    synchronized (waiting) {
      idle = (last == null || last == GenerationEvent.Type.QUEUED) && takes(event);
    }
    if (idle) {
      executor.execute(this::drain);
    }
  }

  /** Whether somebody has to begin telling. */
  private boolean takes(GenerationEvent event) {
    if (ended || (waiting.size() >= BACKLOG && !event.type().isFinal())) {
      return false;
    }
    last = event.type();
    ended = last.isFinal();
    waiting.add(event);
    boolean idle = !draining;
    draining = true;
    return idle;
  }

  @Override
  public void close() {
    synchronized (waiting) {
      ended = true;
      waiting.clear();
    }
    onClose.run();
  }

  private void drain() {
    for (GenerationEvent next = next(); next != null; next = next()) {
      try {
        listener.accept(next);
      } catch (RuntimeException e) {
        LOG.log(Level.FINE, e, () -> "A listener of " + generationId + " is gone");
      }
      if (next.type().isFinal()) {
        onClose.run();
      }
    }
  }

  private GenerationEvent next() {
    synchronized (waiting) {
      GenerationEvent next = waiting.poll();
      draining = next != null;
      return next;
    }
  }
}
