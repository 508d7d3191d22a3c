package dev.easel.service.identity;

import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.KeyRights;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.FailureException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller may give to keys: no more than the own key has.
 *
 * @param latest when the own key ends, if it does
 */
record KeyGrant(Caller caller, Optional<Instant> latest) {

  /** What a key gets that is not told otherwise. */
  KeyWish usual() {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    caller.scopes().stream().filter(scope -> scope != Scope.ADMIN).forEach(scopes::add);
    KeyRights own = caller.rights();
    return new KeyWish(
        "", new KeyRights(scopes, own.models(), own.addresses(), own.perMinute()), latest);
  }

  void judge(KeyWish wanted) {
    caller
        .rights()
        .excessOf(wanted.rights())
        .ifPresent(
            right -> {
              throw KeyRefusals.beyondOwn(right);
            });
    if (outlives(wanted.expiresAt())) {
      throw KeyRefusals.beyondOwn("expires_at");
    }
  }

  /** What stays as it was is not given. */
  void judgeChange(KeyWish now, KeyWish wanted) {
    boolean keptRights = now.rights().excessOf(wanted.rights()).isEmpty();
    boolean keptTime = now.expiresAt().equals(wanted.expiresAt());
    judge(
        new KeyWish(
            wanted.name(),
            keptRights ? caller.rights() : wanted.rights(),
            keptTime ? latest : wanted.expiresAt()));
  }

  /**
   * A successor's secret is shown to the caller, who may then do all it may.
   *
   * @param service whether it is a service account's, for which somebody has to do it
   */
  void judgeSuccession(ApiKey key, boolean service) {
    if (!service && !key.userId().equals(caller.userId())) {
      throw KeyRefusals.anotherUsers();
    }
    judge(KeyWish.of(key));
  }

  /**
   * A key must remain good for what is being done with it.
   *
   * @throws FailureException {@code INVALID_REQUEST} naming what would lock it out
   */
  static void judgeOwn(KeyWish wanted, String address) {
    if (!wanted.rights().scopes().contains(Scope.KEYS_MANAGE)) {
      throw FailureException.invalid("scopes", "would take 'keys:manage' from the key in use");
    }
    if (!wanted.rights().admits(address)) {
      throw FailureException.invalid("allowed_ips", "would lock out the key in use: " + address);
    }
  }

  private boolean outlives(Optional<Instant> end) {
    return latest.isPresent() && (end.isEmpty() || end.get().isAfter(latest.get()));
  }
}
