package dev.easel.domain.moderation;

import java.util.List;

/** Rules the operator keeps outside the database. They apply always. */
public interface FixedRules {
  List<ModerationRule> all();
}
