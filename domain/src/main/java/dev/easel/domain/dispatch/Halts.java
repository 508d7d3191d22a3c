package dev.easel.domain.dispatch;

import dev.easel.domain.dispatch.Halt.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All that is halted at one moment. */
public final class Halts {

  /** Why a generation waits that is held back. */
  public static final String PAUSED = "paused";

  private final List<Halt> all;
  private final Set<String> lanes;
  private final Set<String> tenants;
  private final Set<String> models;
  private final boolean everything;

  public Halts(Collection<Halt> halts) {
    all = List.copyOf(halts);
    lanes = subjects(Scope.LANE);
    tenants = subjects(Scope.TENANT);
    models = subjects(Scope.MODEL);
    everything = all.stream().anyMatch(halt -> halt.scope() == Scope.ALL);
  }

  public static Halts none() {
    return new Halts(List.of());
  }

  public List<Halt> all() {
    return all;
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  public boolean stops(Lane lane, String tenantId, String modelId) {
    return stops(lane, tenantId) || models.contains(modelId);
  }

  /** Whether nothing of a tenant's line goes on, whatever the model. */
  public boolean stops(Lane lane, String tenantId) {
    return stops(lane) || tenants.contains(tenantId);
  }

  /** Whether nothing of the lane goes on. */
  public boolean stops(Lane lane) {
    return everything || lanes.contains(lane.wire());
  }

  /** Models of which nothing goes on. */
  public Set<String> models() {
    return models;
  }

  private Set<String> subjects(Scope scope) {
    return all.stream()
        .filter(halt -> halt.scope() == scope)
        .map(Halt::subject)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Halts halts && Set.copyOf(halts.all).equals(Set.copyOf(all));
  }

  @Override
  public int hashCode() {
    return Set.copyOf(all).hashCode();
  }
}
