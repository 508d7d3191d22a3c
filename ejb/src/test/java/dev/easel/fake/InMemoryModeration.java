package dev.easel.fake;

import dev.easel.domain.moderation.ModerationRepository;
import dev.easel.domain.moderation.ModerationRule;
import dev.easel.domain.moderation.RefusalCount;
import dev.easel.domain.moderation.RefusalQuery;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Rules and counts without a database. */
public final class InMemoryModeration implements ModerationRepository {

  private final Map<String, ModerationRule> rules = new ConcurrentHashMap<>();
  private final Map<String, RefusalCount> counts = new ConcurrentHashMap<>();
  private boolean down;

  /** From now on counting fails, or works again. */
  public void down(boolean now) {
    down = now;
  }

  @Override
  public void add(ModerationRule rule) {
    rules.put(rule.id(), rule);
  }

  @Override
  public Optional<ModerationRule> find(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  @Override
  public void remove(ModerationRule rule) {
    rules.remove(rule.id());
  }

  @Override
  public void flush() {
    rules.values().forEach(rule -> Stored.set(rule, "version", rule.version() + 1));
  }

  @Override
  public List<ModerationRule> all() {
    return rules.values().stream().sorted(Comparator.comparing(ModerationRule::id)).toList();
  }

  @Override
  public boolean addTo(RefusalCount more) {
    if (down) {
      throw new IllegalStateException("down");
    }
    return counts.computeIfPresent(
            key(more),
            (key, old) ->
                new RefusalCount(
                    old.day(), old.tenantId(), old.reason(), old.count() + more.count()))
        != null;
  }

  @Override
  public void open(RefusalCount first) {
    counts.put(key(first), first);
  }

  @Override
  public List<RefusalCount> counts(RefusalQuery query) {
    return counts.values().stream()
        .filter(c -> !c.day().isBefore(query.from()) && !c.day().isAfter(query.to()))
        .sorted(Comparator.comparing(InMemoryModeration::key))
        .limit(query.limit() + 1L)
        .toList();
  }

  @Override
  public int forgetBefore(LocalDate day) {
    int before = counts.size();
    counts.values().removeIf(count -> count.day().isBefore(day));
    return before - counts.size();
  }

  private static String key(RefusalCount count) {
    return count.day() + "/" + count.tenantId() + "/" + count.reason();
  }
}
