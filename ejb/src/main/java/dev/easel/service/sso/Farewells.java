package dev.easel.service.sso;

import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.session.DashboardSession;
import dev.easel.domain.session.SessionRepository;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.SecretBox;
import dev.easel.domain.sso.ExternalSession;
import dev.easel.domain.sso.LogoutNotice;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.domain.sso.SignInProvider;
import dev.easel.domain.sso.SsoRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Signing out on both sides, whichever begins. No transaction spans it. */
@ApplicationScoped
public class Farewells {

  private static final Logger LOG = Logger.getLogger(Farewells.class.getName());

  @Inject SignInProviders providers;
  @Inject SignInProvider protocol;
  @Inject SessionRepository sessions;
  @Inject SsoRepository sso;
  @Inject SignOuts signOuts;
  @Inject SecretBox secrets;

  /**
   * Where a browser goes to sign out at its provider as well; empty if it signed in here, or the
   * provider is gone or silent. Asked before the session is ended.
   *
   * @param after where the provider sends it back to
   */
  public Optional<URI> at(BrowserToken token, URI after) {
    return sessions
        .find(token)
        .map(DashboardSession::id)
        .flatMap(sso::findSession)
        .flatMap(session -> at(session, after));
  }

  private Optional<URI> at(ExternalSession session, URI after) {
    try {
      ProviderTerms terms = providers.get(session.provider());
      String idToken = secrets.open(session.idToken(), session.sessionId());
      return protocol.farewell(terms, idToken, after);
    } catch (FailureException | IllegalArgumentException e) {
      LOG.log(Level.WARNING, e, () -> "Signed out here, not at " + session.provider());
      return Optional.empty();
    }
  }

  /**
   * Ends the sessions a provider says have ended (OpenID Connect Back-Channel Logout 1.0).
   *
   * @return how many
   * @throws FailureException {@code INVALID_REQUEST} if the token is none of a provider of ours,
   *     {@code MAINTENANCE} if its keys cannot be read
   */
  public int hear(String logoutToken) {
    ProviderTerms terms =
        Optional.ofNullable(logoutToken)
            .flatMap(protocol::issuerNamed)
            .flatMap(providers::ofIssuer)
            .orElseThrow(() -> FailureException.invalid("logout_token", "is of no known provider"));
    LogoutNotice notice = protocol.notice(terms, logoutToken);
    return signOuts.end(notice);
  }
}
