package dev.easel.service.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.adapter.limit.MovableTime;
import dev.easel.adapter.limit.RateLimiters;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Role;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.session.DashboardSession;
import dev.easel.domain.session.Device;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.LocalMode;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryFactors;
import dev.easel.fake.InMemoryIdentities;
import dev.easel.fake.InMemoryMembers;
import dev.easel.fake.InMemorySessions;
import dev.easel.fake.MarkedPasswords;
import dev.easel.fake.MovableClock;
import dev.easel.service.audit.RecordingTrail;
import dev.easel.service.limit.LimitServices;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInsTest {

  private static final Device HERE = new Device("192.0.2.1", "Browser");

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final InMemoryIdentities identities = new InMemoryIdentities(database);
  private final MarkedPasswords passwords = new MarkedPasswords();
  private final MovableClock clock = new MovableClock();
  private final RecordingTrail trail = new RecordingTrail();
  private final MovableTime time = new MovableTime();
  private final Sessions sessions = new Sessions();
  private final SignIns signIns = new SignIns();

  @BeforeEach
  void addAnn() {
    sessions.sessions = new InMemorySessions();
    sessions.identities = identities;
    sessions.audit = trail;
    sessions.clock = clock;
    signIns.identities = identities;
    signIns.passwords = passwords;
    signIns.sessions = sessions;
    signIns.factors = new SecondFactors();
    signIns.factors.factors = new InMemoryFactors();
    signIns.local = LocalSignIns.open();
    signIns.limits = LimitServices.signIns(RateLimiters.on(time));
    tenant("ten_ann");
    identities.add(
        new User(
            "user_ann",
            "ten_ann",
            "ann@example.org",
            passwords.hash("right"),
            false,
            clock.instant()));
    join("ten_ann", Role.OWNER);
  }

  @Test
  void theRightPasswordOpensASessionInTheOwnTenant() {
    Visitor ann = visitor(signIns.signIn(" Ann@Example.org ", "right", HERE).token());

    assertThat(ann.user().id()).isEqualTo("user_ann");
    assertThat(ann.tenant().id()).isEqualTo("ten_ann");
    assertThat(ann.caller().may(Scope.KEYS_MANAGE)).isTrue();
    assertThat(ann.caller().may(Scope.ADMIN)).isFalse();
  }

  @Test
  void whilePasswordsAreForEmergenciesOnlyWhoRunsTheServerSignsInByOne() {
    signIns.local = LocalSignIns.in(LocalMode.BREAK_GLASS);
    identities.add(
        new User(
            "user_op",
            "ten_ann",
            "op@example.org",
            passwords.hash("glass"),
            true,
            clock.instant()));
    identities.add(new Membership("user_op", "ten_ann", Role.ADMIN, clock.instant()));

    FailureException right = refusal("ann@example.org", "right");
    FailureException wrong = refusal("ann@example.org", "wrong");

    assertThat(right.code()).isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThat(right.getMessage()).isEqualTo(wrong.getMessage());
    assertThat(passwords.compared()).isEqualTo(2); // as long for either
    assertThat(signIns.signIn("op@example.org", "glass", HERE).codeDue()).isFalse();
  }

  @Test
  void whetherThereIsSuchAUserIsNotTold() {
    FailureException wrong = refusal("ann@example.org", "wrong");
    FailureException nobody = refusal("bob@example.org", "wrong");

    assertThat(wrong.code()).isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThat(nobody.code()).isEqualTo(wrong.code());
    assertThat(nobody.getMessage()).isEqualTo(wrong.getMessage());
    assertThat(passwords.compared()).isEqualTo(2); // as long for either
  }

  @Test
  void guessingIsStoppedFromOneNetworkOnly() {
    IntStream.range(0, 10).forEach(i -> refusal("ann@example.org", "guess" + i));

    assertThat(refusal("ann@example.org", "right").code()).isEqualTo(FailureCode.RATE_LIMITED);
    BrowserToken elsewhere =
        signIns.signIn("ann@example.org", "right", new Device("198.51.100.7", "Browser")).token();
    assertThat(sessions.who(elsewhere, "192.0.2.1")).isPresent();
  }

  @Test
  void whatWasRightDoesNotCountAsGuessing() {
    IntStream.range(0, 30).forEach(i -> signIns.signIn("ann@example.org", "right", HERE));

    assertThat(sessions.who(signIns.signIn("ann@example.org", "right", HERE).token(), "192.0.2.1"))
        .isPresent();
  }

  @Test
  void aSessionEndsWhenItIsNotUsedAndAfterAWeekInAnyCase() {
    BrowserToken idle = signIns.signIn("ann@example.org", "right", HERE).token();
    clock.pass(DashboardSession.IDLE);
    assertThat(sessions.who(idle, "192.0.2.1")).isEmpty();

    BrowserToken busy = signIns.signIn("ann@example.org", "right", HERE).token();
    int hours = (int) DashboardSession.LONGEST.toHours();
    for (int i = 0; i < hours - 1; i++) {
      clock.pass(Duration.ofHours(1));
      assertThat(sessions.who(busy, "192.0.2.1")).isPresent();
    }
    clock.pass(Duration.ofHours(1));
    assertThat(sessions.who(busy, "192.0.2.1")).isEmpty();
  }

  @Test
  void signingOutEndsThisBrowserOnly() {
    BrowserToken one = signIns.signIn("ann@example.org", "right", HERE).token();
    BrowserToken other = signIns.signIn("ann@example.org", "right", HERE).token();

    sessions.end(one);

    assertThat(sessions.who(one, "192.0.2.1")).isEmpty();
    assertThat(sessions.who(other, "192.0.2.1")).isPresent();
    assertThat(sessions.endOthers(visitor(other))).isZero();
  }

  @Test
  void oneTurnsOnlyToTenantsOneBelongsTo() {
    BrowserToken token = signIns.signIn("ann@example.org", "right", HERE).token();
    tenant("ten_bob");
    FailureException foreign =
        catchThrowableOfType(
            FailureException.class, () -> sessions.turnTo(visitor(token), "ten_bob"));
    join("ten_bob", Role.VIEWER);

    sessions.turnTo(visitor(token), "ten_bob");

    assertThat(foreign.code()).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(visitor(token).caller().tenantId()).isEqualTo("ten_bob");
    assertThat(visitor(token).caller().may(Scope.IMAGES_GENERATE)).isFalse();
    assertThat(visitor(token).caller().may(Scope.GALLERY_READ)).isTrue();
  }

  @Test
  void anotherRoleCountsInOpenSessionsAtOnce() {
    BrowserToken token = signIns.signIn("ann@example.org", "right", HERE).token();

    database.inTransaction(() -> visitor(token).membership().become(Role.VIEWER));

    assertThat(visitor(token).caller().may(Scope.KEYS_MANAGE)).isFalse();
    assertThat(visitor(token).caller().may(Scope.GALLERY_READ)).isTrue();
  }

  @Test
  void whoIsPutOutGoesOnElsewhereOrNowhere() {
    tenant("ten_bob");
    join("ten_bob", Role.VIEWER);
    BrowserToken token = signIns.signIn("ann@example.org", "right", HERE).token();
    InMemoryMembers members = new InMemoryMembers(database);

    database.inTransaction(() -> members.remove(visitor(token).membership()));
    String then = visitor(token).tenant().id();
    database.inTransaction(() -> members.remove(visitor(token).membership()));

    assertThat(then).isEqualTo("ten_bob");
    assertThat(sessions.who(token, "192.0.2.1")).isEmpty();
  }

  @Test
  void endingOthersIsNoted() {
    BrowserToken one = signIns.signIn("ann@example.org", "right", HERE).token();
    BrowserToken other = signIns.signIn("ann@example.org", "right", HERE).token();

    sessions.end(visitor(one), visitor(other).session().id());

    assertThat(sessions.who(other, "192.0.2.1")).isEmpty();
    assertThat(trail.notes()).anyMatch(note -> note.startsWith("session.ended ses_"));
  }

  @Test
  void nobodyEndsAnothersSession() {
    BrowserToken token = signIns.signIn("ann@example.org", "right", HERE).token();

    FailureException refused =
        catchThrowableOfType(
            FailureException.class, () -> sessions.end(visitor(token), "ses_unknown"));

    assertThat(refused.code()).isEqualTo(FailureCode.NOT_FOUND);
  }

  private void tenant(String id) {
    identities.add(new Tenant(id, id, "free", clock.instant()));
  }

  private void join(String tenantId, Role role) {
    identities.add(new Membership("user_ann", tenantId, role, clock.instant()));
  }

  private Visitor visitor(BrowserToken token) {
    return sessions.who(token, "192.0.2.1").orElseThrow();
  }

  private FailureException refusal(String email, String password) {
    return catchThrowableOfType(
        FailureException.class, () -> signIns.signIn(email, password, HERE));
  }
}
