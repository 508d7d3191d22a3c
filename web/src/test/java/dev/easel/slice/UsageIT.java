package dev.easel.slice;

import static dev.easel.slice.Backstage.origin;
import static dev.easel.slice.Backstage.small;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.ledger.Voucher;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Ids;
import dev.easel.domain.usage.Dimension;
import dev.easel.domain.usage.UsageRow;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import dev.easel.service.ledger.CreditDesk;
import dev.easel.service.ledger.Ledger;
import dev.easel.service.usage.UsageReport;
import dev.easel.service.usage.UsageReports;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Reports of usage on the real database. */
@ArquillianTest
class UsageIT {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Inject UsageReports reports;
  @Inject GenerationService generations;
  @Inject CreditDesk desk;
  @Inject Ledger ledger;
  @Inject Backstage backstage;

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  @Test
  void anyGroupingAddsUpToWhatTheLedgerTook() throws Exception {
    Caller caller = tenantWithUsage();
    long taken =
        backstage.count(
            "select sum(case kind when 'CAPTURE' then amount else -amount end) from ledger_transfer"
                + " where wallet_id = ? and kind in ('CAPTURE', 'REFUND')",
            "acc_" + caller.tenantId());

    assertThat(taken).isPositive();
    for (Set<Dimension> by :
        List.of(
            EnumSet.noneOf(Dimension.class),
            EnumSet.of(Dimension.MODEL),
            EnumSet.of(Dimension.KEY),
            EnumSet.allOf(Dimension.class))) {
      for (boolean daily : new boolean[] {true, false}) {
        UsageRow total = report(caller, by, daily).total();
        assertThat(total.charge()).isEqualTo(new Credits(taken));
        assertThat(total.requests()).isEqualTo(2);
        assertThat(total.images()).isEqualTo(2);
      }
    }
  }

  @Test
  void chargesForGenerationsThatAreGoneHaveARowWithoutAModel() throws Exception {
    Caller caller = tenantWithUsage();

    UsageReport report = report(caller, EnumSet.of(Dimension.MODEL), true);

    assertThat(report.rows())
        .extracting(row -> row.of(Dimension.MODEL))
        .containsExactlyInAnyOrder(Optional.of(Backstage.MODEL), Optional.empty());
    assertThat(report.rows())
        .allMatch(
            row -> row.start().equals(Optional.of(row.start().get().truncatedTo(ChronoUnit.DAYS))));
  }

  @Test
  void imagesAreCountedInTheMinuteTheyWereAskedFor() throws Exception {
    Caller caller = tenantWithUsage();
    Instant end = backstage.now().truncatedTo(ChronoUnit.DAYS).plus(DAY);
    Set<Dimension> all = EnumSet.allOf(Dimension.class);

    List<UsageRow> rows =
        reports.images(caller, end.minus(DAY).minus(DAY), end, all, MINUTE, Map.of());

    assertThat(rows.stream().mapToLong(UsageRow::images).sum()).isEqualTo(2);
    assertThat(rows.get(0).group())
        .containsEntry(Dimension.SIZE, "64x64")
        .containsEntry(Dimension.SOURCE, "image.generation")
        .containsEntry(Dimension.KEY, caller.keyId());
    assertThat(
            backstage.count(
                "select count(*) from generation where tenant_id = ? and created_at >= ?",
                caller.tenantId(),
                rows.get(0).start().get().atOffset(ZoneOffset.UTC)))
        .isEqualTo(2);
    Map<Dimension, Set<String>> edits = Map.of(Dimension.SOURCE, Set.of("image.edit", "x"));
    assertThat(reports.images(caller, end.minus(DAY), end, all, MINUTE, edits)).isEmpty();
  }

  @Test
  void othersSeeNothingOfIt() throws Exception {
    tenantWithUsage();
    Caller other = backstage.tenantWith(Credits.of(1));

    assertThat(report(other, EnumSet.of(Dimension.MODEL), false).rows()).isEmpty();
  }

  /** Two images of which one is refunded in part, and a charge whose generation is gone. */
  private Caller tenantWithUsage() throws Exception {
    Caller caller = backstage.tenantWith(Credits.of(100));
    delivered(caller);
    Voucher voucher = new Voucher(Ids.random("r"), "slice", "user_root");
    desk.refund(caller, delivered(caller), Optional.of(new Credits(1)), voucher);
    String hold =
        backstage.inTransaction(
            () -> ledger.hold(caller, Ids.random("gen"), Credits.of(4)).orElseThrow());
    backstage.inTransaction(
        () -> {
          ledger.capture(hold, Credits.of(3));
          return hold;
        });
    return caller;
  }

  private String delivered(Caller caller) throws Exception {
    String id = generations.submit(caller, small(), origin(), Idempotency.none()).generation().id();
    backstage.awaitEnd(caller, id);
    return id;
  }

  private UsageReport report(Caller caller, Set<Dimension> by, boolean daily) {
    Instant end = backstage.now().truncatedTo(ChronoUnit.DAYS).plus(DAY);
    return reports.report(caller, end.minus(DAY).minus(DAY), end, by, daily);
  }
}
