package dev.easel.adapter.identity.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.ExternalIdentity;
import dev.easel.domain.sso.ExternalSignIn;
import dev.easel.domain.sso.ToldClaims;
import dev.easel.domain.sso.VerifiedToken;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What a token tells of a person, in our words. */
final class Claims {

  private static final String GROUPS = "groups";

  private Claims() {}

  static ExternalSignIn of(IDTokenClaimsSet claims, String idToken) {
    return new ExternalSignIn(
        new ExternalIdentity(claims.getIssuer().getValue(), claims.getSubject().getValue()),
        email(claims::getClaim),
        name(claims::getClaim),
        groups(claims.getClaim(GROUPS)),
        text(claims::getClaim, "sid"),
        idToken);
  }

  static VerifiedToken of(JWTClaimsSet claims) {
    Function<String, Object> read = claims::getClaim;
    return new VerifiedToken(
        new ExternalIdentity(claims.getIssuer(), claims.getSubject()),
        text(read, "azp").or(() -> text(read, "client_id")),
        words(text(read, "scope").orElse("")),
        groups(read.apply(GROUPS)),
        email(read),
        name(read),
        claims.getExpirationTime().toInstant());
  }

  /**
   * What a token or a JSON object of claims says, unverified.
   *
   * @throws FailureException {@code INVALID_REQUEST} if it is neither
   */
  static ToldClaims told(String tokenOrClaims) {
    JWTClaimsSet claims = parse(tokenOrClaims.strip());
    Function<String, Object> read = claims::getClaim;
    return new ToldClaims(
        text(read, "iss"), text(read, "sub"), email(read), groups(read.apply(GROUPS)));
  }

  private static JWTClaimsSet parse(String text) {
    try {
      return Optional.ofNullable(
              text.startsWith("{")
                  ? JWTClaimsSet.parse(text)
                  : JWTParser.parse(text).getJWTClaimsSet())
          .orElseThrow(Claims::unreadable);
    } catch (ParseException | IllegalArgumentException e) {
      throw unreadable();
    }
  }

  private static FailureException unreadable() {
    return FailureException.invalid("claims", "must be a token, or its claims as a JSON object");
  }

  /** One the provider says it did not verify is anybody's. */
  private static Optional<String> email(Function<String, Object> claims) {
    boolean refuted = Boolean.FALSE.equals(claims.apply("email_verified"));
    return refuted ? Optional.empty() : text(claims, "email");
  }

  private static Optional<String> name(Function<String, Object> claims) {
    return text(claims, "preferred_username").or(() -> text(claims, "name"));
  }

  private static Optional<String> text(Function<String, Object> claims, String name) {
    return Optional.ofNullable(claims.apply(name))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(value -> !value.isBlank());
  }

  /** Words between spaces (RFC 8693, 4.2). */
  private static Set<String> words(String joined) {
    Set<String> words = new TreeSet<>(List.of(joined.split(" ")));
    words.remove("");
    return words;
  }

  /** Names as they come; what is no list of names is none. */
  static Set<String> groups(Object claim) {
    Set<String> groups = new TreeSet<>();
    if (claim instanceof List<?> listed) {
      for (Object group : listed) {
        if (group instanceof String name) {
          groups.add(name);
        }
      }
    }
    return groups;
  }
}
