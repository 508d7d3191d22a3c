package dev.easel.adapter.identity.oidc;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import dev.easel.domain.sso.ExternalIdentity;
import dev.easel.domain.sso.ExternalSignIn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What an ID token tells of a person, in our words. */
final class Claims {

  private static final String GROUPS = "groups";

  private Claims() {}

  static ExternalSignIn of(IDTokenClaimsSet claims, String idToken) {
    return new ExternalSignIn(
        new ExternalIdentity(claims.getIssuer().getValue(), claims.getSubject().getValue()),
        email(claims),
        text(claims, "preferred_username").or(() -> text(claims, "name")),
        groups(claims.getClaim(GROUPS)),
        text(claims, "sid"),
        idToken);
  }

  /** One the provider says it did not verify is anybody's. */
  private static Optional<String> email(IDTokenClaimsSet claims) {
    boolean refuted = Boolean.FALSE.equals(claims.getBooleanClaim("email_verified"));
    return refuted ? Optional.empty() : text(claims, "email");
  }

  private static Optional<String> text(IDTokenClaimsSet claims, String name) {
    return Optional.ofNullable(claims.getClaim(name))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(value -> !value.isBlank());
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
