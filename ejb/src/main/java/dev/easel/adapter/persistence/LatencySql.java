package dev.easel.adapter.persistence;

import dev.easel.domain.usage.UsageQuery;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The statement behind {@link JpaTrafficRepository#latency}: of delivered generations of the
 * period, read from the index of their owner and time, the seconds half and nineteen in twenty
 * took.
 *
 * @param text with parameters by number
 * @param values of the parameters, the first is number 1
 */
record LatencySql(String text, List<Object> values) {

  private static final String TOTAL =
      "extract(epoch from g.completed_at) - extract(epoch from g.created_at)";
  private static final String RUNNING =
      "extract(epoch from g.completed_at) - extract(epoch from g.started_at)";

  static LatencySql of(UsageQuery query) {
    List<String> inner = new ArrayList<>();
    query.step().ifPresent(step -> inner.add(UsageSql.number("g.created_at", step) + " as u_step"));
    query.by().forEach(each -> inner.add(UsageSql.expression(each) + " as " + UsageSql.name(each)));
    inner.add("(" + TOTAL + ") as n_total");
    inner.add("(" + RUNNING + ") as n_running");
    String rows =
        "select "
            + String.join(", ", inner)
            + " from generation g where g.tenant_id = ?1 and g.created_at >= ?2"
            + " and g.created_at < ?3 and g.status = 'COMPLETED'"
            + " and g.completed_at is not null and g.started_at is not null";
    List<String> names = new ArrayList<>(UsageSql.names(query));
    String group = String.join(", ", names);
    names.add("count(*)");
    names.add(share("0.5", "n_total"));
    names.add(share("0.95", "n_total"));
    names.add(share("0.5", "n_running"));
    names.add(share("0.95", "n_running"));
    String text = "select " + String.join(", ", names) + " from (" + rows + ") took";
    if (!group.isEmpty()) {
      text += " group by " + group + " order by " + group;
    }
    return new LatencySql(
        text + " fetch first " + query.limit() + " rows only",
        List.of(
            query.tenantId(),
            query.from().atOffset(ZoneOffset.UTC),
            query.until().atOffset(ZoneOffset.UTC)));
  }

  private static String share(String part, String of) {
    return "percentile_disc(" + part + ") within group (order by " + of + ")";
  }
}
