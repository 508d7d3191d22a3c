package dev.easel.domain.sso;

import java.util.Optional;
import java.util.Set;

/**
 * What a token or its claims say, which nobody verified.
 *
 * @param issuer who is said to have told it
 * @param subject who it is about
 * @param email empty if there is none, or one that is not verified
 * @param groups the names of the groups
 */
public record ToldClaims(
    Optional<String> issuer, Optional<String> subject, Optional<String> email, Set<String> groups) {

  /** Of somebody nothing else is known of. */
  public static ToldClaims of(Set<String> groups) {
    return new ToldClaims(Optional.empty(), Optional.empty(), Optional.empty(), groups);
  }
}
