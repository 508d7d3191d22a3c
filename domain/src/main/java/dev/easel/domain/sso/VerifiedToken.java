package dev.easel.domain.sso;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What an access token says, once its signature, issuer, audience and times are proved.
 *
 * @param clientId the program it was given to ({@code azp} or {@code client_id})
 * @param scopes as they stand there; also those that mean nothing here
 * @param groups the names of the groups; empty if it tells none
 * @param email empty if it tells none, or one that the provider did not verify
 * @param name what to call the person
 * @param expiresAt from then on it is worth nothing
 */
public record VerifiedToken(
    ExternalIdentity identity,
    Optional<String> clientId,
    Set<String> scopes,
    Set<String> groups,
    Optional<String> email,
    Optional<String> name,
    Instant expiresAt) {

  public VerifiedToken {
    scopes = Set.copyOf(scopes);
    groups = Set.copyOf(groups);
  }

  /** The same as somebody who came with a browser brings it. */
  public ExternalSignIn signIn() {
    return new ExternalSignIn(identity, email, name, groups, Optional.empty(), "");
  }
}
