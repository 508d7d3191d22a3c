package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.LedgerQuery;

/** What a list of entries {@code t} is asked for. */
final class LedgerFilter {

  private LedgerFilter() {}

  /** All of the query but its cursor. */
  static Where of(String walletId, LedgerQuery query) {
    Where where = new Where("t").and("t.walletId = :wallet", "wallet", walletId);
    query.kind().ifPresent(kind -> where.and("t.kind = :kind", "kind", kind));
    query.generationId().ifPresent(id -> where.and("t.generationId = :gen", "gen", id));
    query.from().ifPresent(time -> where.and("t.createdAt >= :from", "from", time));
    query.until().ifPresent(time -> where.and("t.createdAt < :until", "until", time));
    return where;
  }
}
