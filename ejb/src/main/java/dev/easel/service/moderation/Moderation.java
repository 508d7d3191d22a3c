package dev.easel.service.moderation;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.moderation.ContentPolicy;
import dev.easel.domain.moderation.ModerationRule;
import dev.easel.domain.moderation.Strictness;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.identity.IdentityService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses prompts that offend a rule, and counts that. */
@ApplicationScoped
public class Moderation {

  private static final String SUGGESTION =
      "Please modify your prompt to remove inappropriate content";

  @Inject CurrentPolicy current;
  @Inject IdentityService identities;
  @Inject RefusalTally tally;

  @Inject
  @ConfigProperty(name = "easel.moderation.least", defaultValue = "always")
  String least;

  /**
   * @param wish how strictly the caller wants to be judged; null for as the user prefers
   * @throws FailureException {@code CONTENT_REJECTED} with reason and suggestion
   */
  public void judge(Caller caller, Strictness wish, String prompt, String effective) {
    ContentPolicy policy = current.get();
    List<ModerationRule> objections =
        Stream.of(prompt, effective)
            .distinct()
            .flatMap(t -> policy.objections(t).stream())
            .toList();
    if (!objections.isEmpty()) {
      // Only now, since hardly any prompt comes here, is it worth to ask what the user prefers.
      Strictness level = level(caller, wish);
      objections.stream()
          .filter(rule -> level.uses(rule.level()))
          .findFirst()
          .ifPresent(rule -> refuse(caller, rule));
    }
  }

  private Strictness level(Caller caller, Strictness wish) {
    Strictness wanted = Optional.ofNullable(wish).orElseGet(() -> preferred(caller));
    return wanted.atLeast(least());
  }

  private Strictness preferred(Caller caller) {
    return identities.user(caller).nsfwFilter() ? Strictness.STANDARD : Strictness.ALWAYS;
  }

  private Strictness least() {
    return Strictness.parse(least)
        .orElseThrow(() -> new IllegalStateException("easel.moderation.least is no level"));
  }

  private void refuse(Caller caller, ModerationRule rule) {
    tally.count(caller.tenantId(), rule.reason());
    throw FailureException.of(
            FailureCode.CONTENT_REJECTED, "The prompt contains prohibited content")
        .onField("prompt", "contains prohibited content")
        .with("reason", rule.reason())
        .with("suggestion", rule.suggestion().orElse(SUGGESTION));
  }
}
