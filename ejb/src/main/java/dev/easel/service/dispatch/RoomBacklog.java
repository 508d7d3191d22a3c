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
import java.util.HashSet;
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
  private final Map<Lane, Map<String, List<Look>>> heads = new EnumMap<>(Lane.class);
  private final Map<String, Boolean> places = new HashMap<>();

  /** What was seen at the head of a line, some models passed over. */
  private record Look(Set<String> without, List<Parked> seen) {}

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
  public List<Waiting> first(Lane lane, String tenantId, int most, Set<String> without) {
    return head(lane, tenantId, most, without).stream().map(NodeLine::waiting).toList();
  }

  @Override
  public boolean mayRun(String tenantId) {
    return places.computeIfAbsent(tenantId, mayRun::test);
  }

  @Override
  public double weight(String tenantId) {
    return weight.applyAsDouble(tenantId);
  }

  /** The row behind what was chosen. */
  Optional<Parked> row(Lane lane, Waiting waiting) {
    Stream<Parked> inTurn = looks(lane, waiting.tenantId()).stream().flatMap(l -> l.seen.stream());
    return Stream.concat(inTurn, outOfTurn(lane)).filter(parked -> is(parked, waiting)).findFirst();
  }

  /** Its turn is over, whether it was given out or somebody else was faster. */
  void done(Lane lane, Waiting waiting) {
    places.remove(waiting.tenantId());
    outOfTurn().removeIf(parked -> is(parked, waiting));
    List<Look> looks = looks(lane, waiting.tenantId());
    looks.forEach(look -> look.seen.removeIf(parked -> is(parked, waiting)));
    looks.removeIf(look -> look.seen.isEmpty()); // there may be more behind what was read
  }

  private static boolean is(Parked parked, Waiting waiting) {
    return parked.generationId().equals(waiting.generationId());
  }

  private List<Look> looks(Lane lane, String tenantId) {
    return heads
        .computeIfAbsent(lane, l -> new HashMap<>())
        .computeIfAbsent(tenantId, t -> new ArrayList<>());
  }

  private List<Parked> head(Lane lane, String tenantId, int most, Set<String> without) {
    List<Look> looks = looks(lane, tenantId);
    return looks.stream()
        .filter(look -> look.without.equals(without))
        .findFirst()
        .map(Look::seen)
        .orElseGet(() -> look(looks, lane, tenantId, most, without));
  }

  private List<Parked> look(
      List<Look> looks, Lane lane, String tenantId, int most, Set<String> without) {
    Set<String> passed = new HashSet<>(without);
    passed.addAll(halts.models());
    List<Parked> seen = new ArrayList<>(room.first(tenantId, NodeLine.of(lane), most, passed));
    looks.add(new Look(Set.copyOf(without), seen));
    return seen;
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
