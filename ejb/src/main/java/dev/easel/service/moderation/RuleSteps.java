package dev.easel.service.moderation;

import dev.easel.domain.moderation.ModerationRepository;
import dev.easel.domain.moderation.ModerationRule;
import dev.easel.domain.moderation.ModerationRule.Terms;
import dev.easel.domain.moderation.RuleKind;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Ids;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The transactions that edit rules. */
@Stateless
public class RuleSteps {

  private static final int MOST_RULES = 5000;

  /** Each one is tried on every prompt. */
  private static final int MOST_PATTERNS = 100;

  @Inject ModerationRepository stored;
  @Inject Clock clock;

  public ModerationRule create(Terms terms) {
    judgeRoom(terms);
    ModerationRule rule = new ModerationRule(Ids.random("mod"), terms, clock.instant());
    stored.add(rule);
    return rule;
  }

  /**
   * @param version the one that is changed; empty for whichever is there
   */
  public ModerationRule change(String id, Optional<Long> version, UnaryOperator<Terms> edit) {
    ModerationRule rule = find(id);
    if (version.isPresent() && version.get() != rule.version()) {
      throw ModerationRule.stale();
    }
    Terms terms = edit.apply(rule.terms());
    if (terms.kind() != rule.kind()) {
      judgeRoom(terms);
    }
    rule.amend(terms, clock.instant());
    stored.flush();
    return rule;
  }

  public void remove(String id) {
    stored.remove(find(id));
    stored.flush();
  }

  private ModerationRule find(String id) {
    return stored.find(id).orElseThrow(() -> FailureException.notFound("rule", id));
  }

  private void judgeRoom(Terms terms) {
    List<ModerationRule> all = stored.all();
    long patterns = all.stream().filter(rule -> rule.kind() == RuleKind.PATTERN).count();
    boolean patternsFull = terms.kind() == RuleKind.PATTERN && patterns >= MOST_PATTERNS;
    if (patternsFull || all.size() >= MOST_RULES) {
      throw FailureException.of(
              FailureCode.CONFLICT,
              patternsFull
                  ? "There are " + MOST_PATTERNS + " patterns, which is the most"
                  : "There are " + MOST_RULES + " rules, which is the most")
          .with("reason", "too_many_rules");
    }
  }
}
