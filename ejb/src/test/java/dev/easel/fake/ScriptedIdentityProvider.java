package dev.easel.fake;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.Departure;
import dev.easel.domain.sso.ExternalIdentity;
import dev.easel.domain.sso.ExternalSignIn;
import dev.easel.domain.sso.LogoutNotice;
import dev.easel.domain.sso.ProviderCheck;
import dev.easel.domain.sso.ProviderCheck.Finding;
import dev.easel.domain.sso.ProviderCheck.Point;
import dev.easel.domain.sso.ProviderCheck.Weight;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.domain.sso.SignInAttempt;
import dev.easel.domain.sso.SignInProvider;
import dev.easel.domain.sso.ToldClaims;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A provider without a network: it says who signs in next. Its tokens are the issuer's address, and
 * whatever tells them apart after a {@code #}.
 */
public final class ScriptedIdentityProvider implements SignInProvider {

  public static final URI ISSUER = URI.create("https://id.example.org");

  private final AtomicInteger departed = new AtomicInteger();
  private String subject = "subject-1";
  private Optional<String> email = Optional.of("ann@example.org");
  private Set<String> groups = Set.of();
  private boolean down;

  /** Who signs in from now on. */
  public void says(String newSubject, String newEmail, String... newGroups) {
    subject = newSubject;
    email = Optional.ofNullable(newEmail);
    groups = Set.of(newGroups);
  }

  public void goDown() {
    down = true;
  }

  @Override
  public Departure depart(ProviderTerms terms, URI callback) {
    mustBeUp();
    String state = "state-" + departed.incrementAndGet();
    return new Departure(URI.create(ISSUER + "/authorize?state=" + state), state, "n", "v");
  }

  @Override
  public ExternalSignIn complete(
      ProviderTerms terms, SignInAttempt attempt, URI answered, URI callback) {
    mustBeUp();
    ExternalIdentity identity = new ExternalIdentity(ISSUER.toString(), subject);
    return new ExternalSignIn(
        identity, email, Optional.of("Ann"), groups, Optional.of("sid-" + subject), "id-token");
  }

  @Override
  public Optional<URI> farewell(ProviderTerms terms, String idToken, URI after) {
    mustBeUp();
    return Optional.of(URI.create(ISSUER + "/logout?hint=" + idToken));
  }

  @Override
  public LogoutNotice notice(ProviderTerms terms, String logoutToken) {
    return new LogoutNotice(ISSUER.toString(), Optional.of(subject), Optional.empty());
  }

  @Override
  public Optional<String> issuerNamed(String token) {
    return Optional.of(token.split("#")[0]);
  }

  @Override
  public Set<String> pages(ProviderTerms terms) {
    return Set.of(ISSUER.toString());
  }

  @Override
  public ProviderCheck check(ProviderTerms terms) {
    Weight weight = down ? Weight.BROKEN : Weight.FINE;
    return new ProviderCheck(List.of(new Finding(Point.DISCOVERY, weight, terms.clientSecret())));
  }

  /** Its tokens say who signs in next. */
  @Override
  public ToldClaims read(String tokenOrClaims) {
    return new ToldClaims(Optional.of(tokenOrClaims), Optional.of(subject), email, groups);
  }

  private void mustBeUp() {
    if (down) {
      throw FailureException.of(FailureCode.MAINTENANCE, "down");
    }
  }
}
