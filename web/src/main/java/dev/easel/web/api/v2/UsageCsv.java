package dev.easel.web.api.v2;

import dev.easel.domain.usage.UsageRow;
import dev.easel.service.usage.UsageReport;
import dev.easel.web.api.Csv;
import dev.easel.web.api.UsageParameters;
import java.util.ArrayList;
import java.util.List;

/** A report of usage as a table: a column per group, then the sums. */
public final class UsageCsv {

  private static final List<String> SUMS =
      List.of("requests", "images", "failed", "cancelled", "credits", "usd");

  private UsageCsv() {}

  public static Csv of(UsageReport report, UsageParameters parameters) {
    List<Object> names = new ArrayList<>(parameters.groups());
    names.addAll(SUMS);
    Csv csv = new Csv().row(names.toArray());
    report.rows().forEach(row -> csv.row(cells(row, parameters)));
    return csv;
  }

  private static Object[] cells(UsageRow row, UsageParameters parameters) {
    List<Object> cells = new ArrayList<>();
    parameters.groups().forEach(name -> cells.add(UsageJson.group(row, name).orElse(null)));
    cells.add(row.requests());
    cells.add(row.images());
    cells.add(row.failed());
    cells.add(row.cancelled());
    cells.add(row.charge().credits());
    cells.add(row.charge().usd());
    return cells.toArray();
  }
}
