package dev.easel.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.service.sso.SignInProviders;
import dev.easel.web.error.Refusal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChallengesTest {

  private static final Wordings.Asked BARE =
      new Wordings.Asked("/api/v2/models", "req_1", "https://easel.example", false);
  private static final Wordings.Asked WITH_KEY =
      new Wordings.Asked("/api/v2/models", "req_1", "https://easel.example", true);

  @Test
  void whoSentNothingIsAskedForACredential() {
    assertThat(challenge(UNKNOWN, BARE)).contains("Bearer realm=\"easel\"");
  }

  @Test
  void whoSentAWrongOneIsToldSo() {
    assertThat(challenge(UNKNOWN, WITH_KEY))
        .contains("Bearer realm=\"easel\", error=\"invalid_token\"");
  }

  @Test
  void whatTheScopeWouldBeIsNamed() {
    FailureException refused =
        FailureException.of(FailureCode.FORBIDDEN, "x")
            .with("reason", "scope_missing")
            .with("scope", Scope.GALLERY_READ.wire());

    assertThat(challenge(refused, WITH_KEY))
        .contains("Bearer realm=\"easel\", error=\"insufficient_scope\", scope=\"gallery:read\"");
  }

  @Test
  void otherRefusalsChallengeNobody() {
    assertThat(challenge(FailureException.of(FailureCode.FORBIDDEN, "x"), WITH_KEY)).isEmpty();
    assertThat(challenge(FailureException.of(FailureCode.NOT_FOUND, "x"), WITH_KEY)).isEmpty();
  }

  @Test
  void whereTokensAreTakenItSaysWhose() {
    assertThat(with(PROVIDER).of(Refusal.of(UNKNOWN), BARE))
        .contains(
            "Bearer realm=\"easel\", resource_metadata="
                + "\"https://easel.example/.well-known/oauth-protected-resource\"");
  }

  @Test
  void aRefusalIsWordedWhileTheDatabaseIsDown() {
    Challenges challenges = new Challenges();
    challenges.providers =
        new SignInProviders() {
          @Override
          public List<ProviderTerms> all() {
            throw new IllegalStateException("down");
          }
        };

    assertThat(challenges.of(Refusal.of(UNKNOWN), BARE)).contains("Bearer realm=\"easel\"");
  }

  private static final FailureException UNKNOWN =
      FailureException.of(FailureCode.UNAUTHENTICATED, "x");

  private static final ProviderTerms PROVIDER =
      new ProviderTerms("sso", "Local", URI.create("https://id.example"), "easel", "secret");

  private static Optional<String> challenge(FailureException refused, Wordings.Asked asked) {
    return with().of(Refusal.of(refused), asked);
  }

  private static Challenges with(ProviderTerms... all) {
    Challenges challenges = new Challenges();
    challenges.providers =
        new SignInProviders() {
          @Override
          public List<ProviderTerms> all() {
            return List.of(all);
          }
        };
    return challenges;
  }
}
