package dev.easel.fake;

import dev.easel.domain.generation.GenerationQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A queue that only remembers; it takes part in the transactions of its database. */
public final class RecordingQueue implements GenerationQueue {

  private final InMemoryDatabase database;
  private final List<String> waiting = new ArrayList<>();
  private final Set<String> picked = new HashSet<>();
  private final List<String> expedited = new ArrayList<>();
  private final List<String> hastened = new ArrayList<>();
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
  public boolean putBack(String generationId, Instant since) {
    if (waiting.contains(generationId) || picked.contains(generationId)) {
      return false;
    }
    waiting.add(generationId);
    database.onRollback(() -> waiting.remove(generationId));
    return true;
  }

  /** Takes one out for a worker; it counts as being in the queue until it is done. */
  public void pick(String generationId) {
    waiting.remove(generationId);
    picked.add(generationId);
  }

  public void done(String generationId) {
    picked.remove(generationId);
  }

  /** Each tenant's line is in the hands of the database; here all stand in one. */
  @Override
  public boolean move(String tenantId, String generationId, int place) {
    if (!waiting.remove(generationId)) {
      return false;
    }
    waiting.add(Math.min(place - 1, waiting.size()), generationId);
    return true;
  }

  @Override
  public void expedite(String generationId, Instant now) {
    expedited.add(generationId);
    if (waiting.remove(generationId)) {
      waiting.add(0, generationId);
    }
  }

  public List<String> expedited() {
    return List.copyOf(expedited);
  }

  @Override
  public int forgetExpedited() {
    return 0;
  }

  @Override
  public boolean hasten(String generationId) {
    hastened.add(generationId);
    return !picked.contains(generationId);
  }

  public List<String> hastened() {
    return List.copyOf(hastened);
  }

  @Override
  public void remove(String generationId) {
    waiting.remove(generationId);
  }

  @Override
  public int ahead(String generationId) {
    int place = waiting.indexOf(generationId);
    return place < 0 ? waiting.size() : place;
  }

  @Override
  public int depth(int cap) {
    return Math.min(cap, waiting.size());
  }

  @Override
  public int due(int cap) {
    return depth(cap);
  }

  @Override
  public void wake() {
    wakes++;
  }

  @Override
  public Duration lease() {
    return Duration.ofSeconds(15);
  }

  @Override
  public boolean healthy(Instant now) {
    return true;
  }
}
