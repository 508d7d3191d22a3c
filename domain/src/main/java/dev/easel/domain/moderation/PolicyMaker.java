package dev.easel.domain.moderation;

import java.util.List;
import java.util.Optional;

/** Makes rules ready to judge. */
public interface PolicyMaker {

  /** Leaves rules out that cannot be used, and tells the log. */
  ContentPolicy make(List<ModerationRule> rules);

  /** What is wrong with the text of a rule, as the end of a sentence about it; empty if nothing. */
  Optional<String> fault(RuleKind kind, String text);
}
