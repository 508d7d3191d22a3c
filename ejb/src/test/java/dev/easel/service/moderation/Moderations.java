package dev.easel.service.moderation;

import dev.easel.domain.moderation.ContentPolicy;
import dev.easel.domain.moderation.ModerationRule;
import dev.easel.domain.moderation.ModerationRule.Terms;
import dev.easel.domain.moderation.PolicyMaker;
import dev.easel.domain.moderation.RuleKind;
import dev.easel.domain.moderation.Strictness;
import dev.easel.fake.InMemoryModeration;
import dev.easel.fake.ManualContainer;
import dev.easel.service.audit.RecordingTrail;
import dev.easel.service.health.Meters;
import dev.easel.service.identity.IdentityService;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Puts moderation together for tests; words are found as they are written, anywhere. */
public final class Moderations {

  private Moderations() {}

  /** One that always refuses prompts with this word, for the reason {@code not_here}. */
  public static Moderation refusing(String word, IdentityService identities, Clock clock) {
    InMemoryModeration stored = new InMemoryModeration();
    stored.add(
        new ModerationRule(
            "mod_1",
            new Terms(RuleKind.WORD, word, "not_here", Strictness.ALWAYS, null, true),
            Instant.EPOCH));
    return moderation(current(stored, clock), tally(stored, clock), identities);
  }

  static Moderation moderation(
      CurrentPolicy current, RefusalTally tally, IdentityService identities) {
    Moderation made = new Moderation();
    made.current = current;
    made.identities = identities;
    made.tally = tally;
    made.level = "always";
    made.open();
    return made;
  }

  static CurrentPolicy current(InMemoryModeration stored, Clock clock) {
    CurrentPolicy made = new CurrentPolicy();
    made.rules = reader(stored);
    made.fixed = List::of;
    made.maker = maker();
    made.clock = clock;
    return made;
  }

  static RuleDesk desk(InMemoryModeration stored, CurrentPolicy current, Clock clock) {
    RuleDesk made = new RuleDesk();
    made.steps = new RuleSteps();
    made.steps.audit = new RecordingTrail();
    made.steps.stored = stored;
    made.steps.clock = clock;
    made.reader = reader(stored);
    made.maker = maker();
    made.current = current;
    return made;
  }

  static RefusalTally tally(InMemoryModeration stored, Clock clock) {
    RefusalTally made = new RefusalTally();
    made.steps = new RefusalSteps();
    made.steps.stored = stored;
    made.reader = reader(stored);
    made.threads = new ManualContainer();
    made.meters = new Meters();
    made.clock = clock;
    return made;
  }

  private static RuleReader reader(InMemoryModeration stored) {
    RuleReader made = new RuleReader();
    made.stored = stored;
    return made;
  }

  private static PolicyMaker maker() {
    return new PolicyMaker() {
      @Override
      public ContentPolicy make(List<ModerationRule> rules) {
        return new Plain(List.copyOf(rules));
      }

      @Override
      public Optional<String> fault(RuleKind kind, String text) {
        return text.contains("(") ? Optional.of("is wrong") : Optional.empty();
      }
    };
  }

  private record Plain(List<ModerationRule> rules) implements ContentPolicy {
    @Override
    public List<ModerationRule> objections(String text) {
      return rules.stream().filter(rule -> text.contains(rule.text())).toList();
    }

    @Override
    public String normalised(String text) {
      return text;
    }
  }
}
