package dev.easel.service.moderation;

import dev.easel.domain.moderation.ModerationRepository;
import dev.easel.domain.moderation.ModerationRule;
import dev.easel.domain.moderation.RefusalCount;
import dev.easel.domain.moderation.RefusalQuery;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Reads rules and counts of refusals. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class RuleReader {

  @Inject ModerationRepository stored;

  /** All rules, by id. */
  public List<ModerationRule> all() {
    return stored.all();
  }

  /**
   * @param after id of the last rule of the page before
   */
  public Page<ModerationRule> page(Optional<String> after, int limit) {
    List<ModerationRule> rows =
        stored.all().stream()
            .filter(rule -> after.isEmpty() || rule.id().compareTo(after.get()) > 0)
            .limit(limit + 1L)
            .toList();
    return Page.of(rows, limit, ModerationRule::id);
  }

  /**
   * @throws FailureException {@code NOT_FOUND}
   */
  public ModerationRule get(String id) {
    return stored.find(id).orElseThrow(() -> FailureException.notFound("rule", id));
  }

  public List<RefusalCount> counts(RefusalQuery query) {
    return stored.counts(query);
  }
}
