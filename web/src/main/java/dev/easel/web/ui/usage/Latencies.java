package dev.easel.web.ui.usage;

import dev.easel.domain.shared.Utc;
import dev.easel.domain.usage.Dimension;
import dev.easel.domain.usage.LatencyRow;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** How long requests took, by the names the tables of the page have. */
public final class Latencies {

  private final Map<String, LatencyRow> rows = new HashMap<>();

  private Latencies() {}

  /** By day, of rows that have a start. */
  static Latencies byDay(List<LatencyRow> rows) {
    Latencies made = new Latencies();
    rows.forEach(row -> made.rows.put(Utc.day(row.start().orElseThrow()).toString(), row));
    return made;
  }

  /** By the words for the values of a dimension. */
  static Latencies by(Dimension dimension, List<LatencyRow> rows, UnaryOperator<String> names) {
    Latencies made = new Latencies();
    rows.forEach(row -> made.rows.put(names.apply(row.group().getOrDefault(dimension, "")), row));
    return made;
  }

  /** Null where nothing was delivered. */
  public LatencyRow of(String name) {
    return rows.get(name);
  }

  /**
   * What {@code usage.js} draws, in seconds.
   *
   * @param median word for the time half of the requests took at most
   * @param most word for the time nineteen in twenty took at most
   */
  String chart(List<LocalDate> days, String median, String most) {
    JsonArrayBuilder series = WireJson.array();
    if (!rows.isEmpty()) {
      series.add(series(days, median, LatencyRow::median));
      series.add(series(days, most, LatencyRow::most));
    }
    return WireJson.object()
        .add("labels", WireJson.array(days.stream().map(LocalDate::toString).toList()))
        .add("series", series)
        .build()
        .toString();
  }

  private JsonObjectBuilder series(
      List<LocalDate> days, String name, Function<LatencyRow, Duration> part) {
    JsonArrayBuilder values = WireJson.array();
    for (LocalDate day : days) {
      LatencyRow row = rows.get(day.toString());
      values.add(BigDecimal.valueOf(row == null ? 0 : part.apply(row).toMillis(), 3));
    }
    return WireJson.object().add("name", name).add("values", values);
  }
}
