package dev.easel.service.moderation;

import dev.easel.domain.audit.Action;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.moderation.ModerationRepository;
import dev.easel.domain.moderation.ModerationRule;
import dev.easel.domain.moderation.ModerationRule.Terms;
import dev.easel.domain.moderation.RuleKind;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Ids;
import dev.easel.service.audit.AuditTrail;
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
  @Inject AuditTrail audit;
  @Inject Clock clock;

  public ModerationRule create(Caller caller, Terms terms) {
    judgeRoom(terms);
    ModerationRule rule = new ModerationRule(Ids.random("mod"), terms, clock.instant());
    stored.add(rule);
    audit.note(caller, Action.RULE_CREATED, rule.id(), words(rule));
    return rule;
  }

  /**
   * @param version the one that is changed; empty for whichever is there
   */
  public ModerationRule change(
      Caller caller, String id, Optional<Long> version, UnaryOperator<Terms> edit) {
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
    audit.note(caller, Action.RULE_CHANGED, id, words(rule));
    return rule;
  }

  public void remove(Caller caller, String id) {
    ModerationRule rule = find(id);
    stored.remove(rule);
    stored.flush();
    audit.note(caller, Action.RULE_REMOVED, id, words(rule));
  }

  private static String words(ModerationRule rule) {
    return "%s \u201c%s\u201d for %s from %s on%s"
        .formatted(
            rule.kind().wire(),
            rule.text(),
            rule.reason(),
            rule.level().wire(),
            rule.enabled() ? "" : ", off");
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
