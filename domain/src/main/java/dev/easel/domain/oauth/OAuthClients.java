package dev.easel.domain.oauth;

import dev.easel.domain.shared.FailureException;
import java.util.Optional;

/**
 * Registered programs as the provider keeps them. Each method waits for the network, so none
 * belongs into a transaction; each throws {@code MAINTENANCE} if the provider cannot be reached or
 * does not let us.
 */
public interface OAuthClients {

  /**
   * What a provider made.
   *
   * @param secret to be shown once; empty for a public program
   * @param serviceSubject of its own tokens; empty if it has no service account
   */
  record Registered(Optional<String> secret, Optional<String> serviceSubject) {

    @Override
    public String toString() {
      return "Registered[" + serviceSubject + "]"; // without the secret
    }
  }

  /** Fails if the provider is silent or does not let us, so that nothing is begun in vain. */
  void mustAnswer(Registrar registrar);

  /** Makes the client of a program. */
  Registered register(Registrar registrar, String clientId, AppTerms terms);

  /**
   * Replaces the secret; the old one is worth nothing from now on.
   *
   * @throws FailureException {@code CONFLICT} if the provider does not know the client any more
   */
  String renewSecret(Registrar registrar, String clientId);

  /** Ends the client, its consents and its sessions; one that is not there is no failure. */
  void remove(Registrar registrar, String clientId);
}
