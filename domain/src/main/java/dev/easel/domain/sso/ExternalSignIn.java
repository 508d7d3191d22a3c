package dev.easel.domain.sso;

import java.util.Optional;
import java.util.Set;

/**
 * What a provider says of who signed in.
 *
 * @param email empty if it tells none, or one that it did not verify
 * @param name what to call the person
 * @param groups the names of the groups; empty if it tells none
 * @param sid the provider's own session
 * @param idToken as it came, to be shown at sign-out
 */
public record ExternalSignIn(
    ExternalIdentity identity,
    Optional<String> email,
    Optional<String> name,
    Set<String> groups,
    Optional<String> sid,
    String idToken) {

  @Override
  public String toString() {
    return "ExternalSignIn[" + identity + "]"; // without the token
  }
}
