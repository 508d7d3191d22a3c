package dev.easel.adapter.persistence;

import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The where clause of a list, newest first, as it grows; with its parameters. */
final class Where {

  private final String row;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  /**
   * @param row the name the query gives its rows
   */
  Where(String row) {
    this.row = row;
  }

  Where and(String condition) {
    conditions.add(condition);
    return this;
  }

  Where and(String condition, String name, Object value) {
    values.put(name, value);
    return and(condition);
  }

  /** Only what follows this row, newest first. */
  Where after(Instant createdAt, String id) {
    values.put("lastTime", createdAt);
    return and(
        "($.createdAt < :lastTime or ($.createdAt = :lastTime and $.id < :lastId))"
            .replace("$", row),
        "lastId",
        id);
  }

  /** Nothing if nothing was asked for. */
  String text() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  <T> TypedQuery<T> setOn(TypedQuery<T> query) {
    values.forEach(query::setParameter);
    return query;
  }
}
