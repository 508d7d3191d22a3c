package dev.easel.adapter.moderation;

import dev.easel.domain.moderation.ContentPolicy;
import dev.easel.domain.moderation.ModerationRule;
import dev.easel.domain.moderation.ModerationRule.Terms;
import dev.easel.domain.moderation.PolicyMaker;
import dev.easel.domain.moderation.RuleKind;
import dev.easel.domain.moderation.Strictness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes {@link IndexedPolicy}. */
@ApplicationScoped
public class IndexedPolicies implements PolicyMaker {

  private static final Logger LOG = Logger.getLogger(IndexedPolicies.class.getName());

  @Override
  public ContentPolicy make(List<ModerationRule> rules) {
    IndexedPolicy policy = new IndexedPolicy();
    rules.forEach(rule -> add(rule, policy));
    return policy;
  }

  /** The service lets no such rule in; somebody wrote it into the database by hand. */
  private static void add(ModerationRule rule, IndexedPolicy policy) {
    try {
      policy.add(rule);
    } catch (IllegalArgumentException e) {
      LOG.log(Level.SEVERE, e, () -> "Moderation rule " + rule.id() + " cannot be used");
    }
  }

  @Override
  public Optional<String> fault(RuleKind kind, String text) {
    Terms terms = new Terms(kind, text, "none", Strictness.ALWAYS, null, true);
    try {
      new IndexedPolicy().add(new ModerationRule("mod_none", terms, Instant.EPOCH));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }
}
