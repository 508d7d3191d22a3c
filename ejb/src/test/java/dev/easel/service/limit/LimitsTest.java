package dev.easel.service.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.adapter.limit.MovableTime;
import dev.easel.adapter.limit.RateLimiters;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.KeyRights;
import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.limit.Level;
import dev.easel.domain.limit.RateLimiter;
import dev.easel.domain.limit.RequestKind;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryIdentities;
import dev.easel.fake.InMemoryQuotas;
import dev.easel.fake.MovableClock;
import dev.easel.fake.Stored;
import dev.easel.service.identity.Identities;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plans' limits on requests and days. */
class LimitsTest {

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final InMemoryIdentities identities = new InMemoryIdentities(database);
  private final InMemoryQuotas stored = new InMemoryQuotas(database);
  private final MovableClock clock = new MovableClock();
  private final MovableTime time = new MovableTime();
  private final RateLimiter limiter = RateLimiters.on(time);
  private final Caller ann = new Caller("ten_ann", "u", "key_1", "free", false);
  private final Caller vip = new Caller("ten_vip", "u", "key_3", "pro", true);

  private PlanLimits plans;
  private RequestLimits requests;
  private DayQuota quota;

  @BeforeEach
  void build() {
    edit("perMinute", 10);
    edit("perHour", 100);
    edit("perDay", 5);
    plans = LimitServices.plans(Identities.service(identities, clock), clock);
    requests = LimitServices.requests(limiter, plans);
    quota = LimitServices.quota(stored, Identities.service(identities, clock), clock);
  }

  @Test
  void theMinuteOfThePlanHolds() {
    assertThat(passing(ann, RequestKind.WORK, 50)).isEqualTo(10);

    FailureException refusal = refused(ann, RequestKind.WORK);

    assertThat(refusal.code()).isEqualTo(FailureCode.RATE_LIMITED);
    assertThat(refusal.details())
        .containsEntry("window", "minute")
        .containsEntry("limit", 10L)
        .containsEntry("retry_after", 6L);
    assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(6));
  }

  @Test
  void theHourIsNamedWhenItIsTheHourThatIsUsedUp() {
    for (int minute = 0; minute < 12; minute++) {
      passing(ann, RequestKind.WORK, 10);
      time.pass(Duration.ofMinutes(1));
    }
    passing(ann, RequestKind.WORK, 10);

    FailureException refusal = refused(ann, RequestKind.WORK);

    assertThat(refusal.details()).containsEntry("window", "hour").containsEntry("limit", 100L);
    time.pass(refusal.retryAfter().orElseThrow());
    assertThat(passing(ann, RequestKind.WORK, 1)).isEqualTo(1);
  }

  @Test
  void lookingDoesNotUseUpWhatMakingNeeds() {
    assertThat(passing(ann, RequestKind.READ, 500)).isEqualTo(120);
    assertThat(passing(ann, RequestKind.WORK, 50)).isEqualTo(10);
  }

  @Test
  void tenTimesAsManyMayLook() {
    edit("perMinute", 60);

    assertThat(passing(ann, RequestKind.READ, 1000)).isEqualTo(600);
  }

  @Test
  void keysOfATenantShareItsLimit() {
    passing(ann, RequestKind.WORK, 6);

    assertThat(passing(key("key_2", OptionalInt.empty()), RequestKind.WORK, 10)).isEqualTo(4);
  }

  @Test
  void aKeyHasItsOwnLimitWithinThat() {
    Caller limited = key("key_2", OptionalInt.of(3));

    assertThat(passing(limited, RequestKind.WORK, 10)).isEqualTo(3);
    assertThat(refused(limited, RequestKind.WORK).details()).containsEntry("window", "key");
    assertThat(passing(ann, RequestKind.WORK, 10)).isEqualTo(7);
    assertThat(passing(limited, RequestKind.READ, 10)).isEqualTo(10);
  }

  @Test
  void whatTheTenantRefusesCostsTheKeyNothing() {
    Caller limited = key("key_2", OptionalInt.of(3));
    passing(ann, RequestKind.WORK, 10);

    passing(limited, RequestKind.WORK, 10);

    assertThat(requests.levels(limited, RequestKind.WORK))
        .extracting(Level::remaining)
        .containsExactly(0L, 90L, 3L);
  }

  @Test
  void anEditedPlanCountsWithinFiveSeconds() {
    passing(ann, RequestKind.WORK, 5);
    edit("perMinute", 100);

    clock.pass(Duration.ofSeconds(5));

    assertThat(requests.levels(ann, RequestKind.WORK).get(0).remaining()).isEqualTo(50);
  }

  @Test
  void aPlanWithoutLimitsLimitsNothing() {
    assertThat(passing(vip, RequestKind.WORK, 10_000)).isEqualTo(10_000);
    assertThat(requests.levels(vip, RequestKind.READ)).isEmpty();
    quota.prepare(vip);
    quota.use(vip, 1_000_000);
    assertThat(quota.standing(vip)).isEmpty();
  }

  @Test
  void serversEnforceTheirShare() {
    plans.servers = 4;

    assertThat(passing(ann, RequestKind.WORK, 50)).isEqualTo(2);
  }

  @Test
  void theDayHoldsUntilMidnight() {
    assertThat(accepted(7)).isEqualTo(5);

    FailureException refusal =
        catchThrowableOfType(FailureException.class, () -> quota.use(ann, 1));

    assertThat(refusal.details()).containsEntry("window", "day").containsEntry("limit", 5L);
    assertThat(refusal.retryAfter()).contains(Duration.ofHours(12));
    clock.pass(Duration.ofHours(12));
    assertThat(accepted(7)).isEqualTo(5);
  }

  @Test
  void aBatchCountsWholeOrNotAtAll() {
    quota.prepare(ann);
    quota.use(ann, 3);

    assertThat(catchThrowableOfType(FailureException.class, () -> quota.use(ann, 3))).isNotNull();
    quota.use(ann, 2);
  }

  @Test
  void theDayIsToldWithoutAskingTheDatabaseEachTime() {
    accepted(2);
    assertThat(quota.standing(ann)).map(DayQuota.Standing::remaining).contains(3L);
    stored.use("ten_ann", LocalDate.parse("2026-11-21"), 1, 5); // by another server

    accepted(1);

    assertThat(quota.standing(ann)).map(DayQuota.Standing::remaining).contains(2L);
    clock.pass(Duration.ofSeconds(6));
    assertThat(quota.standing(ann))
        .contains(new DayQuota.Standing(5, 1, Instant.parse("2026-11-22T00:00:00Z")));
  }

  @Test
  void oldDaysAreForgotten() {
    accepted(1);
    QuotaExpiry expiry = new QuotaExpiry();
    expiry.quotas = stored;
    expiry.clock = clock;

    expiry.run();
    assertThat(quota.standing(ann)).map(DayQuota.Standing::remaining).contains(4L);
    clock.pass(Duration.ofDays(9));
    expiry.run();

    assertThat(stored.forgetBefore(LocalDate.MAX)).isZero();
  }

  @Test
  void patienceIsNeverTooShortAndSpreadByATenth() {
    assertThat(waiting(0, Duration.ofMillis(20))).isEqualTo(1);
    assertThat(waiting(0, Duration.ofSeconds(30))).isEqualTo(30);
    assertThat(waiting(0.999, Duration.ofSeconds(30))).isEqualTo(33);
    assertThat(waiting(0.999, Duration.ofHours(12))).isBetween(43_259L, 43_260L);
  }

  @Test
  void whoSendsManyWrongKeysIsToldToSlowDown() {
    RefusedKeys refusals = new RefusedKeys();
    refusals.limiter = limiter;
    refusals.patience = new Patience(() -> 0);
    refusals.perMinute = 3;
    for (int i = 0; i < 3; i++) {
      refusals.count("192.0.2.1");
    }

    assertThat(catchThrowableOfType(FailureException.class, () -> refusals.count("192.0.2.1")))
        .extracting(FailureException::code)
        .isEqualTo(FailureCode.RATE_LIMITED);
    refusals.count("192.0.2.2");
    refusals.perMinute = 0;
    refusals.count("192.0.2.1");
  }

  @Test
  void aNetworkOfVersionSixCountsAsOne() {
    assertThat(RefusedKeys.network("2001:db8:0:1:a:b:c:d")).isEqualTo("2001:db8:0:1");
    assertThat(RefusedKeys.network("192.0.2.1")).isEqualTo("192.0.2.1");
  }

  private static long waiting(double chance, Duration needed) {
    return new Patience(() -> chance)
        .refusal("minute", 1, needed)
        .retryAfter()
        .orElseThrow()
        .toSeconds();
  }

  private int accepted(int asked) {
    quota.prepare(ann);
    int accepted = 0;
    for (int i = 0; i < asked; i++) {
      try {
        quota.use(ann, 1);
        quota.used(ann, 1);
        accepted++;
      } catch (FailureException e) {
        assertThat(e.code()).isEqualTo(FailureCode.RATE_LIMITED);
      }
    }
    return accepted;
  }

  private int passing(Caller caller, RequestKind kind, int asked) {
    int passed = 0;
    for (int i = 0; i < asked; i++) {
      try {
        requests.count(caller, kind);
        passed++;
      } catch (FailureException e) {
        assertThat(e.code()).isEqualTo(FailureCode.RATE_LIMITED);
      }
    }
    return passed;
  }

  private FailureException refused(Caller caller, RequestKind kind) {
    return catchThrowableOfType(FailureException.class, () -> requests.count(caller, kind));
  }

  private Caller key(String id, OptionalInt perMinute) {
    KeyRights rights = new KeyRights(EnumSet.allOf(Scope.class), Set.of(), List.of(), perMinute);
    return new Caller("ten_ann", "u", id, "free", false, false, rights, id);
  }

  private void edit(String field, Integer value) {
    database.inTransaction(
        () -> Stored.set(database.find(Plan.class, "free").orElseThrow(), field, value));
  }
}
