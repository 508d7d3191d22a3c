package dev.easel.adapter.moderation;

import dev.easel.domain.moderation.ModerationRule;
import dev.easel.domain.moderation.ModerationRule.Terms;
import dev.easel.domain.moderation.RuleKind;
import dev.easel.domain.moderation.Strictness;
import java.time.Instant;

/** Policies of one rule. */
final class Policies {

  private Policies() {}

  static IndexedPolicy of(RuleKind kind, String... texts) {
    IndexedPolicy policy = new IndexedPolicy();
    for (String text : texts) {
      policy.add(rule(kind, text));
    }
    return policy;
  }

  static ModerationRule rule(RuleKind kind, String text) {
    Terms terms = new Terms(kind, text, "not_here", Strictness.STANDARD, null, true);
    return new ModerationRule("mod_" + text.hashCode(), terms, Instant.EPOCH);
  }
}
