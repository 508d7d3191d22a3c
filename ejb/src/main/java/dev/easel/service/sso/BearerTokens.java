package dev.easel.service.sso;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.session.Device;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Sha256;
import dev.easel.domain.sso.AccessTokens;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.domain.sso.SignInProvider;
import dev.easel.domain.sso.VerifiedToken;
import dev.easel.service.memory.Remembered;
import dev.easel.service.session.OidcSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Judges access tokens of the identity providers people sign in through (RFC 6750). A good one is
 * remembered for a few seconds, as keys are. No transaction spans it: a provider takes its time.
 */
@ApplicationScoped
public class BearerTokens {

  private static final Duration MEMORY = Duration.ofSeconds(4);

  /** Characters; with a thousand groups a token is shorter still than servers take headers. */
  private static final int LONGEST = 16_000;

  private static final String USUAL_AUDIENCE = "easel-api";

  @Inject SignInProviders providers;
  @Inject SignInProvider protocol;
  @Inject AccessTokens tokens;
  @Inject BearerCallers callers;
  @Inject OidcSettings settings;
  @Inject Clock clock;

  private final Remembered<String, Known> known = new Remembered<>(() -> clock.millis(), MEMORY);

  private record Known(Caller caller, Instant until) {}

  /** Whether it has the shape of a token, which no key of ours has. */
  public static boolean looksLikeOne(String text) {
    return text.chars().filter(c -> c == '.').count() == 2 && text.startsWith("ey");
  }

  /**
   * The caller a token stands for. Somebody who was never here gets an account if the groups in it
   * give something, as at a first sign-in.
   *
   * @param address the request comes from
   * @throws FailureException {@code UNAUTHENTICATED} if it is no good token of a provider of ours;
   *     {@code FORBIDDEN} if it is, and whoever it stands for may do nothing here; {@code
   *     MAINTENANCE} if the provider's keys cannot be read
   */
  public Caller authenticate(String token, String address) {
    if (token.length() > LONGEST) {
      throw unknown();
    }
    String hash = Sha256.hex(token);
    Instant now = clock.instant();
    return known
        .get(hash)
        .filter(found -> now.isBefore(found.until()))
        .map(Known::caller)
        .orElseGet(() -> judge(hash, token, address));
  }

  private Caller judge(String hash, String token, String address) {
    ProviderTerms terms =
        protocol.issuerNamed(token).flatMap(providers::ofIssuer).orElseThrow(BearerTokens::unknown);
    VerifiedToken verified = tokens.verify(terms, audience(), token);
    Caller caller = caller(terms, verified, address);
    known.put(hash, new Known(caller, verified.expiresAt()));
    return caller;
  }

  private Caller caller(ProviderTerms terms, VerifiedToken token, String address) {
    BearerCallers.mustGiveSomething(token);
    return callers.find(token).orElseGet(() -> newcomer(terms, token, address));
  }

  /** Of two first calls at one moment the second finds the account the first made. */
  private Caller newcomer(ProviderTerms terms, VerifiedToken token, String address) {
    try {
      callers.admit(terms, token, new Device(address, ""));
    } catch (FailureException e) {
      if (e.code() != FailureCode.CONFLICT) {
        throw "no_address".equals(e.details().get("reason")) ? neverHere() : e;
      }
    }
    return callers.find(token).orElseThrow(BearerTokens::notLinked);
  }

  private String audience() {
    return settings.of("audience").orElse(USUAL_AUDIENCE);
  }

  private static FailureException unknown() {
    return FailureException.of(FailureCode.UNAUTHENTICATED, "The access token is not valid");
  }

  private static FailureException neverHere() {
    return FailureException.of(
            FailureCode.FORBIDDEN,
            "Nobody here has the identity of this token; sign in to the dashboard once")
        .with("reason", "never_signed_in");
  }

  private static FailureException notLinked() {
    return FailureException.of(
            FailureCode.FORBIDDEN,
            "An account here has the address of this token; sign in with its password and link it")
        .with("reason", "account_not_linked");
  }
}
