package dev.easel.adapter.persistence;

import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationQuery;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.Map;

/** The where clause of a list of generations as it grows, with its parameters. */
final class GenerationFilter {

  private final StringBuilder text = new StringBuilder();
  private final Map<String, Object> values = new HashMap<>();

  private GenerationFilter() {}

  /** All of the query but its cursor. */
  static GenerationFilter of(String tenantId, GenerationQuery query) {
    GenerationFilter filter = new GenerationFilter();
    filter.and("g.tenantId = :tenant", "tenant", tenantId);
    query.status().ifPresent(s -> filter.and("g.status = :status", "status", s));
    query.except().ifPresent(s -> filter.and("g.status <> :except", "except", s));
    query.model().ifPresent(m -> filter.and("g.modelId = :model", "model", m));
    query.requestId().ifPresent(r -> filter.and("g.requestId = :request", "request", r));
    query.surface().ifPresent(s -> filter.and("g.surface = :surface", "surface", s));
    query.from().ifPresent(t -> filter.and("g.createdAt >= :from", "from", t));
    query.until().ifPresent(t -> filter.and("g.createdAt < :until", "until", t));
    return filter;
  }

  void and(String condition, String name, Object value) {
    text.append(text.isEmpty() ? "" : " and ").append(condition);
    values.put(name, value);
  }

  /** What comes after this one, newest first. */
  void after(Generation last) {
    text.append(" and (g.createdAt < :lastTime or (g.createdAt = :lastTime and g.id < :lastId))");
    values.put("lastTime", last.createdAt());
    values.put("lastId", last.id());
  }

  String text() {
    return text.toString();
  }

  void setOn(TypedQuery<?> query) {
    values.forEach(query::setParameter);
  }
}
