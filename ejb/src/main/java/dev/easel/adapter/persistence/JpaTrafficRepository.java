package dev.easel.adapter.persistence;

import static dev.easel.adapter.persistence.Columns.number;

import dev.easel.domain.usage.Dimension;
import dev.easel.domain.usage.LatencyRow;
import dev.easel.domain.usage.ModelUse;
import dev.easel.domain.usage.TrafficRepository;
import dev.easel.domain.usage.UsageQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Traffic by SQL: JPQL has no percentiles. */
@ApplicationScoped
public class JpaTrafficRepository implements TrafficRepository {

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public List<LatencyRow> latency(UsageQuery query) {
    LatencySql sql = LatencySql.of(query);
    Query select = entities.createNativeQuery(sql.text());
    for (int i = 0; i < sql.values().size(); i++) {
      select.setParameter(i + 1, sql.values().get(i));
    }
    List<?> rows = select.getResultList();
    return rows.stream()
        .map(row -> latency(query, (Object[]) row))
        .filter(row -> row.requests() > 0)
        .toList();
  }

  @Override
  public List<ModelUse> uses(Set<String> modelIds, Instant since, int limit) {
    if (modelIds.isEmpty()) {
      return List.of();
    }
    String places =
        IntStream.rangeClosed(2, modelIds.size() + 1)
            .mapToObj(place -> "?" + place)
            .collect(Collectors.joining(", "));
    Query select =
        entities
            .createNativeQuery(
                "select used.model_id, used.tenant_id, t.name, used.key_id, k.name, k.last_four, used.requests,"
                    + " used.last_at from (select g.model_id, g.tenant_id, g.key_id, count(*) as requests,"
                    + " max(extract(epoch from g.created_at)) as last_at from generation g"
                    + " where g.created_at >= ?1 and g.model_id in ("
                    + places
                    + ") group by g.model_id, g.tenant_id, g.key_id) used"
                    + " join tenant t on t.id = used.tenant_id"
                    + " left join api_key k on k.id = used.key_id"
                    + " order by used.requests desc, used.key_id, used.model_id"
                    + " fetch first "
                    + limit
                    + " rows only")
            .setParameter(1, since.atOffset(ZoneOffset.UTC));
    int place = 2;
    for (String model : modelIds) {
      select.setParameter(place++, model);
    }
    List<?> rows = select.getResultList();
    return rows.stream().map(row -> use((Object[]) row)).toList();
  }

  private static ModelUse use(Object[] cells) {
    return new ModelUse(
        (String) cells[0],
        (String) cells[1],
        (String) cells[2],
        (String) cells[3],
        Optional.ofNullable((String) cells[4]),
        Optional.ofNullable((String) cells[5]),
        number(cells[6]),
        Instant.ofEpochSecond(number(cells[7])));
  }

  private static LatencyRow latency(UsageQuery query, Object[] cells) {
    int next = query.step().isPresent() ? 1 : 0;
    Optional<Instant> start =
        query.step().map(step -> JpaUsageRepository.start(number(cells[0]), step));
    Map<Dimension, String> group = new EnumMap<>(Dimension.class);
    for (Dimension dimension : query.by()) {
      String value = (String) cells[next++];
      if (value != null) {
        group.put(dimension, value);
      }
    }
    return new LatencyRow(
        group,
        start,
        number(cells[next]),
        seconds(cells[next + 1]),
        seconds(cells[next + 2]),
        seconds(cells[next + 3]),
        seconds(cells[next + 4]));
  }

  private static Duration seconds(Object cell) {
    return cell == null
        ? Duration.ZERO
        : Duration.ofMillis(Math.round(((Number) cell).doubleValue() * 1000));
  }
}
