package dev.easel.web.api.v2;

import dev.easel.domain.shared.Utc;
import dev.easel.domain.usage.Dimension;
import dev.easel.domain.usage.UsageRow;
import dev.easel.service.usage.UsageReport;
import dev.easel.web.api.UsageParameters;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import java.util.Optional;

/** A report of usage: a row per group, and their sum. */
final class UsageJson {

  private UsageJson() {}

  static JsonObjectBuilder of(UsageReport report, UsageTimes times, UsageParameters parameters) {
    return WireJson.object()
        .add("from", WireJson.time(report.from()))
        .add("to", WireJson.time(report.until()))
        .add("group_by", WireJson.array(parameters.groups()))
        .add("usage", WireJson.array(report.rows(), row -> row(row, times, parameters)))
        .add("total", sums(WireJson.object(), report.total()).add("latency", times.total()));
  }

  /** The value of one of the groups; empty where the generations are gone. */
  static Optional<String> group(UsageRow row, String group) {
    return group.equals(UsageParameters.DAY)
        ? row.start().map(start -> Utc.day(start).toString())
        : row.of(Dimension.valueOf(group.toUpperCase(Locale.ROOT)));
  }

  private static JsonObjectBuilder row(UsageRow row, UsageTimes times, UsageParameters parameters) {
    JsonObjectBuilder object = WireJson.object();
    parameters.groups().forEach(name -> object.add(name, WireJson.text(group(row, name))));
    return sums(object, row).add("latency", times.json(row));
  }

  private static JsonObjectBuilder sums(JsonObjectBuilder object, UsageRow row) {
    return object
        .add("requests", row.requests())
        .add("images", row.images())
        .add("failed", row.failed())
        .add("cancelled", row.cancelled())
        .add("cost", WireJson.money(row.charge()));
  }
}
