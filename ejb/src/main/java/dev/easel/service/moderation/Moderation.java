package dev.easel.service.moderation;

import static java.util.stream.Collectors.joining;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.moderation.ContentPolicy;
import dev.easel.domain.moderation.ModerationRule;
import dev.easel.domain.moderation.Strictness;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.identity.IdentityService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses prompts that offend a rule, and counts that. */
@ApplicationScoped
public class Moderation {

  private static final Logger LOG = Logger.getLogger(Moderation.class.getName());
  private static final String LEVELS =
      Arrays.stream(Strictness.values()).map(Strictness::wire).collect(joining(", "));
  private static final String SUGGESTION =
      "Please modify your prompt to remove inappropriate content";

  @Inject CurrentPolicy current;
  @Inject IdentityService identities;
  @Inject RefusalTally tally;

  @Inject
  @ConfigProperty(name = "easel.moderation.least", defaultValue = "always")
  String level;

  private Strictness least;

  /** To be told of the start, the level is read: one that is none fails the deployment. */
  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    LOG.fine(() -> "Callers choose how strictly prompts are judged, from " + least.wire() + " on");
  }

  @PostConstruct
  void open() {
    least = Strictness.parse(level).orElseThrow(this::noLevel);
  }

  private IllegalStateException noLevel() {
    String message = "easel.moderation.least is " + level + ", must be one of: " + LEVELS;
    // The container reports that a method failed, and nothing of why.
    LOG.severe(() -> message);
    return new IllegalStateException(message);
  }

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

  /** Whether the caller wants to be kept from what is not safe for work; never to see less. */
  public boolean filters(Caller caller, Strictness wish) {
    return level(caller, wish).uses(Strictness.STANDARD);
  }

  private Strictness level(Caller caller, Strictness wish) {
    Strictness wanted = Optional.ofNullable(wish).orElseGet(() -> preferred(caller));
    return wanted.atLeast(least);
  }

  private Strictness preferred(Caller caller) {
    return identities.user(caller).nsfwFilter() ? Strictness.STANDARD : Strictness.ALWAYS;
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
