package dev.easel.domain.sso;

import dev.easel.domain.shared.FailureException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Speaks OpenID Connect with a provider. Each method but {@link #pages}, {@link #issuerNamed} and
 * {@link #read} may wait for the network, so none belongs into a transaction; each throws {@code
 * MAINTENANCE} if the provider cannot be reached.
 */
public interface SignInProvider {

  /**
   * Begins a sign-in: authorization code with PKCE.
   *
   * @param callback where the provider sends the browser back to
   */
  Departure depart(ProviderTerms terms, URI callback);

  /**
   * Takes the provider's answer.
   *
   * @param attempt what {@link #depart} began
   * @param answered the address the browser came back to, with its parameters
   * @throws FailureException {@code FORBIDDEN} if the answer is none to this attempt, or says no
   */
  ExternalSignIn complete(ProviderTerms terms, SignInAttempt attempt, URI answered, URI callback);

  /**
   * Where a browser goes to sign out at the provider as well; empty if it knows no such thing.
   *
   * @param idToken of the session that ends
   * @param after where it comes back to
   */
  Optional<URI> farewell(ProviderTerms terms, String idToken, URI after);

  /**
   * Reads a logout token.
   *
   * @throws FailureException {@code INVALID_REQUEST} if it is none of this provider for us
   */
  LogoutNotice notice(ProviderTerms terms, String logoutToken);

  /** The issuer a token names, which proves nothing yet; empty if it is no token. */
  Optional<String> issuerNamed(String token);

  /**
   * The origins of the provider's pages as far as they are known, which forms lead to; asks nobody.
   */
  Set<String> pages(ProviderTerms terms);

  /** Asks a provider anew whether it has what signing in takes; never throws for what it lacks. */
  ProviderCheck check(ProviderTerms terms);

  /**
   * What a token, or a JSON object of claims, says; verifies nothing.
   *
   * @throws FailureException {@code INVALID_REQUEST} if it is neither
   */
  ToldClaims read(String tokenOrClaims);
}
