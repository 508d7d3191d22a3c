package dev.easel.fake;

import dev.easel.domain.generation.GenerationQueue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A queue that only remembers; it takes part in the transactions of its database. */
public final class RecordingQueue implements GenerationQueue {

  private final InMemoryDatabase database;
  private final List<String> waiting = new ArrayList<>();
  private int wakes;

  public RecordingQueue(InMemoryDatabase database) {
    this.database = database;
  }

  public List<String> waiting() {
    return List.copyOf(waiting);
  }

  public int wakes() {
    return wakes;
  }

  @Override
  public void add(String generationId) {
    waiting.add(generationId);
    database.onRollback(() -> waiting.remove(generationId));
  }

  @Override
  public void remove(String generationId) {
    waiting.remove(generationId);
  }

  @Override
  public int ahead(String generationId) {
    return Math.max(0, waiting.indexOf(generationId));
  }

  @Override
  public int depth(int cap) {
    return Math.min(cap, waiting.size());
  }

  @Override
  public void wake() {
    wakes++;
  }

  @Override
  public boolean healthy(Instant now) {
    return true;
  }
}
