package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.LedgerQuery;
import dev.easel.domain.ledger.Transfer;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.Map;

/** The where clause of a list of entries as it grows, with its parameters. */
final class LedgerFilter {

  private final StringBuilder text = new StringBuilder();
  private final Map<String, Object> values = new HashMap<>();

  private LedgerFilter() {}

  /** What the query asks for, but for its cursor. */
  static LedgerFilter of(String walletId, LedgerQuery query) {
    LedgerFilter filter = new LedgerFilter();
    filter.and("t.walletId = :wallet", "wallet", walletId);
    query.kind().ifPresent(kind -> filter.and("t.kind = :kind", "kind", kind));
    query.generationId().ifPresent(id -> filter.and("t.generationId = :gen", "gen", id));
    query.from().ifPresent(time -> filter.and("t.createdAt >= :from", "from", time));
    query.until().ifPresent(time -> filter.and("t.createdAt < :until", "until", time));
    return filter;
  }

  /** Only what follows this entry, newest first. */
  void after(Transfer last) {
    text.append(" and (t.createdAt < :lastTime or (t.createdAt = :lastTime and t.id < :lastId))");
    values.put("lastTime", last.createdAt());
    values.put("lastId", last.id());
  }

  String text() {
    return text.toString();
  }

  void setOn(TypedQuery<?> select) {
    values.forEach(select::setParameter);
  }

  private void and(String condition, String name, Object value) {
    text.append(text.isEmpty() ? "" : " and ").append(condition);
    values.put(name, value);
  }
}
