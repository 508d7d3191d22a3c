package dev.easel.service.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.KeySecret;
import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.Subscription;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryIdentities;
import dev.easel.fake.InMemoryLedger;
import dev.easel.fake.InMemoryMembers;
import dev.easel.fake.InMemorySubscriptions;
import dev.easel.fake.InMemoryTenants;
import dev.easel.fake.MovableClock;
import dev.easel.fake.Stored;
import dev.easel.service.audit.RecordingTrail;
import dev.easel.service.identity.TenantOpenings;
import dev.easel.service.ledger.Ledgers;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenantDeskTest {

  private static final Caller CALLER = new Caller("ten_ops", "user_ops", "key_ops", "pro", true);

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final MovableClock clock = new MovableClock();
  private final InMemoryIdentities identities = new InMemoryIdentities(database);
  private final RecordingTrail trail = new RecordingTrail();
  private final TenantDesk desk = new TenantDesk();

  @BeforeEach
  void open() {
    TransactionalSubscriptions subscriptions = new TransactionalSubscriptions(database);
    subscriptions.subscriptions = new InMemorySubscriptions(database);
    subscriptions.identities = identities;
    subscriptions.ledger = Ledgers.of(new InMemoryLedger(database), clock);
    subscriptions.clock = clock;
    desk.audit = trail;
    desk.members = new InMemoryMembers(database);
    desk.clock = clock;
    desk.tenants = new InMemoryTenants(database);
    desk.identities = identities;
    desk.subscriptions = subscriptions;
    desk.ledger = subscriptions.ledger;
    desk.opening = TenantOpenings.of(identities, desk.ledger, clock);
    database.add(Stored.of(Plan.class, Map.of("id", "small", "monthlyCredits", 100L)));
    database.add(Stored.of(Plan.class, Map.of("id", "large", "monthlyCredits", 250L)));
  }

  @Test
  void aTenantIsMadeWithAnOwnerAKeyAndItsFirstMonth() {
    MadeTenant made = create("ann@example.org", Optional.empty());

    User owner = identities.findUser(made.owner().id()).orElseThrow();
    assertThat(owner.tenantId()).isEqualTo(made.tenantId());
    assertThat(owner.username()).isEqualTo("ann");
    assertThat(owner.administrator()).isFalse();
    assertThat(Stored.get(owner, "passwordHash")).isEqualTo("hash of " + made.password());
    assertThat(made.password()).hasSize(20);
    assertThat(identities.findKey(KeySecret.parse(made.apiKey()).orElseThrow().id())).isPresent();
    assertThat(view(made).available()).isEqualTo(Credits.of(100));
    assertThat(view(made).plan().id()).isEqualTo("small");
    assertThat(made.toString()).doesNotContain(made.password()).doesNotContain(made.apiKey());
  }

  @Test
  void anOwnerIsCalledAsWished() {
    assertThat(create("ann@example.org", Optional.of("Ann N.")).owner().username())
        .isEqualTo("Ann N.");
  }

  @Test
  void anAddressHasOneTenantAndAPlanMustBeThere() {
    create("ann@example.org", Optional.empty());

    assertThat(refused("ANN@example.org", "small")).isEqualTo(FailureCode.CONFLICT);
    assertThat(refused("bob@example.org", "none")).isEqualTo(FailureCode.INVALID_REQUEST);
    assertThat(database.all(Tenant.class)).hasSize(1);
  }

  @Test
  void anUpgradeGrantsTheDifferenceAndOtherThingsStay() {
    MadeTenant made = create("ann@example.org", Optional.empty());

    change(made, TenantChange.toPlan("large"));

    assertThat(view(made).available()).isEqualTo(Credits.of(250));
    assertThat(view(made).tenant().name()).isEqualTo("Studio");
    assertThat(view(made).tenant().vipGranted()).isFalse();
  }

  @Test
  void aTenantIsRenamedGivenVipAndItsSubscriptionCancelled() {
    MadeTenant made = create("ann@example.org", Optional.empty());

    change(
        made,
        new TenantChange(
            Optional.of("Atelier"),
            none(),
            Optional.of(true),
            Optional.of(Subscription.Status.CANCELLED),
            none()));

    assertThat(view(made).tenant().name()).isEqualTo("Atelier");
    assertThat(view(made).tenant().vipGranted()).isTrue();
    assertThat(view(made).subscription().orElseThrow().renewsOn()).isEmpty();

    change(
        made,
        new TenantChange(none(), none(), none(), Optional.of(Subscription.Status.ACTIVE), none()));
    assertThat(view(made).subscription().orElseThrow().renewsOn()).isPresent();
  }

  @Test
  void aChangeToAPlanThatIsNotThereChangesNothing() {
    MadeTenant made = create("ann@example.org", Optional.empty());
    TenantChange change =
        new TenantChange(Optional.of("Atelier"), Optional.of("none"), none(), none(), none());

    FailureException refusal =
        catchThrowableOfType(FailureException.class, () -> change(made, change));

    assertThat(refusal.code()).isEqualTo(FailureCode.INVALID_REQUEST);
    assertThat(view(made).tenant().name()).isEqualTo("Studio");
  }

  @Test
  void whoIsNoTenantIsNotFound() {
    TenantChange nothing = TenantChange.NOTHING;

    assertThat(code(() -> desk.get("ten_none"))).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(code(() -> desk.change(CALLER, "ten_none", nothing)))
        .isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void aSuspendedTenantIsKnownAsOneUntilItIsResumed() {
    MadeTenant made = create("ann@example.org", Optional.empty());

    change(made, TenantChange.suspension(true));
    assertThat(view(made).tenant().suspendedAt()).contains(clock.instant());
    change(made, TenantChange.suspension(true));
    change(made, TenantChange.suspension(false));

    assertThat(view(made).tenant().suspended()).isFalse();
    assertThat(trail.notes())
        .containsExactly(
            "tenant.created " + made.tenantId(),
            "tenant.suspended " + made.tenantId(),
            "tenant.resumed " + made.tenantId());
  }

  @Test
  void whoRunsTheServerIsNotLockedOut() {
    MadeTenant made = create("ann@example.org", Optional.empty());
    Stored.set(made.owner(), "administrator", true);

    assertThat(code(() -> change(made, TenantChange.suspension(true))))
        .isEqualTo(FailureCode.CONFLICT);
    assertThat(view(made).tenant().suspended()).isFalse();
  }

  @Test
  void onlyWhatDiffersIsChanged() {
    MadeTenant made = create("ann@example.org", Optional.empty());
    TenantChange same =
        new TenantChange(
            Optional.of("Studio"),
            Optional.of("small"),
            Optional.of(false),
            Optional.of(Subscription.Status.ACTIVE),
            Optional.of(false));

    assertThat(same.apartFrom(view(made))).isEqualTo(TenantChange.NOTHING);
    assertThat(TenantChange.toPlan("large").apartFrom(view(made)))
        .isEqualTo(TenantChange.toPlan("large"));
  }

  @Test
  void tenantsAreFoundByNameIdAndAddress() {
    MadeTenant ann = create("ann@example.org", Optional.empty());
    create("bob@example.org", Optional.empty());

    assertThat(desk.list("ANN@", Optional.empty(), 9).items()).hasSize(1);
    assertThat(desk.list(ann.tenantId(), Optional.empty(), 9).items()).hasSize(1);
    assertThat(desk.list("stud", Optional.empty(), 9).items()).hasSize(2);
    assertThat(desk.list("nobody", Optional.empty(), 9).items()).isEmpty();
  }

  @Test
  void tenantsAreListedPageByPage() {
    create("ann@example.org", Optional.empty());
    create("bob@example.org", Optional.empty());

    assertThat(desk.list("", Optional.empty(), 1).items()).hasSize(1);
    assertThat(desk.list("", Optional.empty(), 2).items()).hasSize(2);
  }

  private MadeTenant create(String email, Optional<String> username) {
    return database.inTransaction(
        () -> desk.create(CALLER, new NewTenant("Studio", "small", email, username)));
  }

  private void change(MadeTenant made, TenantChange change) {
    database.inTransaction(() -> desk.change(CALLER, made.tenantId(), change));
  }

  private TenantView view(MadeTenant made) {
    return desk.get(made.tenantId());
  }

  private FailureCode refused(String email, String plan) {
    NewTenant wish = new NewTenant("Studio", plan, email, Optional.empty());
    return code(() -> database.inTransaction(() -> desk.create(CALLER, wish)));
  }

  private static FailureCode code(Runnable call) {
    return catchThrowableOfType(FailureException.class, call::run).code();
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
