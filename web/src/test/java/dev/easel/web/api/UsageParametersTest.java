package dev.easel.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.shared.FailureException;
import dev.easel.domain.usage.Dimension;
import dev.easel.web.api.UsageParameters.Names;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageParametersTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void withoutAPeriodItIsTheCurrentMonthByModel() {
    UsageParameters parameters = read(null, null);

    assertThat(parameters.from()).isEqualTo("2026-11-01T00:00:00Z");
    assertThat(parameters.until()).isEqualTo("2026-11-22T00:00:00Z");
    assertThat(parameters.groups()).containsExactly("model");
    assertThat(parameters.daily()).isFalse();
  }

  @Test
  void withoutABeginningItIsTheMonthThatEndsThen() {
    assertThat(read(null, "2026-10-31").from()).isEqualTo("2026-10-01T00:00:00Z");
  }

  @Test
  void groupsComeRepeatedOrWithCommas() {
    UsageParameters parameters = read(null, null, "day, key", "model", "day");

    assertThat(parameters.groups()).containsExactly("day", "key", "model");
    assertThat(parameters.dimensions()).containsExactly(Dimension.MODEL, Dimension.KEY);
    assertThat(parameters.daily()).isTrue();
  }

  @Test
  void aLeapYearIsNotTooLong() {
    assertThat(read("2024-01-01", "2024-12-31").until()).isEqualTo("2025-01-01T00:00:00Z");
    refuses("to", () -> read("2024-01-01", "2025-01-01"));
  }

  @Test
  void aPeriodGoesForward() {
    refuses("to", () -> read("2026-11-02", "2026-11-01T00:00:00Z"));
    refuses("to", () -> read("2026-11-02T00:00:00Z", "2026-11-02T00:00:00Z"));
    refuses("to", () -> read("2027-01-01", null));
  }

  @Test
  void whatIsUnknownIsRefused() {
    refuses("group_by", () -> read(null, null, "user"));
    refuses("from", () -> read("yesterday", null));
  }

  private static void refuses(String field, Runnable reading) {
    assertThatThrownBy(reading::run)
        .isInstanceOfSatisfying(
            FailureException.class, e -> assertThat(e.fields()).containsOnlyKeys(field));
  }

  private static UsageParameters read(String from, String to, String... groups) {
    return UsageParameters.read(new Names("from", "to"), from, to, List.of(groups), NOW);
  }
}
