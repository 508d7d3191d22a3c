package dev.easel.service.oauth;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.oauth.AppKind;
import dev.easel.domain.oauth.AppTerms;
import dev.easel.domain.oauth.OAuthApp;
import dev.easel.domain.oauth.OAuthClients;
import dev.easel.domain.oauth.OAuthClients.Registered;
import dev.easel.domain.oauth.Registrar;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Registers programs of others with the identity provider. Whose a program is, is decided by our
 * own rows before the provider is asked: our account there may touch every client of the realm. No
 * transaction spans it; the row is written before the client and removed after it, so that whatever
 * fails on the way, the owner sees it and can remove it.
 */
@ApplicationScoped
public class OAuthApps {

  /** Of a tenant. */
  public static final int MOST = 100;

  private static final Logger LOG = Logger.getLogger(OAuthApps.class.getName());

  @Inject OAuthAppSteps steps;
  @Inject OAuthClients clients;
  @Inject Registrars registrars;

  /**
   * Registers one.
   *
   * @throws FailureException {@code FORBIDDEN} if it could ask for more than the caller has, {@code
   *     CONFLICT} if the tenant has too many, {@code MAINTENANCE} if there is no provider for it or
   *     it is silent
   */
  public IssuedApp register(Caller caller, AppTerms terms) {
    if (!caller.scopes().containsAll(terms.scopes())) {
      throw beyondOwn();
    }
    Registrar registrar = registrars.get();
    clients.mustAnswer(registrar);
    OAuthApp begun = steps.begin(caller, registrar.issuer().toString(), terms);
    try {
      Registered made = clients.register(registrar, begun.id(), terms);
      return new IssuedApp(steps.finish(caller, begun.id(), made), made.secret());
    } catch (RuntimeException failed) {
      undo(caller, registrar, begun);
      throw failed;
    }
  }

  /** What cannot be undone now stays to be seen, and removed, by its owner. */
  private void undo(Caller caller, Registrar registrar, OAuthApp begun) {
    try {
      clients.remove(registrar, begun.id());
      steps.forget(caller, begun.id());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "The OAuth app " + begun.id() + " was left half registered");
    }
  }

  /** Of the caller's tenant, the newest first. */
  public List<OAuthApp> list(Caller caller) {
    return steps.list(caller);
  }

  /**
   * @throws FailureException {@code NOT_FOUND} if the tenant has no such program
   */
  public OAuthApp get(Caller caller, String id) {
    return steps.own(caller, id);
  }

  /**
   * Replaces the secret.
   *
   * @throws FailureException {@code NOT_FOUND} if the tenant has no such program, {@code FORBIDDEN}
   *     if another user registered it, {@code CONFLICT} if it has no secret or was not registered
   *     to the end, {@code MAINTENANCE} if the provider is silent
   */
  public IssuedApp rotate(Caller caller, String id) {
    OAuthApp app = steps.own(caller, id);
    if (!app.userId().equals(caller.userId())) {
      throw anotherUsers();
    }
    if (app.terms().kind() == AppKind.PUBLIC || app.registeredAt().isEmpty()) {
      throw noSecret(app);
    }
    // Whoever holds the secret may do all the program may.
    if (!caller.scopes().containsAll(app.terms().scopes())) {
      throw beyondOwn();
    }
    String secret = clients.renewSecret(registrarOf(app), id);
    return new IssuedApp(steps.noteRotation(caller, id), Optional.of(secret));
  }

  /**
   * Ends a program: its tokens count no more within seconds.
   *
   * @throws FailureException {@code NOT_FOUND} if the tenant has no such program, {@code
   *     MAINTENANCE} if the provider is silent
   */
  public void remove(Caller caller, String id) {
    OAuthApp app = steps.own(caller, id);
    clients.remove(registrarOf(app), id);
    steps.remove(caller, id);
  }

  /** The scopes a caller may let programs ask for. */
  public static List<Scope> choices(Caller caller) {
    return Scope.delegable().stream().filter(caller::may).toList();
  }

  private Registrar registrarOf(OAuthApp app) {
    Registrar registrar = registrars.get();
    if (!registrar.issuer().toString().equals(app.issuer())) {
      throw FailureException.of(
              FailureCode.CONFLICT, "The OAuth app is registered with " + app.issuer())
          .with("reason", "another_provider");
    }
    return registrar;
  }

  private static FailureException beyondOwn() {
    return FailureException.of(
            FailureCode.FORBIDDEN, "An app cannot ask for more than you may do yourself: scopes")
        .with("reason", "beyond_own_rights")
        .with("field", "scopes");
  }

  private static FailureException anotherUsers() {
    return FailureException.of(
            FailureCode.FORBIDDEN, "The app of another user can be removed, not given a new secret")
        .with("reason", "another_users_app");
  }

  private static FailureException noSecret(OAuthApp app) {
    boolean half = app.registeredAt().isEmpty();
    return FailureException.of(
            FailureCode.CONFLICT,
            half
                ? "The app was not registered to the end; remove it and register it again"
                : "A public app has no secret")
        .with("reason", half ? "app_unfinished" : "no_secret");
  }
}
