package dev.easel.service.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.KeyRights;
import dev.easel.domain.identity.Member;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Role;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.session.DashboardSession;
import dev.easel.domain.session.Device;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryIdentities;
import dev.easel.fake.InMemoryMembers;
import dev.easel.fake.MovableClock;
import dev.easel.service.audit.RecordingTrail;
import dev.easel.service.session.Visitor;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members without a person. */
class ServiceAccountsTest {

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final InMemoryIdentities identities = new InMemoryIdentities(database);
  private final InMemoryMembers stored = new InMemoryMembers(database);
  private final MovableClock clock = new MovableClock();
  private final RecordingTrail trail = new RecordingTrail();
  private final Members members = new Members();
  private final ServiceAccounts accounts = new ServiceAccounts();

  @BeforeEach
  void build() {
    members.members = stored;
    members.identities = identities;
    members.audit = trail;
    members.clock = clock;
    accounts.members = members;
    accounts.stored = stored;
    accounts.identities = identities;
    accounts.audit = trail;
    accounts.clock = clock;
  }

  @Test
  void oneHasNeitherPasswordNorAddress() {
    Visitor ann = visitor("ten_1", "ann", Role.ADMIN);

    Member made = accounts.create(ann, " Build server ", Role.MEMBER);

    User user = identities.findUser(made.user().id()).orElseThrow();
    assertThat(user.isService()).isTrue();
    assertThat(user.hasPassword()).isFalse();
    assertThat(user.label()).isEqualTo("Build server");
    assertThat(user.email()).endsWith("@service.invalid");
    assertThat(accounts.list(ann.caller()))
        .extracting(one -> one.user().id())
        .containsExactly(user.id());
    assertThat(trail.notes()).containsExactly("service_account.created " + user.id());
  }

  @Test
  void whoIsNeitherOwnerNorAdminMakesNone() {
    Visitor bob = visitor("ten_1", "bob", Role.MEMBER);

    assertThat(refusal(() -> accounts.create(bob, "Robot", Role.VIEWER)))
        .isEqualTo(FailureCode.FORBIDDEN);
    assertThat(refusal(() -> accounts.rename(bob, "mem_x", "Robot")))
        .isEqualTo(FailureCode.FORBIDDEN);
  }

  @Test
  void itBecomesNoOwner() {
    Visitor ann = visitor("ten_1", "ann", Role.OWNER);
    Member made = accounts.create(ann, "Robot", Role.ADMIN);

    assertThat(refusal(() -> accounts.create(ann, "Other", Role.OWNER)))
        .isEqualTo(FailureCode.INVALID_REQUEST);
    assertThat(refusal(() -> members.change(ann, made.membership().id(), Role.OWNER)))
        .isEqualTo(FailureCode.INVALID_REQUEST);
    database.inTransaction(() -> members.change(ann, made.membership().id(), Role.VIEWER));
    assertThat(accounts.list(ann.caller()))
        .extracting(one -> one.membership().role())
        .containsExactly(Role.VIEWER);
  }

  @Test
  void namesAreSaidAndThereOnce() {
    Visitor ann = visitor("ten_1", "ann", Role.OWNER);
    Member robot = accounts.create(ann, "Robot", Role.MEMBER);
    accounts.create(ann, "Printer", Role.MEMBER);

    assertThat(refusal(() -> accounts.create(ann, "robot", Role.MEMBER)))
        .isEqualTo(FailureCode.CONFLICT);
    assertThat(refusal(() -> accounts.create(ann, "  ", Role.MEMBER)))
        .isEqualTo(FailureCode.INVALID_REQUEST);
    assertThat(refusal(() -> accounts.create(ann, "x".repeat(61), Role.MEMBER)))
        .isEqualTo(FailureCode.INVALID_REQUEST);
    assertThat(refusal(() -> accounts.rename(ann, robot.membership().id(), "Printer")))
        .isEqualTo(FailureCode.CONFLICT);
    database.inTransaction(() -> accounts.rename(ann, robot.membership().id(), "Builder"));
    assertThat(accounts.list(ann.caller()))
        .extracting(one -> one.user().username())
        .containsExactlyInAnyOrder("Builder", "Printer");
  }

  @Test
  void anotherTenantsAndPeopleAreNone() {
    Visitor ann = visitor("ten_1", "ann", Role.OWNER);
    Visitor eve = visitor("ten_2", "eve", Role.OWNER);
    Member robot = accounts.create(ann, "Robot", Role.MEMBER);

    assertThat(refusal(() -> accounts.rename(eve, robot.membership().id(), "Mine")))
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(refusal(() -> accounts.rename(ann, ann.membership().id(), "Nobody")))
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(accounts.list(eve.caller())).isEmpty();
  }

  private Visitor visitor(String tenantId, String name, Role role) {
    Tenant tenant = new Tenant(tenantId, tenantId, "free", clock.instant());
    identities.add(tenant);
    String email = name + "@example.org";
    User user = new User("user_" + name, tenantId, email, "hash", false, clock.instant());
    identities.add(user);
    Membership membership = new Membership(user.id(), tenantId, role, clock.instant());
    identities.add(membership);
    Device here = new Device("192.0.2.1", "Browser");
    DashboardSession session =
        new DashboardSession(BrowserToken.fresh(), user.id(), tenantId, here, clock.instant());
    KeyRights rights = new KeyRights(role.scopes(), Set.of(), List.of(), OptionalInt.empty());
    String id = membership.id();
    Caller caller = new Caller(tenantId, user.id(), id, "free", false, false, rights, id);
    return new Visitor(session, user, tenant, membership, caller);
  }

  private static FailureCode refusal(ThrowingCallable work) {
    return catchThrowableOfType(FailureException.class, work).code();
  }
}
