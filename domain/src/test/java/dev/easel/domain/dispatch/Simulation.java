package dev.easel.domain.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The scheduler over nodes and time that exist only here: a node renders one job after the other,
 * and loads a model first when it held another one.
 */
public final class Simulation implements Backlog {

  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  /** A job that was dispatched. */
  public record Dispatch(Waiting job, Lane lane, Instant at, String nodeId, boolean swapped) {}

  private record Node(String id, Set<String> models) {}

  private record Free(Instant at, int number) implements Comparable<Free> {
    @Override
    public int compareTo(Free other) {
      int byTime = at.compareTo(other.at);
      return byTime == 0 ? Integer.compare(number, other.number) : byTime;
    }
  }

  private final FairScheduler scheduler;
  private final Duration swap;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Lane, Map<String, List<Waiting>>> lines = new EnumMap<>(Lane.class);
  private final Map<String, Double> weights = new HashMap<>();
  private final Map<String, Integer> caps = new HashMap<>();
  private final Map<String, Integer> running = new HashMap<>();
  private final Map<Integer, String> loaded = new HashMap<>();
  private final Map<Integer, Waiting> rendering = new HashMap<>();
  private final Deque<Arrival> arrivals = new ArrayDeque<>();
  private final List<Dispatch> dispatches = new ArrayList<>();
  private Instant now = BEGIN;
  private int numbers;

  private record Arrival(Instant at, Lane lane, Waiting job) {}

  /**
   * @param swap how long loading a model takes
   */
  public Simulation(boolean affine, Duration swap) {
    this.scheduler = new FairScheduler(affine);
    this.swap = swap;
    for (Lane lane : Lane.values()) {
      lines.put(lane, new LinkedHashMap<>());
    }
  }

  /** A node that can render the models, or all of them if none is named. */
  public Simulation node(String... models) {
    nodes.add(new Node("node-" + nodes.size(), Set.of(models)));
    return this;
  }

  public Simulation nodes(int count) {
    for (int i = 0; i < count; i++) {
      node();
    }
    return this;
  }

  public Simulation weight(String tenant, double weight) {
    weights.put(tenant, weight);
    return this;
  }

  public Simulation cap(String tenant, int running) {
    caps.put(tenant, running);
    return this;
  }

  /** Jobs of a tenant that wait from the beginning, their models in turn. */
  public Simulation queued(Lane lane, String tenant, int count, String... models) {
    for (int i = 0; i < count; i++) {
      line(lane, tenant).add(job(tenant, models[i % models.length], 1, BEGIN));
    }
    return this;
  }

  /** Jobs that come later; to be called in order of time. */
  public Simulation arriving(Duration after, Lane lane, String tenant, int count, String model) {
    for (int i = 0; i < count; i++) {
      Instant at = BEGIN.plus(after);
      arrivals.add(new Arrival(at, lane, job(tenant, model, 1, at)));
    }
    return this;
  }

  private Waiting job(String tenant, String model, double cost, Instant since) {
    return new Waiting(
        "gen-" + numbers++, tenant, model, "text-to-image", cost, Optional.empty(), since);
  }

  /** Runs until nothing waits, or so many were dispatched. */
  public List<Dispatch> run(int most, Duration render) {
    PriorityQueue<Free> free = new PriorityQueue<>();
    for (int i = 0; i < nodes.size(); i++) {
      free.add(new Free(now, i));
    }
    List<Integer> idle = new ArrayList<>();
    while (dispatches.size() < most && !free.isEmpty()) {
      now = free.peek().at;
      while (!free.isEmpty() && !free.peek().at.isAfter(now)) {
        int number = free.poll().number;
        ended(number);
        idle.add(number);
      }
      arrive();
      for (int number : List.copyOf(idle)) {
        Optional<Instant> until = dispatch(number, render);
        until.ifPresent(
            end -> {
              idle.remove((Integer) number);
              free.add(new Free(end, number));
            });
      }
      if (free.isEmpty() && !arrivals.isEmpty()) {
        Instant next = arrivals.peek().at;
        idle.forEach(number -> free.add(new Free(next, number)));
        idle.clear();
      }
    }
    return dispatches;
  }

  private void ended(int number) {
    Waiting job = rendering.remove(number);
    if (job != null) {
      running.merge(job.tenantId(), -1, Integer::sum);
    }
  }

  private void arrive() {
    while (!arrivals.isEmpty() && !arrivals.peek().at.isAfter(now)) {
      Arrival arrival = arrivals.poll();
      line(arrival.lane, arrival.job.tenantId()).add(arrival.job);
    }
  }

  private Optional<Instant> dispatch(int number, Duration render) {
    Node node = nodes.get(number);
    Slot slot =
        new Slot(
            node.id,
            Optional.ofNullable(loaded.get(number)),
            job -> node.models.isEmpty() || node.models.contains(job.modelId()));
    Optional<FairScheduler.Choice> choice = scheduler.next(slot, this, now);
    if (choice.isEmpty()) {
      return Optional.empty();
    }
    Waiting job = choice.get().chosen();
    scheduler.dispatched(choice.get(), this);
    line(choice.get().lane(), job.tenantId()).remove(job);
    running.merge(job.tenantId(), 1, Integer::sum);
    rendering.put(number, job);
    boolean swapped = !job.modelId().equals(loaded.put(number, job.modelId()));
    dispatches.add(new Dispatch(job, choice.get().lane(), now, node.id, swapped));
    return Optional.of(now.plus(render).plus(swapped ? swap : Duration.ZERO));
  }

  private List<Waiting> line(Lane lane, String tenant) {
    return lines.get(lane).computeIfAbsent(tenant, t -> new LinkedList<>());
  }

  @Override
  public Collection<String> tenants(Lane lane) {
    return lines.get(lane).entrySet().stream()
        .filter(line -> !line.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public List<Waiting> first(Lane lane, String tenantId, int most, Set<String> without) {
    return line(lane, tenantId).stream()
        .filter(waiting -> !without.contains(waiting.modelId()))
        .limit(most)
        .toList();
  }

  @Override
  public boolean mayRun(String tenantId) {
    return running.getOrDefault(tenantId, 0) < caps.getOrDefault(tenantId, Integer.MAX_VALUE);
  }

  @Override
  public double weight(String tenantId) {
    return weights.getOrDefault(tenantId, 1.0);
  }
}
