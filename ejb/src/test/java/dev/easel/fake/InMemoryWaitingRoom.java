package dev.easel.fake;

import dev.easel.domain.generation.Parked;
import dev.easel.domain.generation.WaitingRoom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A waiting room without a database; it takes part in the transactions of one. */
public final class InMemoryWaitingRoom implements WaitingRoom {

  private final InMemoryDatabase database;
  private final List<Parked> waiting = new ArrayList<>();
  private final Set<String> expedited = new LinkedHashSet<>();

  public InMemoryWaitingRoom(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void enter(Parked parked) {
    if (find(parked.generationId()).isEmpty()) {
      waiting.add(parked);
      database.onRollback(() -> waiting.remove(parked));
    }
  }

  @Override
  public void leave(String generationId) {
    find(generationId)
        .ifPresent(
            parked -> {
              waiting.remove(parked);
              database.onRollback(() -> waiting.add(parked));
            });
  }

  @Override
  public Optional<Parked> find(String generationId) {
    return waiting.stream().filter(p -> p.generationId().equals(generationId)).findFirst();
  }

  @Override
  public boolean isEmpty(String tenantId) {
    return of(tenantId).findAny().isEmpty();
  }

  @Override
  public List<Parked> first(String tenantId, String lane, int most, Set<String> without) {
    return of(tenantId)
        .filter(p -> !without.contains(p.modelId()))
        .filter(p -> p.lane().equals(lane))
        .sorted((a, b) -> a.equals(b) ? 0 : a.isBefore(b) ? -1 : 1)
        .limit(most)
        .toList();
  }

  @Override
  public List<Parked> since(String lane, Instant before, int most) {
    return waiting.stream()
        .filter(p -> p.lane().equals(lane) && p.enteredAt().isBefore(before))
        .sorted(Comparator.comparing(Parked::enteredAt))
        .limit(most)
        .toList();
  }

  @Override
  public List<Parked> expedited(int most) {
    return expedited.stream().flatMap(id -> find(id).stream()).limit(most).toList();
  }

  /** As the queue is told, in the database. */
  public void expedite(String generationId) {
    expedited.add(generationId);
  }

  @Override
  public void place(String generationId, Instant place) {
    find(generationId).ifPresent(p -> waiting.set(waiting.indexOf(p), p.at(place)));
  }

  @Override
  public int ahead(Parked parked, int most) {
    return (int)
        of(parked.tenantId())
            .filter(p -> p.lane().equals(parked.lane()) && p.isBefore(parked))
            .limit(most)
            .count();
  }

  @Override
  public int length(String tenantId, String lane, int most) {
    return first(tenantId, lane, most).size();
  }

  @Override
  public Optional<String> tenantAfter(String tenantId) {
    return waiting.stream()
        .map(Parked::tenantId)
        .filter(id -> id.compareTo(tenantId) > 0)
        .sorted()
        .findFirst();
  }

  private Stream<Parked> of(String tenantId) {
    return waiting.stream().filter(p -> p.tenantId().equals(tenantId));
  }
}
