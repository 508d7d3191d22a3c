package dev.easel.web.ui.moderation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import dev.easel.domain.moderation.ModerationRule;
import dev.easel.domain.moderation.RefusalCount;
import dev.easel.domain.moderation.RefusalQuery;
import dev.easel.domain.moderation.RuleKind;
import dev.easel.domain.moderation.Strictness;
import dev.easel.domain.shared.Page;
import dev.easel.domain.shared.Utc;
import dev.easel.service.moderation.RefusalTally;
import dev.easel.service.moderation.RuleDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the pages on rules show. */
@RequestScoped
public class RulePages {

  private static final int AT_ONCE = 100;
  private static final int REFUSALS = 1000;
  private static final int DAYS = 30;

  @Inject RuleDesk desk;
  @Inject RefusalTally tally;
  @Inject Models models;
  @Inject Clock clock;

  String list(Optional<String> after) {
    Page<ModerationRule> page = desk.list(after, AT_ONCE);
    models.put("rules", page.items());
    models.put("next", page.next().orElse(null));
    models.put("fields", Map.of("kind", "word", "level", "standard", "enabled", "on", "text", ""));
    putChoices();
    putRefusals();
    return "moderation/index.html";
  }

  String one(ModerationRule rule) {
    models.put("rule", rule);
    Map<String, String> fields = new HashMap<>();
    fields.put("kind", rule.kind().wire());
    fields.put("text", rule.text());
    fields.put("reason", rule.reason());
    fields.put("level", rule.level().wire());
    fields.put("suggestion", rule.suggestion().orElse(""));
    if (rule.enabled()) {
      fields.put("enabled", "on");
    }
    models.put("fields", fields);
    putChoices();
    return "moderation/rule.html";
  }

  private void putChoices() {
    models.put("kinds", RuleKind.values());
    models.put("levels", Strictness.values());
    models.put("longestText", ModerationRule.LONGEST_TEXT);
    models.put("longestSuggestion", ModerationRule.LONGEST_SUGGESTION);
  }

  private void putRefusals() {
    LocalDate today = Utc.day(clock.instant());
    RefusalQuery query =
        new RefusalQuery(today.minusDays(DAYS - 1), today, Optional.empty(), REFUSALS);
    Page<RefusalCount> counts = tally.list(query);
    List<RefusalCount> items = counts.items();
    models.put(
        "byReason",
        items.stream()
            .collect(
                groupingBy(RefusalCount::reason, TreeMap::new, summingLong(RefusalCount::count))));
    models.put("refusals", items);
    models.put("moreRefusals", counts.next().isPresent());
  }
}
