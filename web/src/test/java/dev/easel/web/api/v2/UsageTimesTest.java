package dev.easel.web.api.v2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.shared.Credits;
import dev.easel.domain.usage.Dimension;
import dev.easel.domain.usage.LatencyRow;
import dev.easel.domain.usage.UsageRow;
import dev.easel.service.usage.UsageReport;
import dev.easel.web.api.UsageParameters;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UsageTimesTest {

  private static final Instant DAY = Instant.parse("2026-11-23T00:00:00Z");
  private static final UsageParameters BY_MODEL =
      new UsageParameters(DAY, DAY.plusSeconds(86_400), Set.of("model"));

  private final UsageTimes times =
      new UsageTimes(List.of(took("fast", 1_250, 2_000)), Optional.of(took("all", 1_500, 9_000)));
  private final UsageReport report =
      new UsageReport(
          BY_MODEL.from(), BY_MODEL.until(), List.of(used("fast"), used("failing"), used("")));

  @Test
  void aRowTellsHowLongItsRequestsTook() {
    JsonObject json = UsageJson.of(report, times, BY_MODEL).build();

    assertThat(latency(json, 0))
        .hasToString("{\"requests\":3,\"p50_seconds\":1.250,\"p95_seconds\":2.000}");
  }

  @Test
  void whereNothingWasDeliveredNothingTookAnyTime() {
    JsonObject json = UsageJson.of(report, times, BY_MODEL).build();

    assertThat(latency(json, 1)).isEqualTo(JsonValue.NULL);
    assertThat(latency(json, 2)).isEqualTo(JsonValue.NULL);
  }

  @Test
  void theTotalIsMeasuredAndNoSum() {
    JsonObject total = UsageJson.of(report, times, BY_MODEL).build().getJsonObject("total");

    assertThat(total.getInt("requests")).isEqualTo(12);
    assertThat(total.getJsonObject("latency").getJsonNumber("p95_seconds").intValue()).isEqualTo(9);
  }

  @Test
  void theTableHasSecondsOrEmptyCells() {
    assertThat(UsageCsv.of(report, times, BY_MODEL).toString().split("\r\n"))
        .containsExactly(
            "model,requests,images,failed,cancelled,credits,usd,p50_seconds,p95_seconds",
            "fast,4,3,1,0,2,0.04,1.250,2.000",
            "failing,4,3,1,0,2,0.04,,",
            ",4,3,1,0,2,0.04,,");
  }

  private static JsonValue latency(JsonObject json, int row) {
    return json.getJsonArray("usage").getJsonObject(row).get("latency");
  }

  private static LatencyRow took(String model, long median, long most) {
    return new LatencyRow(
        Map.of(Dimension.MODEL, model),
        Optional.empty(),
        3,
        Duration.ofMillis(median),
        Duration.ofMillis(most),
        Duration.ofMillis(1),
        Duration.ofMillis(1));
  }

  private static UsageRow used(String model) {
    Map<Dimension, String> group = model.isEmpty() ? Map.of() : Map.of(Dimension.MODEL, model);
    return new UsageRow(group, Optional.empty(), 4, 3, 1, 0, Credits.of(2));
  }
}
