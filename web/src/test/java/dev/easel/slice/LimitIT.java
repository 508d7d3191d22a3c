package dev.easel.slice;

import static dev.easel.slice.Backstage.origin;
import static dev.easel.slice.Backstage.small;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import dev.easel.service.generation.Submission;
import dev.easel.service.limit.DayOpening;
import dev.easel.service.limit.DayQuota;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The day's limit on the real database. */
@ArquillianTest
class LimitIT {

  private static final int PER_DAY = 10;

  @Inject GenerationService generations;
  @Inject DayQuota quota;
  @Inject DayOpening opening;
  @Inject Backstage backstage;
  @Inject Crowd crowd;

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  @BeforeEach
  void sellAPlanOfTenADay() throws Exception {
    backstage.change(
        "insert into plan (id, display_name, per_day, monthly_credits, storage_mb, vip)"
            + " select 'slice_day', 'Slice', "
            + PER_DAY
            + ", 0, 100, true where not exists (select 1 from plan where id = 'slice_day')");
  }

  /** Nobody opened the day before, so the first row is part of the race. */
  @Test
  void ofFortyAtOnceOnADayForTenExactlyTenAreAccepted() throws Exception {
    Caller caller = tenant(Credits.of(100));

    List<Object> ends = crowd.all(40, i -> submit(caller, Idempotency.none()));

    assertThat(ends).filteredOn(Submission.class::isInstance).hasSize(PER_DAY);
    assertThat(ends)
        .filteredOn(end -> !(end instanceof Submission))
        .hasSize(30)
        .allSatisfy(
            end ->
                assertThat(end)
                    .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.code()).isEqualTo(FailureCode.RATE_LIMITED)));
    assertThat(used(caller)).isEqualTo(PER_DAY);
    assertThat(accepted(caller)).isEqualTo(PER_DAY);
    assertThat(quota.standing(caller)).map(DayQuota.Standing::remaining).contains(0L);
  }

  @Test
  void whatTheWalletRefusesIsNotCounted() throws Exception {
    Caller caller = tenant(Credits.of(1));

    crowd.all(20, i -> submit(caller, Idempotency.none()));

    assertThat(accepted(caller)).isLessThan(PER_DAY);
    assertThat(used(caller)).isEqualTo(accepted(caller));
  }

  @Test
  void anAnswerThatIsRepeatedIsCountedOnce() throws Exception {
    Caller caller = tenant(Credits.of(100));
    Idempotency same = new Idempotency("slice", "body", false);

    crowd.all(20, i -> submit(caller, same));

    assertThat(accepted(caller)).isEqualTo(1);
    assertThat(used(caller)).isEqualTo(1);
  }

  /** As servers do that share a database; those who lose see an exception and the row. */
  @Test
  void aDayIsOpenedOnceHoweverManyTry() throws Exception {
    Caller caller = tenant(Credits.of(1));

    crowd.all(
        16,
        i -> {
          opening.open(caller.tenantId(), today());
          return i;
        });

    assertThat(rows(caller)).isEqualTo(2);
    assertThat(used(caller)).isZero();
  }

  @Test
  void aDayThatIsOpenKeepsItsCount() throws Exception {
    Caller caller = tenant(Credits.of(100));
    submit(caller, Idempotency.none());

    opening.open(caller.tenantId(), today());

    assertThat(used(caller)).isEqualTo(1);
  }

  private Submission submit(Caller caller, Idempotency idempotency) {
    return generations.submit(caller, small(), origin(), idempotency);
  }

  private Caller tenant(Credits credits) throws Exception {
    Caller caller = backstage.tenantWith(credits);
    return new Caller(caller.tenantId(), caller.userId(), caller.keyId(), "slice_day", true);
  }

  private long used(Caller caller) throws Exception {
    return backstage.count(
        "select coalesce(sum(used), 0) from quota_day where tenant_id = ?", caller.tenantId());
  }

  private long rows(Caller caller) throws Exception {
    return backstage.count("select count(*) from quota_day where tenant_id = ?", caller.tenantId());
  }

  private long accepted(Caller caller) throws Exception {
    return backstage.count(
        "select count(*) from generation where tenant_id = ?", caller.tenantId());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(backstage.now(), ZoneOffset.UTC);
  }
}
