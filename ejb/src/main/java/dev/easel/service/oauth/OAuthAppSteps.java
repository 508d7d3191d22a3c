package dev.easel.service.oauth;

import dev.easel.domain.audit.Action;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.oauth.AppTerms;
import dev.easel.domain.oauth.OAuthApp;
import dev.easel.domain.oauth.OAuthAppRepository;
import dev.easel.domain.oauth.OAuthClients.Registered;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.audit.AuditTrail;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** What registering programs writes here. Each public method is one transaction. */
@Stateless
public class OAuthAppSteps {

  @Inject OAuthAppRepository apps;
  @Inject IdentityRepository identities;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * Begins a registration.
   *
   * @throws FailureException {@code FORBIDDEN} if the user is no member any more, {@code CONFLICT}
   *     if the tenant has too many
   */
  public OAuthApp begin(Caller caller, String issuer, AppTerms terms) {
    apps.lockTenant(caller.tenantId());
    if (identities.findMembership(caller.userId(), caller.tenantId()).isEmpty()) {
      throw FailureException.of(
              FailureCode.FORBIDDEN, "The user of this key is no member of its tenant any more")
          .with("reason", "not_a_member");
    }
    if (apps.of(caller.tenantId()).size() >= OAuthApps.MOST) {
      throw FailureException.of(
              FailureCode.CONFLICT, "There are " + OAuthApps.MOST + " OAuth apps already")
          .with("reason", "too_many_apps");
    }
    OAuthApp app = new OAuthApp(caller.tenantId(), caller.userId(), issuer, terms, clock.instant());
    apps.add(app);
    return app;
  }

  /** Ends a registration. */
  public OAuthApp finish(Caller caller, String id, Registered made) {
    OAuthApp app = own(caller, id);
    app.register(made.serviceSubject(), clock.instant());
    audit.note(caller, Action.APP_REGISTERED, id, app.terms().name());
    return app;
  }

  public OAuthApp noteRotation(Caller caller, String id) {
    OAuthApp app = own(caller, id);
    app.rotate(clock.instant());
    audit.note(caller, Action.APP_SECRET_RENEWED, id, app.terms().name());
    return app;
  }

  /** Forgets one that the provider never knew. */
  public void forget(Caller caller, String id) {
    apps.remove(own(caller, id));
  }

  public void remove(Caller caller, String id) {
    OAuthApp app = own(caller, id);
    apps.remove(app);
    audit.note(caller, Action.APP_REMOVED, id, app.terms().name());
  }

  public List<OAuthApp> list(Caller caller) {
    return apps.of(caller.tenantId());
  }

  /**
   * @throws FailureException {@code NOT_FOUND} if the tenant has no such program
   */
  public OAuthApp own(Caller caller, String id) {
    return apps.find(id)
        .filter(app -> app.tenantId().equals(caller.tenantId()))
        .orElseThrow(() -> FailureException.notFound("OAuth app", id));
  }
}
