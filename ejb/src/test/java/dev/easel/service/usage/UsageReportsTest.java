package dev.easel.service.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.usage.Dimension;
import dev.easel.domain.usage.LatencyRow;
import dev.easel.domain.usage.ModelUse;
import dev.easel.domain.usage.TrafficRepository;
import dev.easel.domain.usage.UsageQuery;
import dev.easel.domain.usage.UsageRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsageReportsTest {

  private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-12-01T00:00:00Z");
  private static final Caller CALLER = new Caller("ten_1", "user_1", "key_1", "free", false);

  private final List<UsageRow> stored = new ArrayList<>();
  private final List<UsageQuery> asked = new ArrayList<>();
  private final UsageReports reports = new UsageReports();

  @BeforeEach
  void answerWhatIsStored() {
    reports.usage =
        query -> {
          asked.add(query);
          return stored.subList(0, Math.min(stored.size(), query.limit()));
        };
  }

  @Test
  void latencyIsAskedForTheSamePeriod() {
    List<UsageQuery> measured = new ArrayList<>();
    reports.traffic =
        new TrafficRepository() {
          @Override
          public List<LatencyRow> latency(UsageQuery query) {
            measured.add(query);
            return List.of();
          }

          @Override
          public List<ModelUse> uses(Set<String> modelIds, Instant since, int limit) {
            return List.of();
          }
        };

    assertThat(reports.latency(CALLER, FROM, UNTIL, EnumSet.of(Dimension.KEY), true)).isEmpty();

    assertThat(measured).hasSize(1);
    assertThat(measured.get(0).tenantId()).isEqualTo("ten_1");
    assertThat(measured.get(0).until()).isEqualTo(UNTIL);
    assertThat(measured.get(0).step()).contains(Duration.ofDays(1));
  }

  @Test
  void theTotalIsTheSumOfAllRows() {
    stored.add(row("a", 3, Credits.of(5)));
    stored.add(row("b", 4, Credits.of(-2)));

    UsageRow total =
        reports.report(CALLER, FROM, UNTIL, EnumSet.of(Dimension.MODEL), false).total();

    assertThat(total.requests()).isEqualTo(7);
    assertThat(total.charge()).isEqualTo(Credits.of(3));
    assertThat(total.group()).isEmpty();
  }

  @Test
  void asksForTheCallersOwnUsageByDay() {
    reports.report(CALLER, FROM, UNTIL, Set.of(), true);

    assertThat(asked)
        .singleElement()
        .satisfies(
            query -> {
              assertThat(query.tenantId()).isEqualTo("ten_1");
              assertThat(query.step()).contains(Duration.ofDays(1));
              assertThat(query.money()).isTrue();
            });
  }

  @Test
  void aReportThatWouldLeaveRowsOutIsRefused() {
    stored.addAll(Collections.nCopies(UsageReports.MOST_ROWS, row("a", 1, Credits.ZERO)));
    assertThat(reports.report(CALLER, FROM, UNTIL, Set.of(), true).rows())
        .hasSize(UsageReports.MOST_ROWS);

    stored.add(row("a", 1, Credits.ZERO));

    assertThatThrownBy(() -> reports.report(CALLER, FROM, UNTIL, Set.of(), true))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("more than 10000 rows");
  }

  @Test
  void aYearIsTheLongestPeriod() {
    Instant end = FROM.plus(UsageReports.LONGEST);

    assertThat(reports.report(CALLER, FROM, end, Set.of(), false).until()).isEqualTo(end);
    assertThatThrownBy(() -> reports.report(CALLER, FROM, end.plusNanos(1), Set.of(), false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static UsageRow row(String model, long requests, Credits charge) {
    return new UsageRow(
        Map.of(Dimension.MODEL, model), Optional.empty(), requests, requests, 0, 0, charge);
  }
}
