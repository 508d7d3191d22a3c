package dev.easel.service.identity;

import dev.easel.domain.audit.Action;
import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.KeyRepository;
import dev.easel.domain.identity.KeySecret;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.audit.AuditTrail;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;

/**
 * Makes, changes and ends the keys of a tenant. Nobody gives more than the own key has. Changes
 * count on every server once {@link Authentication} looks again, within 4 seconds.
 */
@Stateless
public class KeyService {

  /** Keys of a tenant that can be used at the same time. */
  public static final int MOST_USABLE = 200;

  private static final Logger LOG = Logger.getLogger(KeyService.class.getName());

  @Inject KeyRepository keys;
  @Inject IdentityRepository identities;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * Makes a key for the caller's user.
   *
   * @param wish made of what a key gets that is not told otherwise: the own key's rights and time,
   *     except for {@code admin}, which has to be asked for
   * @throws FailureException {@code FORBIDDEN} if it goes beyond that or the user is no member any
   *     more, {@code CONFLICT} if the tenant has too many keys
   */
  public IssuedKey create(Caller caller, UnaryOperator<KeyWish> wish) {
    return create(caller, caller.userId(), wish);
  }

  /**
   * Makes a key for a service account of the caller's tenant, or for the caller's user. Its role
   * bounds what the key may do, whatever its rights are.
   *
   * @param userId whose key it is
   * @throws FailureException {@code NOT_FOUND} if the tenant has no such service account, else as
   *     {@link #create(Caller, UnaryOperator)}
   */
  public IssuedKey create(Caller caller, String userId, UnaryOperator<KeyWish> wish) {
    KeyGrant grant = grant(caller);
    KeyWish wanted = wish.apply(grant.usual());
    grant.judge(wanted);
    makeRoom(caller);
    if (!userId.equals(caller.userId()) && !isServiceAccount(caller, userId)) {
      throw FailureException.notFound("service account", userId);
    }
    KeySecret secret = KeySecret.random();
    ApiKey key = new ApiKey(secret, caller.tenantId(), userId, wanted.name(), clock.instant());
    apply(wanted, key);
    audit.note(caller, Action.KEY_CREATED, key.id(), key.name());
    return issued(key, secret, caller);
  }

  /** Keys of the caller's tenant, newest first, ended ones included. */
  public Page<ApiKey> list(Caller caller, Optional<String> after, int limit) {
    return keys.list(caller.tenantId(), after, limit);
  }

  /**
   * @throws FailureException {@code NOT_FOUND} if the tenant has no such key
   */
  public ApiKey get(Caller caller, String id) {
    return own(keys.find(id), caller, id);
  }

  /**
   * Changes a key that has not ended.
   *
   * @param change makes what it shall be of what it is
   * @param address where the caller calls from, who must not lock out the key in use
   * @throws FailureException {@code FORBIDDEN} if it goes beyond the caller's own rights, {@code
   *     CONFLICT} if the key has ended, {@code INVALID_REQUEST} if it is the key in use and would
   *     not do for this request any more
   */
  public ApiKey change(Caller caller, String id, UnaryOperator<KeyWish> change, String address) {
    ApiKey key = lockUsable(caller, id);
    KeyWish now = KeyWish.of(key);
    KeyWish wanted = change.apply(now);
    grant(caller).judgeChange(now, wanted);
    if (id.equals(caller.keyId())) {
      KeyGrant.judgeOwn(wanted, address);
    }
    apply(wanted, key);
    audit.note(caller, Action.KEY_CHANGED, id, key.name());
    LOG.info(() -> "Key " + id + " changed with key " + caller.keyId());
    return key;
  }

  /**
   * Makes a key of the same rights; the old one ends after a while.
   *
   * @throws FailureException {@code FORBIDDEN} if it has more rights than the caller's or another
   *     user, {@code CONFLICT} if it has ended or the tenant has too many keys
   */
  public IssuedKey rotate(Caller caller, String id, Duration overlap) {
    KeyGrant grant = grant(caller);
    makeRoom(caller);
    ApiKey old = lockUsable(caller, id);
    grant.judgeSuccession(old, isServiceAccount(caller, old.userId()));
    Instant now = clock.instant();
    KeySecret secret = KeySecret.random();
    ApiKey successor = old.successor(secret, now);
    Instant end = now.plus(overlap);
    old.expireAt(old.expiresAt().filter(end::isAfter).orElse(end));
    audit.note(caller, Action.KEY_ROTATED, id, "followed by " + successor.id());
    return issued(successor, secret, caller);
  }

  /**
   * Ends a key for good, also the one in use; one that has ended stays as it is.
   *
   * @throws FailureException {@code NOT_FOUND} if the tenant has no such key
   */
  public void revoke(Caller caller, String id) {
    ApiKey key = own(keys.lock(id), caller, id);
    key.revoke(clock.instant());
    audit.note(caller, Action.KEY_REVOKED, id, key.name());
    LOG.info(() -> "Key " + id + " revoked with key " + caller.keyId());
  }

  /** Notes when keys were used last. */
  public void noteUses(SortedMap<String, Instant> times) {
    times.forEach(keys::noteUse);
  }

  private IssuedKey issued(ApiKey key, KeySecret secret, Caller caller) {
    keys.add(key);
    LOG.info(() -> "Key " + key.id() + " made with key " + caller.keyId());
    return new IssuedKey(key, secret.text());
  }

  private static void apply(KeyWish wish, ApiKey key) {
    key.rename(wish.name());
    key.grant(wish.rights());
    key.expireAt(wish.expiresAt().orElse(null));
  }

  private void makeRoom(Caller caller) {
    keys.lockTenant(caller.tenantId());
    // Members are put out under the same lock, and keys made after that would outlive them.
    if (identities.findMembership(caller.userId(), caller.tenantId()).isEmpty()) {
      throw KeyRefusals.notAMember();
    }
    if (keys.countUsable(caller.tenantId(), clock.instant()) >= MOST_USABLE) {
      throw KeyRefusals.tooMany(MOST_USABLE);
    }
  }

  private boolean isServiceAccount(Caller caller, String userId) {
    return identities.findUser(userId).filter(User::isService).isPresent()
        && identities.findMembership(userId, caller.tenantId()).isPresent();
  }

  private KeyGrant grant(Caller caller) {
    Optional<Instant> end = keys.find(caller.keyId()).flatMap(ApiKey::expiresAt);
    return new KeyGrant(caller, end);
  }

  private ApiKey lockUsable(Caller caller, String id) {
    ApiKey key = own(keys.lock(id), caller, id);
    if (!key.usableAt(clock.instant())) {
      throw KeyRefusals.ended(id);
    }
    return key;
  }

  private static ApiKey own(Optional<ApiKey> key, Caller caller, String id) {
    return key.filter(found -> found.tenantId().equals(caller.tenantId()))
        .orElseThrow(() -> FailureException.notFound("key", id));
  }
}
