package dev.easel.service.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.adapter.limit.MovableTime;
import dev.easel.adapter.limit.RateLimiters;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Role;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.session.Device;
import dev.easel.domain.session.HalfSignIn;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.SecretBox;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryFactors;
import dev.easel.fake.InMemoryIdentities;
import dev.easel.fake.InMemorySessions;
import dev.easel.fake.MarkedPasswords;
import dev.easel.fake.MovableClock;
import dev.easel.service.audit.RecordingTrail;
import dev.easel.service.limit.LimitServices;
import dev.easel.service.limit.SignInLimits;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecondFactorsTest {

  private static final Device HERE = new Device("192.0.2.1", "Browser");
  private static final Duration STEP = Duration.ofSeconds(30);

  private final InMemoryIdentities identities = new InMemoryIdentities(new InMemoryDatabase());
  private final MarkedPasswords passwords = new MarkedPasswords();
  private final MovableClock clock = new MovableClock();
  private final RecordingTrail trail = new RecordingTrail();
  private final Sessions sessions = new Sessions();
  private final SecondFactors factors = new SecondFactors();
  private final SignIns signIns = new SignIns();
  private final FactorDesk desk = new FactorDesk();
  private Visitor ann;
  private String secret;

  @BeforeEach
  void signAnnIn() {
    wire();
    user("ann", false);
    ann = visitor(signIns.signIn("ann@example.org", "right", HERE).token());
  }

  private void wire() {
    SignInLimits limits = LimitServices.signIns(RateLimiters.on(new MovableTime()));
    sessions.sessions = new InMemorySessions();
    sessions.identities = identities;
    sessions.audit = trail;
    sessions.clock = clock;
    factors.factors = new InMemoryFactors();
    factors.sessions = sessions.sessions;
    factors.box = new OpenBox();
    factors.audit = trail;
    factors.clock = clock;
    signIns.identities = identities;
    signIns.passwords = passwords;
    signIns.sessions = sessions;
    signIns.factors = factors;
    signIns.limits = limits;
    desk.factors = factors;
    desk.passwords = passwords;
    desk.limits = limits;
  }

  @Test
  void thePasswordIsEnoughUntilACodeWasShown() {
    factors.begin(ann);

    assertThat(signIns.signIn("ann@example.org", "right", HERE).codeDue()).isFalse();
    assertThat(codeOf(() -> desk.confirm(ann, "000000x"))).isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThat(factors.isOn("user_ann")).isFalse();
  }

  @Test
  void theAuthenticatorIsToldByAnAddressEveryOneUnderstands() {
    factors.begin(ann);

    FactorDesk.Enrolment told = desk.enrolment(ann).orElseThrow();

    assertThat(told.secret()).matches("[A-Z2-7]{32}");
    assertThat(told.address())
        .isEqualTo(
            "otpauth://totp/Easel:ann%40example.org?secret="
                + told.secret()
                + "&issuer=Easel&algorithm=SHA1&digits=6&period=30");
  }

  @Test
  void turnedOnItEndsOtherSessionsAndShowsItsSecretNoMore() {
    BrowserToken other = signIns.signIn("ann@example.org", "right", HERE).token();

    List<String> codes = turnOn();

    assertThat(codes).hasSize(SecondFactors.CODES).doesNotHaveDuplicates();
    assertThat(sessions.who(other, "192.0.2.1")).isEmpty();
    assertThat(desk.enrolment(ann)).isEmpty();
    assertThat(codeOf(() -> factors.begin(ann))).isEqualTo(FailureCode.CONFLICT);
    assertThat(trail.notes()).contains("second_factor.on user_ann");
  }

  @Test
  void aRightPasswordAwaitsACodeThenAndIsNoSession() {
    turnOn();
    clock.pass(STEP);

    SignIns.Entry entry = signIns.signIn("ann@example.org", "right", HERE);

    assertThat(entry.codeDue()).isTrue();
    assertThat(signIns.awaitsCode(entry.token())).isTrue();
    assertThat(sessions.who(entry.token(), "192.0.2.1")).isEmpty();
    BrowserToken signedIn = signIns.finish(entry.token(), code(), HERE);
    assertThat(signedIn).isNotEqualTo(entry.token());
    assertThat(sessions.who(signedIn, "192.0.2.1")).isPresent();
    assertThat(signIns.awaitsCode(entry.token())).isFalse();
  }

  @Test
  void aCodeWorksOnceWhateverItWasUsedFor() {
    turnOn();
    BrowserToken early = signIns.signIn("ann@example.org", "right", HERE).token();
    assertThat(codeOf(() -> signIns.finish(early, code(), HERE)))
        .isEqualTo(FailureCode.UNAUTHENTICATED);
    clock.pass(STEP);
    signIns.finish(early, code(), HERE);

    BrowserToken late = signIns.signIn("ann@example.org", "right", HERE).token();

    assertThat(codeOf(() -> signIns.finish(late, code(), HERE)))
        .isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThat(trail.notes()).contains("session.code_refused");
  }

  @Test
  void aRecoveryCodeWorksOnceHoweverItIsTyped() {
    String recovery = turnOn().get(0).replace("-", " ").toUpperCase(Locale.ROOT);
    BrowserToken one = signIns.signIn("ann@example.org", "right", HERE).token();
    signIns.finish(one, recovery, HERE);

    BrowserToken other = signIns.signIn("ann@example.org", "right", HERE).token();

    assertThat(codeOf(() -> signIns.finish(other, recovery, HERE)))
        .isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThat(factors.codesLeft("user_ann")).isEqualTo(SecondFactors.CODES - 1);
    assertThat(trail.notes()).contains("session.recovery_code_used");
  }

  @Test
  void theCodeIsNotAwaitedForEver() {
    turnOn();
    BrowserToken token = signIns.signIn("ann@example.org", "right", HERE).token();

    clock.pass(HalfSignIn.LIFE);

    assertThat(signIns.awaitsCode(token)).isFalse();
    assertThat(codeOf(() -> signIns.finish(token, code(), HERE))).isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void guessingCodesIsStoppedFromEverywhere() {
    turnOn();
    clock.pass(STEP);
    for (int i = 0; i < 10; i++) {
      Device there = new Device("198.51." + i + ".7", "Browser");
      BrowserToken token = signIns.signIn("ann@example.org", "right", there).token();
      assertThat(codeOf(() -> signIns.finish(token, "guess", there)))
          .isEqualTo(FailureCode.UNAUTHENTICATED);
    }
    BrowserToken token = signIns.signIn("ann@example.org", "right", HERE).token();

    assertThat(codeOf(() -> signIns.finish(token, code(), HERE)))
        .isEqualTo(FailureCode.RATE_LIMITED);
  }

  @Test
  void turningItOffTakesPasswordAndCode() {
    turnOn();
    clock.pass(STEP);

    assertThat(codeOf(() -> desk.turnOff(ann, "wrong", code())))
        .isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThat(codeOf(() -> desk.turnOff(ann, "right", "guess")))
        .isEqualTo(FailureCode.UNAUTHENTICATED);
    desk.turnOff(ann, "right", code());

    assertThat(signIns.signIn("ann@example.org", "right", HERE).codeDue()).isFalse();
    assertThat(trail.notes()).contains("second_factor.off user_ann");
  }

  @Test
  void onlyWhoRunsTheServerResetsAnothers() {
    turnOn();
    user("bob", false);
    user("root", true);
    Visitor bob = visitor(signIns.signIn("bob@example.org", "right", HERE).token());
    Visitor root = visitor(signIns.signIn("root@example.org", "right", HERE).token());

    assertThat(codeOf(() -> factors.reset(bob, "user_ann"))).isEqualTo(FailureCode.FORBIDDEN);
    factors.reset(root, "user_ann");

    assertThat(sessions.list(ann)).isEmpty();
    assertThat(signIns.signIn("ann@example.org", "right", HERE).codeDue()).isFalse();
    assertThat(trail.notes()).contains("second_factor.reset user_ann");
  }

  @Test
  void anotherPasswordEndsWhatAwaitsACode() {
    turnOn();
    BrowserToken half = signIns.signIn("ann@example.org", "right", HERE).token();
    Passwords written = new Passwords();
    written.identities = identities;
    written.sessions = sessions.sessions;
    written.factors = factors.factors;
    written.audit = trail;

    written.change(ann, passwords.hash("another"));

    assertThat(signIns.awaitsCode(half)).isFalse();
    assertThat(sessions.list(ann)).hasSize(1);
    assertThat(trail.notes()).contains("password.changed user_ann");
  }

  private List<String> turnOn() {
    factors.begin(ann);
    secret = desk.enrolment(ann).map(FactorDesk.Enrolment::secret).orElseThrow();
    return desk.confirm(ann, code());
  }

  private String code() {
    return OneTimeCodes.code(Base32.decode(secret), OneTimeCodes.step(clock.instant()));
  }

  private void user(String name, boolean administrator) {
    String tenant = "ten_" + name;
    identities.add(new Tenant(tenant, name, "free", clock.instant()));
    identities.add(
        new User(
            "user_" + name,
            tenant,
            name + "@example.org",
            passwords.hash("right"),
            administrator,
            clock.instant()));
    identities.add(new Membership("user_" + name, tenant, Role.OWNER, clock.instant()));
  }

  private Visitor visitor(BrowserToken token) {
    return Optional.of(token).flatMap(t -> sessions.who(t, "192.0.2.1")).orElseThrow();
  }

  private static FailureCode codeOf(ThrowingCallable call) {
    return catchThrowableOfType(FailureException.class, call).code();
  }

  private static final class OpenBox implements SecretBox {
    @Override
    public String seal(String text, String owner) {
      return owner + "|" + text;
    }

    @Override
    public String open(String sealed, String owner) {
      assertThat(sealed).startsWith(owner + "|");
      return sealed.substring(owner.length() + 1);
    }
  }
}
