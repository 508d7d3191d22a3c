package dev.easel.service.sso;

import dev.easel.domain.audit.Action;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.LocalMode;
import dev.easel.domain.sso.ProviderRepository;
import dev.easel.domain.sso.SignInSetting;
import dev.easel.service.audit.AuditTrail;
import dev.easel.service.session.LocalSignIn;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** Closes and opens signing in by password. */
@Stateless
public class LocalSignInDesk {

  @Inject LocalSignIn local;
  @Inject SignInProviders providers;
  @Inject ProviderRepository stored;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * @throws FailureException {@code CONFLICT} if the configuration decides, or nobody could sign in
   */
  public void change(Caller caller, LocalMode mode) {
    if (local.isConfigured()) {
      throw conflict("The configuration decides this (easel.sign-in.local)");
    }
    if (mode == LocalMode.BREAK_GLASS && providers.all().isEmpty()) {
      throw conflict("No identity provider is switched on: nobody could sign in");
    }
    if (mode == LocalMode.BREAK_GLASS && !stored.canBreakGlass()) {
      throw conflict("Nobody who runs this server has a password, for when no provider answers");
    }
    stored.put(new SignInSetting(mode, clock.instant()));
    audit.note(caller, Action.LOCAL_SIGN_IN_CHANGED, "", mode.wire());
  }

  private static FailureException conflict(String words) {
    return FailureException.of(FailureCode.CONFLICT, words);
  }
}
