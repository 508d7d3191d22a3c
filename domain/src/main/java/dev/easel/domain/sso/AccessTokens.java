package dev.easel.domain.sso;

import dev.easel.domain.shared.FailureException;

/**
 * Judges the access tokens of a provider (RFC 9068, and Keycloak's own kind). It may wait for the
 * network, so it does not belong into a transaction.
 */
public interface AccessTokens {

  /**
   * @param audience that has to be among the token's
   * @throws FailureException {@code UNAUTHENTICATED} if it is no access token of this provider for
   *     that audience, or is over, or begins later; which of these is not told. {@code MAINTENANCE}
   *     if the provider's keys cannot be read
   */
  VerifiedToken verify(ProviderTerms terms, String audience, String token);
}
