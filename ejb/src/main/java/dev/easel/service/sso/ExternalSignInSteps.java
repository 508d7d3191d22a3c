package dev.easel.service.sso;

import dev.easel.domain.audit.Action;
import dev.easel.domain.audit.Actor;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.session.DashboardSession;
import dev.easel.domain.session.Device;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.SecretBox;
import dev.easel.domain.shared.Sha256;
import dev.easel.domain.sso.Departure;
import dev.easel.domain.sso.ExternalSession;
import dev.easel.domain.sso.ExternalSignIn;
import dev.easel.domain.sso.Grants;
import dev.easel.domain.sso.IdentityLink;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.domain.sso.SignInAttempt;
import dev.easel.domain.sso.SsoRepository;
import dev.easel.service.audit.AuditTrail;
import dev.easel.service.session.Sessions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** What signing in elsewhere writes here. Each public method is one transaction. */
@Stateless
public class ExternalSignInSteps {

  private static final int LONGEST_TOKEN = 12_000;

  @Inject SsoRepository sso;
  @Inject IdentityRepository identities;
  @Inject Newcomers newcomers;
  @Inject GroupRules rules;
  @Inject Granting granting;
  @Inject Sessions sessions;
  @Inject SecretBox secrets;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  public void begin(
      Departure departure,
      BrowserToken browser,
      String provider,
      Optional<String> next,
      Optional<String> linkTo) {
    sso.add(new SignInAttempt(departure, browser, provider, next, linkTo, clock.instant()));
  }

  /** Whoever asks first uses it up, also with the wrong browser: an answer has leaked then. */
  public Optional<SignInAttempt> take(String state, BrowserToken browser, String provider) {
    return sso.take(Sha256.hex(state))
        .filter(attempt -> attempt.isOf(browser, provider, clock.instant()));
  }

  /**
   * Finds or makes the user, and lets the groups give and take.
   *
   * @param next the page the browser wants: that of an invitation lets its address in
   * @throws FailureException {@code FORBIDDEN} if a newcomer's groups give nothing, {@code
   *     CONFLICT} if the address is another account's
   */
  public User settle(
      ProviderTerms terms, ExternalSignIn signIn, Optional<String> next, Device device) {
    Grants grants = Grants.of(rules.of(terms), signIn.groups());
    User user =
        sso.find(signIn.identity())
            .map(this::returning)
            .orElseGet(() -> newcomers.admit(terms, signIn, grants, next, device));
    granting.apply(terms, user, grants, device.address());
    return user;
  }

  /** Notes with an account that is there that nobody got in: by link or by address. */
  public void refused(ProviderTerms terms, ExternalSignIn signIn, Device device) {
    Optional<User> known =
        sso.find(signIn.identity())
            .map(IdentityLink::userId)
            .flatMap(identities::findUser)
            .or(() -> signIn.email().flatMap(identities::findUserByEmail));
    known.ifPresent(
        user ->
            audit.note(
                Actor.of(user, device.address()),
                Action.SIGN_IN_REFUSED,
                "",
                "through " + terms.name()));
  }

  /** Whether a page is that of an invitation that is no more, as when it just let somebody in. */
  public boolean isOver(String page) {
    return newcomers.isOver(page);
  }

  private User returning(IdentityLink link) {
    link.use(clock.instant());
    return identities.findUser(link.userId()).orElseThrow();
  }

  /**
   * Signs the browser in.
   *
   * @throws FailureException {@code FORBIDDEN} if the user belongs to no tenant any more
   */
  public BrowserToken open(ProviderTerms terms, User user, ExternalSignIn signIn, Device device) {
    BrowserToken token = BrowserToken.fresh();
    String how = device.browser() + ", through " + terms.name();
    DashboardSession session = sessions.open(user, device, token, how);
    sso.add(new ExternalSession(session.id(), terms.slug(), signIn, sealed(signIn, session.id())));
    return token;
  }

  /** One that does not fit is forgotten: the provider asks at sign-out then. */
  private String sealed(ExternalSignIn signIn, String owner) {
    boolean fits = signIn.idToken().length() <= LONGEST_TOKEN;
    return secrets.seal(fits ? signIn.idToken() : "", owner);
  }
}
