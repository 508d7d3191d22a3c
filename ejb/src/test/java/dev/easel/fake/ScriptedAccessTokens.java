package dev.easel.fake;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.AccessTokens;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.domain.sso.VerifiedToken;
import java.util.HashMap;
import java.util.Map;

/** Knows which tokens are good, and counts how often it is asked. */
public final class ScriptedAccessTokens implements AccessTokens {

  private final Map<String, VerifiedToken> good = new HashMap<>();
  private String audience = "";
  private int asked;

  /** A token that is good from now on. */
  public String says(VerifiedToken token) {
    String text = ScriptedIdentityProvider.ISSUER + "#" + good.size();
    good.put(text, token);
    return text;
  }

  public void forgetAll() {
    good.clear();
  }

  public int asked() {
    return asked;
  }

  /** What was demanded last. */
  public String audience() {
    return audience;
  }

  @Override
  public VerifiedToken verify(ProviderTerms terms, String demanded, String token) {
    asked++;
    audience = demanded;
    VerifiedToken found = good.get(token);
    if (found == null) {
      throw FailureException.of(FailureCode.UNAUTHENTICATED, "The access token is not valid");
    }
    return found;
  }
}
