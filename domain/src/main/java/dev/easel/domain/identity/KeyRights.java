package dev.easel.domain.identity;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a key may be used for, within what its user may.
 *
 * @param scopes what it may do
 * @param models ids of the only models it may call; empty for all
 * @param addresses the only addresses it may be used from; empty for all
 * @param perMinute requests per minute, within the tenant's; empty for no limit of its own
 */
public record KeyRights(
    Set<Scope> scopes, Set<String> models, List<IpRange> addresses, OptionalInt perMinute) {

  public KeyRights {
    scopes = Set.copyOf(scopes);
    models = Set.copyOf(models);
    addresses = List.copyOf(addresses);
  }

  /** Whatever the user may. */
  public static KeyRights all() {
    return new KeyRights(EnumSet.allOf(Scope.class), Set.of(), List.of(), OptionalInt.empty());
  }

  /** These, as far as the user's role goes; what runs the server is the user's own matter. */
  public KeyRights within(Role role) {
    Set<Scope> left = EnumSet.noneOf(Scope.class);
    scopes.stream()
        .filter(scope -> scope == Scope.ADMIN || role.scopes().contains(scope))
        .forEach(left::add);
    return new KeyRights(left, models, addresses, perMinute);
  }

  /** Whether the key may be used from an address. */
  public boolean admits(String address) {
    return addresses.isEmpty() || addresses.stream().anyMatch(range -> range.contains(address));
  }

  /** The first right in which others go beyond these, as the API calls it. */
  public Optional<String> excessOf(KeyRights others) {
    if (!scopes.containsAll(others.scopes)) {
      return Optional.of("scopes");
    }
    if (!models.isEmpty() && (others.models.isEmpty() || !models.containsAll(others.models))) {
      return Optional.of("models");
    }
    if (!addresses.isEmpty() && !within(others.addresses)) {
      return Optional.of("allowed_ips");
    }
    return moreOften(others) ? Optional.of("requests_per_minute") : Optional.empty();
  }

  private boolean within(List<IpRange> others) {
    return !others.isEmpty()
        && others.stream().allMatch(o -> addresses.stream().anyMatch(own -> own.contains(o)));
  }

  private boolean moreOften(KeyRights others) {
    return perMinute.isPresent()
        && (others.perMinute.isEmpty() || others.perMinute.getAsInt() > perMinute.getAsInt());
  }
}
