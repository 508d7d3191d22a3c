package dev.easel.web.ui.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.shared.Utc;
import dev.easel.domain.usage.Dimension;
import dev.easel.domain.usage.LatencyRow;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final List<LocalDate> DAYS = List.of(MONDAY, MONDAY.plusDays(1));

  @Test
  void aDayOnWhichNothingWasDeliveredIsDrawnAsNothing() {
    LatencyRow row = row(Map.of(), Optional.of(MONDAY.plusDays(1)));

    assertThat(Latencies.byDay(List.of(row)).chart(DAYS, "half", "most"))
        .isEqualTo(
            "{\"labels\":[\"2026-11-23\",\"2026-11-24\"],\"series\":["
                + "{\"name\":\"half\",\"values\":[0.000,1.500]},"
                + "{\"name\":\"most\",\"values\":[0.000,20.250]}]}");
  }

  @Test
  void withoutAnyDeliveryThereAreNoLines() {
    assertThat(Latencies.byDay(List.of()).chart(DAYS, "half", "most")).contains("\"series\":[]");
  }

  @Test
  void aRowIsFoundByTheWordsOfItsTable() {
    LatencyRow known = row(Map.of(Dimension.MODEL, "a"), Optional.empty());
    LatencyRow gone = row(Map.of(), Optional.empty());

    Latencies latencies =
        Latencies.by(
            Dimension.MODEL, List.of(known, gone), id -> id.isEmpty() ? "gone" : "Model " + id);

    assertThat(latencies.of("Model a")).isEqualTo(known);
    assertThat(latencies.of("gone")).isEqualTo(gone);
    assertThat(latencies.of("Model b")).isNull();
  }

  private static LatencyRow row(Map<Dimension, String> group, Optional<LocalDate> day) {
    return new LatencyRow(
        group,
        day.map(Utc::start),
        2,
        Duration.ofMillis(1_500),
        Duration.ofMillis(20_250),
        Duration.ofMillis(1),
        Duration.ofMillis(2));
  }
}
