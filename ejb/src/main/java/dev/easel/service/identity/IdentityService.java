package dev.easel.service.identity;

import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.KeyRights;
import dev.easel.domain.identity.KeySecret;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.oauth.OAuthApp;
import dev.easel.domain.oauth.OAuthAppRepository;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Use cases upon keys, users and tenants. */
@Stateless
public class IdentityService {

  @Inject IdentityRepository identities;
  @Inject OAuthAppRepository apps;
  @Inject Clock clock;

  /**
   * The caller behind a key as it stands in the database.
   *
   * @throws FailureException {@code FORBIDDEN} if the tenant is suspended
   */
  public Optional<Caller> identify(KeySecret key) {
    return identities
        .findKey(key.id())
        .filter(found -> key.matches(found.secretHash()))
        .filter(found -> found.usableAt(clock.instant()))
        .map(this::callerOf)
        .map(this::admitted);
  }

  /** Whether the credential would still be accepted. */
  public boolean isUsable(Caller caller) {
    return identities
            .findKey(caller.keyId())
            .filter(found -> found.usableAt(clock.instant()))
            .filter(found -> isOpen(found.tenantId()))
            .isPresent()
        || isMember(caller)
        || isProgram(caller);
  }

  private boolean isProgram(Caller caller) {
    return OAuthApp.isId(caller.keyId())
        && apps.find(caller.keyId())
            .filter(app -> isOpen(app.tenantId()))
            .flatMap(app -> identities.findMembership(app.userId(), app.tenantId()))
            .isPresent();
  }

  private Caller admitted(Caller caller) {
    if (!isOpen(caller.tenantId())) {
      throw FailureException.of(
              FailureCode.FORBIDDEN, "This organisation is suspended; ask who runs the server")
          .with("reason", "tenant_suspended");
    }
    return caller;
  }

  private boolean isOpen(String tenantId) {
    return identities.findTenant(tenantId).filter(Tenant::suspended).isEmpty();
  }

  /** In the dashboard a membership stands where a key stands otherwise. */
  private boolean isMember(Caller caller) {
    return identities
        .findMembership(caller.userId(), caller.tenantId())
        .filter(membership -> membership.id().equals(caller.keyId()))
        .filter(membership -> isOpen(membership.tenantId()))
        .isPresent();
  }

  public User user(Caller caller) {
    return identities
        .findUser(caller.userId())
        .orElseThrow(() -> FailureException.notFound("user", caller.userId()));
  }

  /** Changes what the caller's user prefers. */
  public User prefer(Caller caller, PreferenceWish wish) {
    User user = user(caller);
    wish.username().ifPresent(user::call);
    user.prefer(
        wish.model().orElse(user.defaultModel()),
        wish.size().orElse(user.defaultSize()),
        wish.nsfwFilter().orElse(user.nsfwFilter()),
        wish.autoSaveGallery().orElse(user.autoSaveGallery()));
    return user;
  }

  public Tenant tenant(Caller caller) {
    return identities
        .findTenant(caller.tenantId())
        .orElseThrow(() -> FailureException.notFound("tenant", caller.tenantId()));
  }

  public Plan plan(Caller caller) {
    return identities
        .findPlan(caller.planId())
        .orElseThrow(() -> FailureException.notFound("plan", caller.planId()));
  }

  /**
   * A member who calls with something else than a key; the membership's id stands in its place, as
   * in the dashboard.
   *
   * @param given what the credential gives; the role may give less
   */
  public Caller member(Membership membership, KeyRights given) {
    return calling(membership, membership.id(), given);
  }

  /** A registered program that acts for itself, within what whoever registered it may. */
  public Caller program(OAuthApp app, Membership owner, KeyRights given) {
    return calling(owner, app.id(), given);
  }

  private Caller calling(Membership membership, String credential, KeyRights given) {
    Tenant tenant = identities.findTenant(membership.tenantId()).orElseThrow();
    Plan plan = identities.findPlan(tenant.planId()).orElseThrow();
    return new Caller(
        tenant.id(),
        membership.userId(),
        credential,
        plan.id(),
        plan.vip() || tenant.vipGranted(),
        false,
        given.within(membership.role()),
        credential);
  }

  private Caller callerOf(ApiKey key) {
    Tenant tenant = identities.findTenant(key.tenantId()).orElseThrow();
    Plan plan = identities.findPlan(tenant.planId()).orElseThrow();
    User user = identities.findUser(key.userId()).orElseThrow();
    return new Caller(
        tenant.id(),
        user.id(),
        key.id(),
        plan.id(),
        plan.vip() || tenant.vipGranted(),
        user.administrator(),
        rights(key),
        key.family());
  }

  /** A key gives no more than its user's role does now; users of older servers have none. */
  private KeyRights rights(ApiKey key) {
    return identities
        .findMembership(key.userId(), key.tenantId())
        .map(membership -> key.rights().within(membership.role()))
        .orElseGet(key::rights);
  }

  /**
   * Who ordered something once, as their plan is now; empty if the tenant is no more or suspended.
   *
   * @param keyId the key or membership it was ordered with
   */
  public Optional<Caller> owner(String tenantId, String userId, String keyId) {
    String key = keyId == null ? "" : keyId;
    String family = identities.findKey(key).map(ApiKey::family).orElse(key);
    return identities
        .findTenant(tenantId)
        .filter(tenant -> !tenant.suspended())
        .map(
            tenant -> {
              Plan plan = identities.findPlan(tenant.planId()).orElseThrow();
              boolean vip = plan.vip() || tenant.vipGranted();
              return new Caller(
                  tenantId, userId, key, plan.id(), vip, false, KeyRights.all(), family);
            });
  }

  /** What whoever runs the server reads for a tenant's id; empty if it is no more. */
  public Optional<String> tenantName(String id) {
    return identities.findTenant(id).map(Tenant::name);
  }
}
