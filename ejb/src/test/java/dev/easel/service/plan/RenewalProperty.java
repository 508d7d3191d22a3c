package dev.easel.service.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.identity.BillingPeriod;
import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.Subscription;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.ledger.EntryKind;
import dev.easel.domain.ledger.LedgerAccount;
import dev.easel.domain.ledger.LedgerQuery;
import dev.easel.domain.ledger.Transfer;
import dev.easel.domain.shared.Credits;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryIdentities;
import dev.easel.fake.InMemoryLedger;
import dev.easel.fake.InMemorySubscriptions;
import dev.easel.fake.MovableClock;
import dev.easel.fake.Stored;
import dev.easel.service.ledger.Ledgers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;

/**
 * Whatever happens in whatever order — days without a server, crashes between the steps, a second
 * server that renews what it read long ago, changed plans — each period is granted once, as much as
 * its best plan grants.
 */
class RenewalProperty {

  private static final String ANN = "ten_ann";
  private static final List<Long> CREDITS = List.of(0L, 100L, 1000L);

  /** What can happen next. */
  enum Move {
    A_DAY,
    A_FORTNIGHT,
    A_QUARTER,
    RUN,
    CRASH,
    RENEW_ONCE,
    CHANGE
  }

  private InMemoryDatabase database;
  private InMemoryIdentities identities;
  private InMemoryLedger accounts;
  private MovableClock clock;
  private TransactionalSubscriptions subscriptions;
  private Renewal renewal;

  /** What each period should have been given, by its first day: the simple model. */
  private final Map<LocalDate, Long> expected = new TreeMap<>();

  private LocalDate first;
  private long planCredits;

  @BeforeTry
  void build() {
    database = new InMemoryDatabase();
    identities = new InMemoryIdentities(database);
    accounts = new InMemoryLedger(database);
    clock = new MovableClock();
    subscriptions = new TransactionalSubscriptions(database);
    renewal = new Renewal();
    expected.clear();
    subscriptions.subscriptions = new InMemorySubscriptions(database);
    subscriptions.identities = identities;
    subscriptions.ledger = Ledgers.of(accounts, clock);
    subscriptions.clock = clock;
    renewal.stored = subscriptions.subscriptions;
    renewal.subscriptions = subscriptions;
    renewal.clock = clock;
    CREDITS.forEach(
        credits ->
            database.add(
                Stored.of(Plan.class, Map.of("id", "p" + credits, "monthlyCredits", credits))));
  }

  @Property(tries = 300)
  void everyPeriodIsGrantedExactlyOnce(
      @ForAll @IntRange(max = 400) int born,
      @ForAll @Size(max = 40) List<Move> moves,
      @ForAll @IntRange(max = 2) int plan) {
    clock.pass(Duration.ofDays(born));
    begin(plan);
    for (int i = 0; i < moves.size(); i++) {
      make(moves.get(i), (plan + i) % CREDITS.size());
    }
    make(Move.RUN, plan);

    assertThat(granted()).isEqualTo(nonZero());
    assertThat(wallet()).isEqualTo(Credits.of(expected.values().stream().mapToLong(c -> c).sum()));
  }

  @Example
  void creditsAccumulateOverMonthsNobodyWasThere() {
    begin(1);
    make(Move.A_QUARTER, 0);

    make(Move.RUN, 0);

    assertThat(wallet()).isEqualTo(Credits.of(400));
  }

  @Example
  void anUpgradeGrantsTheDifferenceOncePerPeriod() {
    begin(1);
    for (int plan : new int[] {2, 1, 2, 1, 2}) {
      make(Move.CHANGE, plan);
    }

    assertThat(wallet()).isEqualTo(Credits.of(1000));
  }

  @Example
  void aDowngradeTakesNothingAndCountsFromTheNextPeriodOn() {
    begin(2);
    make(Move.CHANGE, 1);
    assertThat(wallet()).isEqualTo(Credits.of(1000));

    clock.pass(Duration.ofDays(31));
    make(Move.RUN, 0);

    assertThat(wallet()).isEqualTo(Credits.of(1100));
  }

  @Example
  void aCancelledOneIsNotRenewedAndResumesWithoutWhatItMissed() {
    begin(1);
    subscriptions.cancel(ANN);
    make(Move.A_QUARTER, 0);
    renewal.run();
    assertThat(wallet()).isEqualTo(Credits.of(100));

    subscriptions.resume(ANN);
    renewal.run();

    assertThat(wallet()).isEqualTo(Credits.of(200));
    assertThat(subscriptions.find(ANN).orElseThrow().renewsOn().orElseThrow()).isAfter(today());
  }

  @Example
  void aTenantFromBeforeIsAdoptedWithTheGrantOfItsMonthOnceAndRenewedOnItsDay() {
    planCredits = CREDITS.get(1);
    addTenant();
    clock.pass(Duration.ofDays(45));
    renewal.run();
    renewal.run();
    subscriptions.adopt(ANN);
    assertThat(wallet()).isEqualTo(Credits.of(100));

    clock.pass(Duration.ofDays(31));
    renewal.run();

    assertThat(wallet()).isEqualTo(Credits.of(200));
    assertThat(subscriptions.find(ANN).orElseThrow().anchorDay()).isEqualTo(first.getDayOfMonth());
  }

  @Example
  void whatAFirstTenantWasGivenIsItsFirstMonths() {
    planCredits = CREDITS.get(1);
    Tenant tenant = addTenant();
    database.inTransaction(() -> subscriptions.beginPaid(tenant));
    renewal.run();
    assertThat(wallet()).isEqualTo(Credits.ZERO);

    clock.pass(Duration.ofDays(31));
    renewal.run();

    assertThat(wallet()).isEqualTo(Credits.of(100));
  }

  @Example
  void oneThatCannotBeRenewedHoldsNoOtherUp() {
    database.add(new Tenant("ten_aaa", "No wallet", "p100", clock.instant()));
    int day = today().getDayOfMonth();
    database.add(new Subscription("ten_aaa", day, BillingPeriod.from(today(), day), 100));
    begin(1);
    clock.pass(Duration.ofDays(31));

    renewal.run();

    assertThat(wallet()).isEqualTo(Credits.of(200));
    assertThat(subscriptions.find("ten_aaa").orElseThrow().dueOn(today())).isTrue();
  }

  private void begin(int plan) {
    planCredits = CREDITS.get(plan);
    Tenant tenant = addTenant();
    subscriptions.begin(tenant);
    expected.put(first, planCredits);
  }

  private Tenant addTenant() {
    Tenant tenant = new Tenant(ANN, "Ann", "p" + planCredits, clock.instant());
    first = today();
    database.inTransaction(
        () -> {
          identities.add(tenant);
          subscriptions.ledger.openWallet(ANN);
        });
    return tenant;
  }

  private void make(Move move, int plan) {
    switch (move) {
      case A_DAY -> clock.pass(Duration.ofDays(1));
      case A_FORTNIGHT -> clock.pass(Duration.ofDays(14));
      case A_QUARTER -> clock.pass(Duration.ofDays(92));
      case RUN -> {
        renewal.run();
        expectAll();
      }
      case CRASH -> {
        subscriptions.crash = true;
        renewal.run();
        subscriptions.crash = false;
      }
      case RENEW_ONCE -> {
        subscriptions.renew(ANN);
        expectNext();
      }
      case CHANGE -> change(plan);
    }
  }

  private void change(int plan) {
    expectAll();
    planCredits = CREDITS.get(plan);
    subscriptions.change(ANN, identities.findPlan("p" + planCredits).orElseThrow());
    expected.merge(first.plusMonths(expected.size() - 1L), planCredits, Math::max);
  }

  private void expectAll() {
    while (expectNext()) {}
  }

  private boolean expectNext() {
    LocalDate next = first.plusMonths(expected.size());
    boolean due = !next.isAfter(today());
    if (due) {
      expected.put(next, planCredits);
    }
    return due;
  }

  private Map<LocalDate, Long> nonZero() {
    Map<LocalDate, Long> given = new TreeMap<>(expected);
    given.values().removeIf(credits -> credits == 0);
    return given;
  }

  /** By the day in the key of each grant. */
  private Map<LocalDate, Long> granted() {
    LedgerQuery all =
        new LedgerQuery(
            Optional.of(EntryKind.GRANT),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            10_000);
    Map<LocalDate, Long> sums = new TreeMap<>();
    for (Transfer grant : accounts.list(LedgerAccount.walletId(ANN), all).items()) {
      LocalDate period = LocalDate.parse(grant.idempotencyKey().split(":")[2]);
      sums.merge(period, grant.amount().micros() / 1_000_000, Long::sum);
    }
    return sums;
  }

  private Credits wallet() {
    return accounts.findAccount(LedgerAccount.walletId(ANN)).orElseThrow().posted();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
