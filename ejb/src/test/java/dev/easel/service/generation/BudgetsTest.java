package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.budget.BudgetMonth;
import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.KeyRights;
import dev.easel.domain.identity.KeySecret;
import dev.easel.domain.ledger.Voucher;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.InMemoryKeys;
import dev.easel.fake.ScriptedProvider;
import dev.easel.service.budget.BudgetRoom;
import dev.easel.service.budget.BudgetService;
import dev.easel.service.budget.BudgetServices;
import dev.easel.service.budget.BudgetStanding;
import dev.easel.service.ledger.CreditDesk;
import dev.easel.service.ledger.Ledgers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Budgets along the whole pipeline; an image is half a credit. */
class BudgetsTest {

  private static final Optional<String> TENANT = Optional.empty();

  private House house;
  private InMemoryKeys keys;
  private BudgetService service;

  @BeforeEach
  void build() {
    house = new House();
    keys = new InMemoryKeys(house.database);
    service = BudgetServices.service(house.caps, keys, house.budgets, house.clock);
    house.provider.plays(ScriptedProvider.deliversAll());
  }

  @Test
  void whatGoesBeyondTheBudgetIsRefusedAndCostsNothing() {
    capped(Credits.of(1));
    house.submit(2);

    FailureException refused = refused(() -> house.submit(1));

    assertThat(refused.code()).isEqualTo(FailureCode.INSUFFICIENT_CREDITS);
    assertThat(refused.details())
        .containsEntry("reason", "budget_exceeded")
        .containsEntry("scope", "tenant")
        .containsEntry("monthly_cap", "1")
        .containsEntry("credits_available", "0")
        .containsEntry("resets_at", "2026-12-01T00:00:00Z");
    assertThat(house.wallet(house.ann).held()).isEqualTo(Credits.of(1));
  }

  @Test
  void onlyWhatWasDeliveredIsSpent() {
    String id = capped(Credits.of(2));
    house.provider.plays(ScriptedProvider.delivers(3));

    house.worker.run(house.submit(4).id());

    assertThat(used(id)).isEqualTo(new BudgetMonth(House.EACH.times(3), Credits.ZERO));
    house.submit(1);
    assertThat(refused(() -> house.submit(1))).isNotNull();
  }

  @Test
  void whatFailsOrIsCancelledSpendsNothing() {
    String id = capped(Credits.of(2));
    String failing = house.submit(2).id();
    String cancelled = house.submit(2).id();

    house.service.cancel(house.ann, cancelled);
    fail(failing);

    assertThat(used(id)).isEqualTo(BudgetMonth.EMPTY);
  }

  @Test
  void aRefundMakesRoomWhereItWasSpent() {
    String id = capped(Credits.of(1));
    String generation = house.submit(2).id();
    house.worker.run(generation);
    CreditDesk desk = Ledgers.desk(house.ledger, house.generations, house.images, house.identities);
    Voucher voucher = new Voucher("r", "broken", "root");

    house.database.inTransaction(
        () -> desk.refund(house.ann, generation, Optional.empty(), voucher));
    house.database.inTransaction(
        () -> desk.refund(house.ann, generation, Optional.empty(), voucher));

    assertThat(used(id)).isEqualTo(BudgetMonth.EMPTY);
    house.submit(2);
  }

  @Test
  void aHoldIsSettledInTheMonthInWhichItWasTaken() {
    String id = capped(Credits.of(1));
    String generation = house.submit(2).id();
    house.clock.pass(Duration.ofDays(15));

    house.worker.run(generation);

    assertThat(used(id)).isEqualTo(BudgetMonth.EMPTY);
    assertThat(house.caps.month(id, "2026-11")).contains(spent(Credits.of(1)));
    house.submit(2);
  }

  @Test
  void aNewMonthHasTheWholeBudget() {
    capped(Credits.of(1));
    house.worker.run(house.submit(2).id());

    house.clock.pass(Duration.ofDays(40));

    house.submit(2);
    assertThat(refused(() -> house.submit(1))).isNotNull();
  }

  @Test
  void whatWasHeldBeforeTheBudgetIsNoneOfItsBusiness() {
    String before = house.submit(4).id();
    String id = capped(Credits.of(1));

    house.worker.run(before);

    assertThat(used(id)).isEqualTo(BudgetMonth.EMPTY);
  }

  @Test
  void aBudgetThatIsRemovedCapsNothingAndIsSettledAsEver() {
    String id = capped(Credits.of(1));
    String generation = house.submit(2).id();
    house.database.inTransaction(() -> service.remove(house.ann, id));

    house.submit(4);
    house.worker.run(generation);

    assertThat(house.caps.month(id, "2026-11")).contains(spent(Credits.of(1)));
    assertThat(house.alerts.thresholds()).isEmpty();
    capped(Credits.of(1));
  }

  @Test
  void belowWhatIsSpentNothingMoreIsAccepted() {
    String id = capped(Credits.of(2));
    house.worker.run(house.submit(2).id());

    house.database.inTransaction(() -> service.change(house.ann, id, Credits.of(0)));

    FailureException refused = refused(() -> house.submit(1));
    assertThat(refused.details()).containsEntry("credits_available", "0");
    assertThat(service.get(house.ann, id).remaining()).isEqualTo(Credits.ZERO);
  }

  @Test
  void eachThresholdIsToldOncePerMonth() {
    capped(Credits.of(5));
    deliver(10);
    assertThat(house.alerts.thresholds()).containsExactly(50, 80, 100);

    house.clock.pass(Duration.ofDays(15));
    deliver(10);
    assertThat(house.alerts.thresholds()).containsExactly(50, 80, 100, 50, 80, 100);
  }

  /** LiteLLM 26672: what is capped is the key, also after it was replaced. */
  @Test
  void keyBudgetBypassed() {
    ApiKey key = new ApiKey(KeySecret.random(), "ten_ann", "user_ten_ann", "k", now());
    ApiKey successor = key.successor(KeySecret.random(), now());
    keys.add(key);
    keys.add(successor);
    capped(Credits.of(1), Optional.of(key.id()));
    submit(caller(key), 1);
    submit(caller(successor), 1);

    assertThat(refused(() -> submit(caller(key), 1)).details()).containsEntry("scope", "key");
    assertThat(refused(() -> submit(caller(successor), 1)).details()).containsEntry("scope", "key");
    house.submit(1);
  }

  @Test
  void aQuoteTellsTheBudgetThatLeavesLeast() {
    assertThat(quote(house.ann, 2).budget()).isEmpty();
    ApiKey key = new ApiKey(KeySecret.random(), "ten_ann", "user_ten_ann", "k", now());
    keys.add(key);
    String tenants = capped(Credits.of(3));
    String keysOwn = capped(Credits.of(2), Optional.of(key.id()));
    submit(caller(key), 2);

    BudgetRoom ofKey = quote(caller(key), 2).budget().orElseThrow();
    BudgetRoom ofTenant = quote(house.ann, 2).budget().orElseThrow();

    assertThat(ofKey.budget().id()).isEqualTo(keysOwn);
    assertThat(ofKey.left()).isEqualTo(Credits.of(1));
    assertThat(ofTenant.budget().id()).isEqualTo(tenants);
    assertThat(ofTenant.left()).isEqualTo(Credits.of(2));
    house.database.inTransaction(() -> service.remove(house.ann, keysOwn));
    assertThat(quote(caller(key), 2).budget().orElseThrow().budget().id()).isEqualTo(tenants);
  }

  @Test
  void aQuoteSaysBeforehandWhatABudgetWouldRefuse() {
    String id = capped(Credits.of(2));

    for (int count = 1; count <= 4; count++) {
      assertThat(refusedBy(quote(house.ann, count))).isFalse();
    }
    house.submit(3);
    assertThat(refusedBy(quote(house.ann, 1))).isFalse();
    assertThat(refusedBy(quote(house.ann, 2))).isTrue();
    assertThat(refused(() -> house.submit(2))).isNotNull();

    house.database.inTransaction(() -> service.change(house.ann, id, Credits.of(1)));
    BudgetRoom over = quote(house.ann, 1).budget().orElseThrow();
    assertThat(over.after(House.EACH)).isEqualTo(Credits.of(-1));
    assertThat(over.refuses(House.EACH)).isTrue();
    assertThat(over.refuses(Credits.ZERO)).isFalse();
  }

  @Test
  void aSubjectHasOneBudget() {
    String id = capped(Credits.of(1));

    FailureException refused = refused(() -> create(Credits.of(2), TENANT));

    assertThat(refused.code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(refused.details()).containsEntry("budget_id", id);
  }

  @Test
  void foreignBudgetsAndKeysAreUnknown() {
    String id = capped(Credits.of(1));
    ApiKey key = new ApiKey(KeySecret.random(), "ten_bob", "user_ten_bob", "k", now());
    keys.add(key);

    assertThat(refused(() -> service.get(house.bob, id)).code()).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(refused(() -> service.change(house.bob, id, Credits.ZERO)).code())
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(refused(() -> create(Credits.of(1), Optional.of(key.id()))).fields())
        .containsKey("key_id");
    assertThat(service.list(house.bob, Optional.empty(), 10).items()).isEmpty();
  }

  private void deliver(int times) {
    for (int i = 0; i < times; i++) {
      house.worker.run(house.submit(1).id());
    }
  }

  private String capped(Credits cap) {
    return capped(cap, TENANT);
  }

  private String capped(Credits cap, Optional<String> key) {
    String id = create(cap, key).budget().id();
    house.budgets.forget("ten_ann");
    return id;
  }

  private BudgetStanding create(Credits cap, Optional<String> key) {
    return house.database.inTransaction(() -> service.create(house.ann, key, cap));
  }

  private BudgetMonth used(String id) {
    return service.get(house.ann, id).used();
  }

  private void fail(String id) {
    int attempt =
        house
            .steps
            .claim(id, GenerationStepsTest.route(), "n")
            .orElseThrow()
            .generation()
            .attempt();
    house.steps.fail(id, attempt, ErrorKind.RENDER_FAILED, "no");
  }

  private Object submit(Caller caller, int count) {
    return house.service.submit(
        caller, House.request().count(count), House.origin(), Idempotency.none());
  }

  private Quote quote(Caller caller, int count) {
    return house.quoting.quote(caller, House.request().count(count));
  }

  private static boolean refusedBy(Quote quote) {
    return quote.budget().orElseThrow().refuses(quote.price().total());
  }

  private Instant now() {
    return house.clock.instant();
  }

  private static Caller caller(ApiKey key) {
    return new Caller(
        key.tenantId(), key.userId(), key.id(), "pro", true, false, KeyRights.all(), key.family());
  }

  private static BudgetMonth spent(Credits credits) {
    return new BudgetMonth(credits, Credits.ZERO);
  }

  private static FailureException refused(Supplier<?> work) {
    return catchThrowableOfType(FailureException.class, work::get);
  }
}
