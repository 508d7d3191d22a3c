package dev.easel.service.dispatch;

import dev.easel.domain.dispatch.Backlog;
import dev.easel.domain.dispatch.Halts;
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
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The waiting room during one round of the dispatcher: what was read once is not read again, and
 * what was given out is left out.
 */
class RoomBacklog implements Backlog {

  private static final int MOST_EXPEDITED = 100;

  private final WaitingRoom room;
  private final Predicate<String> mayRun;
  private final ToDoubleFunction<String> weight;
  private final Halts halts;
  private List<String> tenants;
  private List<Parked> expedited;
  private final Map<Lane, Map<String, List<Parked>>> heads = new EnumMap<>(Lane.class);

  RoomBacklog(
      WaitingRoom room, Predicate<String> mayRun, ToDoubleFunction<String> weight, Halts halts) {
    this.room = room;
    this.halts = halts;
    this.mayRun = mayRun;
    this.weight = weight;
  }

  @Override
  public Collection<String> tenants(Lane lane) {
    if (halts.stops(lane)) {
      return List.of();
    }
    if (tenants == null) {
      tenants = room.tenants(); // of all lanes: who has nothing in this one is passed over
    }
    return halts.isEmpty()
        ? tenants
        : tenants.stream().filter(tenant -> !halts.stops(lane, tenant)).toList();
  }

  @Override
  public List<Waiting> expedited(Lane lane) {
    return outOfTurn(lane).map(NodeLine::waiting).toList();
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
    return Stream.concat(
            heads.getOrDefault(lane, Map.of()).getOrDefault(waiting.tenantId(), List.of()).stream(),
            outOfTurn(lane))
        .filter(parked -> parked.generationId().equals(waiting.generationId()))
        .findFirst();
  }

  /** Its turn is over, whether it was given out or somebody else was faster. */
  void done(Lane lane, Waiting waiting) {
    outOfTurn().removeIf(parked -> parked.generationId().equals(waiting.generationId()));
    List<Parked> line = heads.getOrDefault(lane, Map.of()).get(waiting.tenantId());
    if (line == null) {
      return; // it went out of turn
    }
    line.removeIf(parked -> parked.generationId().equals(waiting.generationId()));
    if (line.isEmpty()) {
      heads.get(lane).remove(waiting.tenantId()); // there may be more behind what was read
    }
  }

  private List<Parked> head(Lane lane, String tenantId, int most) {
    String line = NodeLine.of(lane);
    Set<String> without = halts.models();
    return heads
        .computeIfAbsent(lane, l -> new HashMap<>())
        .computeIfAbsent(tenantId, t -> new ArrayList<>(room.first(t, line, most, without)));
  }

  private Stream<Parked> outOfTurn(Lane lane) {
    return outOfTurn().stream()
        .filter(parked -> parked.lane().equals(NodeLine.of(lane)))
        .filter(parked -> !halts.stops(lane, parked.tenantId(), parked.modelId()));
  }

  private List<Parked> outOfTurn() {
    if (expedited == null) {
      expedited = new ArrayList<>(room.expedited(MOST_EXPEDITED));
    }
    return expedited;
  }
}
