package dev.easel.web.api;

import dev.easel.domain.shared.FailureCode;
import dev.easel.service.sso.SignInProviders;
import dev.easel.web.error.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code WWW-Authenticate}, by which programs learn what a credential lacks (RFC 6750, 3) and,
 * where there is a provider of tokens, where to read more (RFC 9728, 5.1).
 */
@ApplicationScoped
public class Challenges {

  /** Below {@link Links#base}. */
  static final String METADATA = "/.well-known/oauth-protected-resource";

  private static final Logger LOG = Logger.getLogger(Challenges.class.getName());

  @Inject SignInProviders providers;

  /** Empty if the refusal is not about credentials. */
  Optional<String> of(Refusal refusal, Wordings.Asked asked) {
    if (refusal.code() == FailureCode.UNAUTHENTICATED) {
      return Optional.of(challenge(asked, asked.identified() ? ", error=\"invalid_token\"" : ""));
    }
    boolean scope =
        refusal.code() == FailureCode.FORBIDDEN
            && "scope_missing".equals(refusal.details().get("reason"));
    return scope ? Optional.of(challenge(asked, insufficient(refusal))) : Optional.empty();
  }

  private static String insufficient(Refusal refusal) {
    Object scope = refusal.details().getOrDefault("scope", "");
    return ", error=\"insufficient_scope\", scope=\"" + scope + "\"";
  }

  private String challenge(Wordings.Asked asked, String error) {
    String more = takesTokens() ? ", resource_metadata=\"" + asked.base() + METADATA + "\"" : "";
    return "Bearer realm=\"easel\"" + error + more;
  }

  /** A refusal is worded also while the database is down. */
  private boolean takesTokens() {
    try {
      return !providers.all().isEmpty();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Whether there are identity providers could not be read");
      return false;
    }
  }
}
