package dev.easel.service.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Invitation;
import dev.easel.domain.identity.KeySecret;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Role;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.session.DashboardSession;
import dev.easel.domain.session.Device;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.LocalMode;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryIdentities;
import dev.easel.fake.InMemoryMembers;
import dev.easel.fake.MovableClock;
import dev.easel.service.audit.RecordingTrail;
import dev.easel.service.session.LocalSignIns;
import dev.easel.service.session.Visitor;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembersTest {

  private static final Device HERE = new Device("192.0.2.1", "Browser");

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final InMemoryIdentities identities = new InMemoryIdentities(database);
  private final InMemoryMembers stored = new InMemoryMembers(database);
  private final MovableClock clock = new MovableClock();
  private final RecordingTrail trail = new RecordingTrail();
  private final Members members = new Members();
  private final Joining joining = new Joining();
  private final Map<Role, Visitor> by = new HashMap<>();

  @BeforeEach
  void build() {
    members.members = stored;
    members.identities = identities;
    members.audit = trail;
    members.clock = clock;
    joining.members = stored;
    joining.identities = identities;
    joining.audit = trail;
    joining.clock = clock;
    joining.local = LocalSignIns.open();
    Tenant tenant = new Tenant("ten_1", "One", "free", clock.instant());
    identities.add(tenant);
    for (Role role : Role.values()) {
      by.put(role, join(tenant, user(role.name().toLowerCase(Locale.ROOT)), role));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OWNER, OWNER, true",
    "OWNER, VIEWER, true",
    "ADMIN, OWNER, false",
    "ADMIN, ADMIN, true",
    "MEMBER, VIEWER, false",
    "VIEWER, VIEWER, false"
  })
  void whoMayGiveWhichRole(Role actor, Role given, boolean allowed) {
    FailureException refusal =
        refusal(() -> members.invite(by.get(actor), "new@example.org", given));

    assertThat(refusal == null).isEqualTo(allowed);
    if (!allowed) {
      assertThat(refusal.code()).isEqualTo(FailureCode.FORBIDDEN);
    }
  }

  @Test
  void anInvitedStrangerJoinsOnceWithANewAccount() {
    BrowserToken token = members.invite(by.get(Role.OWNER), " New@Example.org ", Role.MEMBER);

    User made = joining.join(token, "hash", "192.0.2.9");

    assertThat(made.email()).isEqualTo("new@example.org");
    assertThat(identities.findMembership(made.id(), "ten_1").orElseThrow().role())
        .isEqualTo(Role.MEMBER);
    assertThat(refusal(() -> joining.join(token, "hash", "192.0.2.9")).code())
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(trail.notes())
        .containsExactly("member.invited new@example.org", "member.joined " + made.id());
  }

  @Test
  void whereNoPasswordsCountAnInvitationMakesNone() {
    BrowserToken token = members.invite(by.get(Role.OWNER), "new@example.org", Role.MEMBER);
    joining.local = LocalSignIns.in(LocalMode.BREAK_GLASS);

    assertThat(refusal(() -> joining.join(token, "hash", "192.0.2.9")).code())
        .isEqualTo(FailureCode.FORBIDDEN);
    assertThat(joining.offer(token)).isPresent();
  }

  @Test
  void aLinkIsForItsAddressOnly() {
    BrowserToken token = members.invite(by.get(Role.OWNER), "new@example.org", Role.ADMIN);
    User other = user("other");

    assertThat(refusal(() -> joining.join(token, other, "192.0.2.9")).code())
        .isEqualTo(FailureCode.FORBIDDEN);
  }

  @Test
  void aLinkEndsAfterAWeekAndWithTheNextForTheAddress() {
    BrowserToken first = members.invite(by.get(Role.OWNER), "new@example.org", Role.MEMBER);
    BrowserToken second = members.invite(by.get(Role.OWNER), "new@example.org", Role.VIEWER);

    assertThat(joining.offer(first)).isEmpty();
    assertThat(joining.offer(second)).map(Joining.Offer::role).contains("viewer");
    clock.pass(Invitation.LIFE);
    assertThat(joining.offer(second)).isEmpty();
    assertThat(members.invitations(by.get(Role.OWNER))).isEmpty();
  }

  @Test
  void whoIsAMemberIsNotAskedAgain() {
    assertThat(
            refusal(() -> members.invite(by.get(Role.OWNER), "ADMIN@example.org", Role.MEMBER))
                .code())
        .isEqualTo(FailureCode.CONFLICT);
    assertThat(refusal(() -> members.invite(by.get(Role.OWNER), "no address", Role.MEMBER)).code())
        .isEqualTo(FailureCode.INVALID_REQUEST);
  }

  @Test
  void theLastOwnerStays() {
    Visitor owner = by.get(Role.OWNER);
    String id = owner.membership().id();

    assertThat(refusal(() -> members.change(owner, id, Role.ADMIN)).code())
        .isEqualTo(FailureCode.CONFLICT);
    assertThat(refusal(() -> members.remove(owner, id)).code()).isEqualTo(FailureCode.CONFLICT);

    String other = by.get(Role.ADMIN).membership().id();
    database.inTransaction(() -> members.change(owner, other, Role.OWNER));
    database.inTransaction(() -> members.remove(owner, id));

    assertThat(members.list(by.get(Role.ADMIN))).hasSize(3);
  }

  @Test
  void whoIsPutOutLosesTheKeysOfThisTenantOnly() {
    Visitor viewer = by.get(Role.VIEWER);
    ApiKey here = key("ten_1", viewer.user());
    ApiKey elsewhere = key("ten_2", viewer.user());

    database.inTransaction(() -> members.remove(by.get(Role.ADMIN), viewer.membership().id()));

    assertThat(identities.findKey(here.id()).orElseThrow().revokedAt()).isPresent();
    assertThat(identities.findKey(elsewhere.id()).orElseThrow().revokedAt()).isEmpty();
    assertThat(stored.find(viewer.membership().id())).isEmpty();
  }

  @Test
  void adminsLeaveOwnersAloneAndAnybodyMayLeave() {
    String owner = by.get(Role.OWNER).membership().id();

    assertThat(refusal(() -> members.remove(by.get(Role.ADMIN), owner)).code())
        .isEqualTo(FailureCode.FORBIDDEN);
    assertThat(refusal(() -> members.change(by.get(Role.ADMIN), owner, Role.VIEWER)).code())
        .isEqualTo(FailureCode.FORBIDDEN);
    members.remove(by.get(Role.VIEWER), by.get(Role.VIEWER).membership().id());

    assertThat(members.list(by.get(Role.OWNER))).hasSize(3);
  }

  @Test
  void anotherTenantsMembersAreNotFound() {
    Tenant other = new Tenant("ten_2", "Two", "free", clock.instant());
    identities.add(other);
    Visitor stranger = join(other, user("stranger"), Role.OWNER);
    String id = by.get(Role.VIEWER).membership().id();

    assertThat(refusal(() -> members.remove(stranger, id)).code()).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(refusal(() -> members.change(stranger, id, Role.OWNER)).code())
        .isEqualTo(FailureCode.NOT_FOUND);
  }

  private ApiKey key(String tenantId, User user) {
    ApiKey key = new ApiKey(KeySecret.random(), tenantId, user.id(), "key", clock.instant());
    identities.add(key);
    return key;
  }

  private User user(String name) {
    User user =
        new User("user_" + name, "ten_1", name + "@example.org", "-", false, clock.instant());
    identities.add(user);
    return user;
  }

  private Visitor join(Tenant tenant, User user, Role role) {
    Membership membership = new Membership(user.id(), tenant.id(), role, clock.instant());
    identities.add(membership);
    DashboardSession session =
        new DashboardSession(BrowserToken.fresh(), user.id(), tenant.id(), HERE, clock.instant());
    Caller caller = new Caller(tenant.id(), user.id(), membership.id(), "free", false);
    return new Visitor(session, user, tenant, membership, caller);
  }

  /** Null if it was not refused. */
  private static FailureException refusal(ThrowingCallable call) {
    return catchThrowableOfType(FailureException.class, call);
  }
}
