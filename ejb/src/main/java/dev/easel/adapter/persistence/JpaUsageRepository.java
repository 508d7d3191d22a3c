package dev.easel.adapter.persistence;

import static dev.easel.adapter.persistence.Columns.credits;
import static dev.easel.adapter.persistence.Columns.number;

import dev.easel.domain.usage.Dimension;
import dev.easel.domain.usage.UsageQuery;
import dev.easel.domain.usage.UsageRepository;
import dev.easel.domain.usage.UsageRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Usage by SQL: a union of generations and ledger entries is nothing JPQL can say. */
@ApplicationScoped
public class JpaUsageRepository implements UsageRepository {

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public List<UsageRow> usage(UsageQuery query) {
    UsageSql sql = UsageSql.of(query);
    Query select = entities.createNativeQuery(sql.text());
    for (int i = 0; i < sql.values().size(); i++) {
      select.setParameter(i + 1, sql.values().get(i));
    }
    List<?> rows = select.getResultList();
    return rows.stream().map(row -> row(query, (Object[]) row)).toList();
  }

  private static UsageRow row(UsageQuery query, Object[] cells) {
    int next = 0;
    Optional<Instant> start = Optional.empty();
    if (query.step().isPresent()) {
      start = Optional.of(start(number(cells[next++]), query.step().get()));
    }
    Map<Dimension, String> group = new EnumMap<>(Dimension.class);
    for (Dimension dimension : query.by()) {
      String value = (String) cells[next++];
      if (value != null) {
        group.put(dimension, value);
      }
    }
    return new UsageRow(
        group,
        start,
        number(cells[next]),
        number(cells[next + 1]),
        number(cells[next + 2]),
        number(cells[next + 3]),
        credits(cells[next + 4]));
  }

  static Instant start(long step, Duration length) {
    return Instant.ofEpochSecond(step * length.toSeconds());
  }
}
