package dev.easel.adapter.persistence;

import dev.easel.domain.generation.GenerationQuery;

/** What a list of generations {@code g} is asked for. */
final class GenerationFilter {

  private GenerationFilter() {}

  /** All of the query but its cursor. */
  static Where of(String tenantId, GenerationQuery query) {
    Where where = new Where("g").and("g.tenantId = :tenant", "tenant", tenantId);
    query.status().ifPresent(s -> where.and("g.status = :status", "status", s));
    query.except().ifPresent(s -> where.and("g.status <> :except", "except", s));
    query.model().ifPresent(m -> where.and("g.modelId = :model", "model", m));
    query.requestId().ifPresent(r -> where.and("g.requestId = :request", "request", r));
    query.surface().ifPresent(s -> where.and("g.surface = :surface", "surface", s));
    query.from().ifPresent(t -> where.and("g.createdAt >= :from", "from", t));
    query.until().ifPresent(t -> where.and("g.createdAt < :until", "until", t));
    return where;
  }
}
