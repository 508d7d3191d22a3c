package dev.easel.web.ui.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Utc;
import dev.easel.domain.usage.Dimension;
import dev.easel.domain.usage.UsageRow;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsageChartTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final List<LocalDate> DAYS = List.of(MONDAY, MONDAY.plusDays(1));

  @Test
  void everyDayHasItsValueAndTheLargestComesFirst() {
    List<UsageRow> rows =
        List.of(row("a", MONDAY, 1, 0), row("b", MONDAY.plusDays(1), 5, 0), row("a", MONDAY, 2, 0));

    JsonObject chart = images(rows);

    assertThat(chart.getJsonArray("labels").getString(0)).isEqualTo("2026-11-23");
    assertThat(chart.getJsonArray("series"))
        .hasToString("[{\"name\":\"b\",\"values\":[0,5]},{\"name\":\"a\",\"values\":[3,0]}]");
  }

  @Test
  void whatIsMoreThanSixIsOneSeries() {
    List<UsageRow> rows = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      rows.add(row("m" + i, MONDAY, 10 - i, 0));
    }

    JsonObject chart = images(rows);

    assertThat(chart.getJsonArray("series")).hasSize(7);
    assertThat(chart.getJsonArray("series").get(6))
        .hasToString("{\"name\":\"Others\",\"values\":[9,0]}");
  }

  @Test
  void nothingIsNoSeries() {
    assertThat(images(List.of(row("a", MONDAY, 0, 3))).getJsonArray("series")).isEmpty();
  }

  @Test
  void daysWithoutUseHaveALineAndTheLatestIsFirst() {
    List<UsageSums.Line> lines = UsageSums.byDay(List.of(row("a", MONDAY, 4, 1)), DAYS);

    assertThat(lines).extracting(UsageSums.Line::name).containsExactly("2026-11-24", "2026-11-23");
    assertThat(lines.get(0).sum().images()).isZero();
    assertThat(lines.get(1).sum().images()).isEqualTo(4);
  }

  @Test
  void theDearestComesFirstAndWhatIsGoneHasAWord() {
    List<UsageRow> rows =
        List.of(row("cheap", MONDAY, 1, 1), row("dear", MONDAY, 1, 9), gone(MONDAY));

    List<UsageSums.Line> lines =
        UsageSums.by(Dimension.MODEL, rows, id -> id.isEmpty() ? "gone" : id);

    assertThat(lines).extracting(UsageSums.Line::name).containsExactly("dear", "gone", "cheap");
  }

  @Test
  void periodsAreWholeDays() {
    Instant now = Instant.parse("2026-03-05T23:59:59Z");

    assertThat(UsagePeriod.of("7d").days(now)).hasSize(7).endsWith(LocalDate.of(2026, 3, 5));
    assertThat(UsagePeriod.of("month").days(now)).hasSize(5);
    assertThat(UsagePeriod.of("last-month").days(now))
        .hasSize(28)
        .startsWith(LocalDate.of(2026, 2, 1));
    assertThat(UsagePeriod.of("<nonsense>")).isEqualTo(UsagePeriod.DAYS_30);
  }

  private static JsonObject images(List<UsageRow> rows) {
    UsageChart chart = new UsageChart(DAYS, rows, id -> id, "Others");
    return WireJson.parse(chart.of(row -> BigDecimal.valueOf(row.images())));
  }

  private static UsageRow row(String model, LocalDate day, long images, long credits) {
    return new UsageRow(
        Map.of(Dimension.MODEL, model),
        Optional.of(Utc.start(day)),
        1,
        images,
        0,
        0,
        Credits.of(credits));
  }

  private static UsageRow gone(LocalDate day) {
    return new UsageRow(Map.of(), Optional.of(Utc.start(day)), 0, 0, 0, 0, Credits.of(5));
  }
}
