package dev.easel.web.api.v2;

import dev.easel.domain.usage.LatencyRow;
import dev.easel.domain.usage.UsageRow;
import dev.easel.service.usage.UsageReport;
import dev.easel.web.api.Csv;
import dev.easel.web.api.UsageParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A report of usage as a table: a column per group, the sums, and how long requests took. */
public final class UsageCsv {

  private static final List<String> SUMS =
      List.of(
          "requests",
          "images",
          "failed",
          "cancelled",
          "credits",
          "usd",
          "p50_seconds",
          "p95_seconds");

  private UsageCsv() {}

  public static Csv of(UsageReport report, UsageTimes times, UsageParameters parameters) {
    List<Object> names = new ArrayList<>(parameters.groups());
    names.addAll(SUMS);
    Csv csv = new Csv().row(names.toArray());
    report.rows().forEach(row -> csv.row(cells(row, times, parameters)));
    return csv;
  }

  private static Object[] cells(UsageRow row, UsageTimes times, UsageParameters parameters) {
    List<Object> cells = new ArrayList<>();
    parameters.groups().forEach(name -> cells.add(UsageJson.group(row, name).orElse(null)));
    cells.add(row.requests());
    cells.add(row.images());
    cells.add(row.failed());
    cells.add(row.cancelled());
    cells.add(row.charge().credits());
    cells.add(row.charge().usd());
    Optional<LatencyRow> took = times.of(row);
    cells.add(took.map(LatencyRow::median).map(UsageTimes::seconds).orElse(null));
    cells.add(took.map(LatencyRow::most).map(UsageTimes::seconds).orElse(null));
    return cells.toArray();
  }
}
