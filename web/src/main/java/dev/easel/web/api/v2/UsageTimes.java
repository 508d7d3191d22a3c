package dev.easel.web.api.v2;

import dev.easel.domain.usage.Dimension;
import dev.easel.domain.usage.LatencyRow;
import dev.easel.domain.usage.UsageRow;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long the delivered requests of a report's rows took, from acceptance to delivery. */
public final class UsageTimes {

  private final Map<Row, LatencyRow> rows = new HashMap<>();
  private final Optional<LatencyRow> total;

  private record Row(Map<Dimension, String> group, Optional<Instant> start) {}

  /**
   * @param rows grouped as the report is
   * @param total of everything: shares of parts do not add up to those of the whole
   */
  public UsageTimes(List<LatencyRow> rows, Optional<LatencyRow> total) {
    rows.forEach(row -> this.rows.put(new Row(row.group(), row.start()), row));
    this.total = total;
  }

  /** Empty where nothing was delivered. */
  Optional<LatencyRow> of(UsageRow row) {
    return Optional.ofNullable(rows.get(new Row(row.group(), row.start())));
  }

  /** Null where nothing was delivered. */
  JsonValue json(UsageRow row) {
    return json(of(row));
  }

  JsonValue total() {
    return json(total);
  }

  static BigDecimal seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3);
  }

  private static JsonValue json(Optional<LatencyRow> took) {
    return took.<JsonValue>map(
            row ->
                WireJson.object()
                    .add("requests", row.requests())
                    .add("p50_seconds", WireJson.number(seconds(row.median())))
                    .add("p95_seconds", WireJson.number(seconds(row.most())))
                    .build())
        .orElse(JsonValue.NULL);
  }
}
