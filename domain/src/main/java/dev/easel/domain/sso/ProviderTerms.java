package dev.easel.domain.sso;

import java.net.URI;

/**
 * An identity provider as this server is known to it.
 *
 * @param slug names it in addresses, and in the rows it keeps; never changes
 * @param name what people call it, for buttons
 * @param issuer as its tokens name it, to the letter
 * @param clientId who we are there
 * @param clientSecret what proves it
 */
public record ProviderTerms(
    String slug, String name, URI issuer, String clientId, String clientSecret) {

  @Override
  public String toString() {
    return "ProviderTerms[" + slug + ", " + issuer + "]"; // without the secret
  }
}
