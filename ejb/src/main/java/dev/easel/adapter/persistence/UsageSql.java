package dev.easel.adapter.persistence;

import static java.util.stream.Collectors.joining;

import dev.easel.domain.ledger.LedgerAccount;
import dev.easel.domain.usage.Dimension;
import dev.easel.domain.usage.UsageQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The statement behind {@link JpaUsageRepository}: generations of the period and entries of the
 * period, each read from the index of its owner and time, summed up together. Time is divided by
 * seconds since 1970, for databases cast to a day in the zone of the session.
 *
 * @param text with parameters by number
 * @param values of the parameters, the first is number 1
 */
record UsageSql(String text, List<Object> values) {

  private static final Map<Dimension, String> EXPRESSIONS =
      Map.of(
          Dimension.MODEL, "g.model_id",
          Dimension.KEY, "g.key_id",
          Dimension.USER, "g.user_id",
          Dimension.SIZE, "g.width || 'x' || g.height",
          Dimension.SOURCE,
              "case when g.operation = 'TEXT_TO_IMAGE' then 'image.generation'"
                  + " when g.operation is not null then 'image.edit' end");

  static UsageSql of(UsageQuery query) {
    Map<String, String> columns = columns(query);
    List<Object> values = new ArrayList<>();
    values.add(query.tenantId());
    values.add(LedgerAccount.walletId(query.tenantId()));
    values.add(time(query.from()));
    values.add(time(query.until()));
    String rows = requests(columns, query) + (query.money() ? charges(columns, query) : "");
    List<String> names = new ArrayList<>(names(query));
    String group = String.join(", ", names);
    names.add("sum(n_requests), sum(n_images), sum(n_failed), sum(n_cancelled), sum(n_micros)");
    String text =
        "select " + String.join(", ", names) + " from (" + rows + ") used" + where(query, values);
    if (!group.isEmpty()) {
      text += " group by " + group + " order by " + group;
    }
    return new UsageSql(text + " fetch first " + query.limit() + " rows only", values);
  }

  /** Columns that rows are told apart by, in the order in which they are selected. */
  static List<String> names(UsageQuery query) {
    List<String> names = new ArrayList<>();
    query.step().ifPresent(step -> names.add("u_step"));
    query.by().forEach(dimension -> names.add(name(dimension)));
    return names;
  }

  private static Map<String, String> columns(UsageQuery query) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (Dimension dimension : Dimension.values()) {
      if (query.by().contains(dimension) || query.only().containsKey(dimension)) {
        columns.put(name(dimension), EXPRESSIONS.get(dimension));
      }
    }
    return columns;
  }

  private static String requests(Map<String, String> columns, UsageQuery query) {
    return "select "
        + list(columns, query, "g.created_at")
        + "1 as n_requests, g.delivered as n_images,"
        + " case g.status when 'FAILED' then 1 else 0 end as n_failed,"
        + " case g.status when 'CANCELLED' then 1 else 0 end as n_cancelled,"
        + " cast(0 as bigint) as n_micros from generation g"
        + " where g.tenant_id = ?1 and g.created_at >= ?3 and g.created_at < ?4";
  }

  private static String charges(Map<String, String> columns, UsageQuery query) {
    return " union all select "
        + list(columns, query, "t.created_at")
        + "0, 0, 0, 0, case t.kind when 'CAPTURE' then t.amount else -t.amount end"
        + " from ledger_transfer t left join generation g on g.id = t.generation_id"
        + " where t.wallet_id = ?2 and t.created_at >= ?3 and t.created_at < ?4"
        + " and t.kind in ('CAPTURE', 'REFUND')";
  }

  private static String list(Map<String, String> columns, UsageQuery query, String time) {
    String steps = query.step().map(step -> number(time, step) + " as u_step, ").orElse("");
    return steps
        + columns.entrySet().stream()
            .map(column -> column.getValue() + " as " + column.getKey() + ", ")
            .collect(joining());
  }

  /** Number of the step a time falls into. */
  static String number(String time, Duration step) {
    return "floor(extract(epoch from %s) / %d)".formatted(time, step.toSeconds());
  }

  private static String where(UsageQuery query, List<Object> values) {
    List<String> conditions = new ArrayList<>();
    query.only().forEach((dimension, wanted) -> conditions.add(among(dimension, wanted, values)));
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  private static String among(Dimension dimension, Set<String> wanted, List<Object> values) {
    if (wanted.isEmpty()) {
      return "1 = 0";
    }
    List<String> marks = new ArrayList<>();
    for (String value : wanted) {
      values.add(value);
      marks.add("?" + values.size());
    }
    return name(dimension) + " in (" + String.join(", ", marks) + ")";
  }

  static String expression(Dimension dimension) {
    return EXPRESSIONS.get(dimension);
  }

  static String name(Dimension dimension) {
    return "u_" + dimension.wire();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
