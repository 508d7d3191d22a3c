package dev.easel.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Subscription;
import dev.easel.domain.shared.Credits;
import dev.easel.service.ledger.Ledger;
import dev.easel.service.plan.Renewal;
import dev.easel.service.plan.Subscriptions;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Renewals on the real database; callers that race stand for servers that share it. */
@ArquillianTest
class RenewalIT {

  @Inject Subscriptions subscriptions;
  @Inject Renewal renewal;
  @Inject Ledger ledger;
  @Inject Backstage backstage;
  @Inject Crowd crowd;

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  @Test
  void ofManyWhoRenewAtOnceOneDoes() throws Exception {
    String tenant = tenantWhosePeriodEnded(today());

    List<Object> ends = crowd.all(16, i -> subscriptions.renew(tenant));

    assertThat(ends).filteredOn(Boolean.TRUE::equals).hasSize(1);
    assertThat(ends).filteredOn(Boolean.FALSE::equals).hasSize(15);
    assertThat(monthlyGrants(tenant)).isEqualTo(1);
    assertThat(ledger.available(tenant)).isEqualTo(Credits.of(1 + 5000));
    Subscription renewed = subscriptions.find(tenant).orElseThrow();
    assertThat(renewed.period().start()).isEqualTo(today());
    assertThat(renewed.granted()).isEqualTo(5000);
  }

  @Test
  void twoRunnersGrantEachMissedPeriodOnce() throws Exception {
    LocalDate ended = today().minusMonths(3).withDayOfMonth(1);
    String tenant = tenantWhosePeriodEnded(ended);

    crowd.all(
        4,
        i -> {
          renewal.run();
          return i;
        });

    long periods = ended.datesUntil(today().plusDays(1), Period.ofMonths(1)).count();
    assertThat(monthlyGrants(tenant)).isEqualTo(periods).isGreaterThanOrEqualTo(3);
    assertThat(ledger.available(tenant)).isEqualTo(Credits.of(1 + 5000 * periods));
  }

  @Test
  void aRenewalThatIsCutShortLeavesNothing() throws Exception {
    String tenant = tenantWhosePeriodEnded(today());

    backstage.rolledBack(() -> subscriptions.renew(tenant));

    assertThat(monthlyGrants(tenant)).isZero();
    assertThat(subscriptions.find(tenant).orElseThrow().dueOn(today())).isTrue();
    assertThat(subscriptions.renew(tenant)).isTrue();
    assertThat(monthlyGrants(tenant)).isEqualTo(1);
  }

  /** On the plan {@code pro}, 5000 credits a month, with one credit of its own. */
  private String tenantWhosePeriodEnded(LocalDate day) throws Exception {
    Caller caller = backstage.tenantWith(Credits.of(1));
    backstage.change(
        "update subscription set anchor_day = ?, period_start = ?, period_end = ?"
            + " where tenant_id = ?",
        day.getDayOfMonth(),
        day.minusMonths(1),
        day,
        caller.tenantId());
    return caller.tenantId();
  }

  private long monthlyGrants(String tenant) throws Exception {
    return backstage.count(
        "select count(*) from ledger_transfer where idempotency_key like ?",
        "grant:" + tenant + ":%");
  }

  private LocalDate today() {
    return LocalDate.ofInstant(backstage.now(), ZoneOffset.UTC);
  }
}
