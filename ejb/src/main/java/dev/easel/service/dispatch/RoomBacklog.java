package dev.easel.service.dispatch;

import dev.easel.domain.dispatch.Backlog;
import dev.easel.domain.dispatch.Lane;
import dev.easel.domain.dispatch.Waiting;
import dev.easel.domain.generation.Parked;
import dev.easel.domain.generation.WaitingRoom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The waiting room during one round of the dispatcher: what was read once is not read again, and
 * what was given out is left out.
 */
class RoomBacklog implements Backlog {

  private final WaitingRoom room;
  private final Predicate<String> mayRun;
  private final ToDoubleFunction<String> weight;
  private List<String> tenants;
  private final Map<Lane, Map<String, List<Parked>>> heads = new EnumMap<>(Lane.class);

  RoomBacklog(WaitingRoom room, Predicate<String> mayRun, ToDoubleFunction<String> weight) {
    this.room = room;
    this.mayRun = mayRun;
    this.weight = weight;
  }

  @Override
  public Collection<String> tenants(Lane lane) {
    if (tenants == null) {
      tenants = room.tenants(); // of all lanes: who has nothing in this one is passed over
    }
    return tenants;
  }

  @Override
  public List<Waiting> first(Lane lane, String tenantId, int most) {
    return head(lane, tenantId, most).stream().map(NodeLine::waiting).toList();
  }

  @Override
  public boolean mayRun(String tenantId) {
    return mayRun.test(tenantId);
  }

  @Override
  public double weight(String tenantId) {
    return weight.applyAsDouble(tenantId);
  }

  /** The row behind what was chosen. */
  Optional<Parked> row(Lane lane, Waiting waiting) {
    return heads.getOrDefault(lane, Map.of()).getOrDefault(waiting.tenantId(), List.of()).stream()
        .filter(parked -> parked.generationId().equals(waiting.generationId()))
        .findFirst();
  }

  /** Its turn is over, whether it was given out or somebody else was faster. */
  void done(Lane lane, Waiting waiting) {
    List<Parked> line = heads.get(lane).get(waiting.tenantId());
    line.removeIf(parked -> parked.generationId().equals(waiting.generationId()));
    if (line.isEmpty()) {
      heads.get(lane).remove(waiting.tenantId()); // there may be more behind what was read
    }
  }

  private List<Parked> head(Lane lane, String tenantId, int most) {
    return heads
        .computeIfAbsent(lane, l -> new HashMap<>())
        .computeIfAbsent(tenantId, t -> new ArrayList<>(room.first(t, NodeLine.of(lane), most)));
  }
}
