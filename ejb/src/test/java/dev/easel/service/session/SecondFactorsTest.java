package dev.easel.service.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.session.Device;
import dev.easel.domain.session.HalfSignIn;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.MovableClock;
import dev.easel.service.audit.RecordingTrail;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecondFactorsTest {

  private static final Device HERE = FactorHouse.HERE;
  private static final Duration STEP = Duration.ofSeconds(30);

  private final FactorHouse house = new FactorHouse();
  private final MovableClock clock = house.clock;
  private final RecordingTrail trail = house.trail;
  private final Sessions sessions = house.sessions;
  private final SecondFactors factors = house.factors;
  private final SignIns signIns = house.signIns;
  private final FactorDesk desk = house.desk;
  private Visitor ann;
  private String secret;

  @BeforeEach
  void signAnnIn() {
    ann = house.arrive("ann", false);
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
  void newRecoveryCodesTakeACodeAndReplaceThoseOfBefore() {
    String before = turnOn().get(0);
    clock.pass(STEP);

    assertThat(codeOf(() -> desk.renewCodes(ann, "guess"))).isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThat(codeOf(() -> desk.renewCodes(ann, before))).isEqualTo(FailureCode.UNAUTHENTICATED);
    List<String> now = desk.renewCodes(ann, code());

    assertThat(now).hasSize(SecondFactors.CODES).doesNotContain(before);
    assertThat(codeOf(() -> desk.turnOff(ann, "right", before)))
        .isEqualTo(FailureCode.UNAUTHENTICATED);
    desk.turnOff(ann, "right", now.get(0));
    assertThat(trail.notes()).contains("second_factor.codes_renewed user_ann");
  }

  @Test
  void onlyWhoRunsTheServerResetsAnothers() {
    turnOn();
    Visitor bob = house.arrive("bob", false);
    Visitor root = house.arrive("root", true);

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
    written.identities = house.identities;
    written.sessions = sessions.sessions;
    written.factors = factors.factors;
    written.audit = trail;

    written.change(ann, house.passwords.hash("another"));

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
    return house.code(secret);
  }

  private static FailureCode codeOf(ThrowingCallable call) {
    return catchThrowableOfType(FailureException.class, call).code();
  }
}
