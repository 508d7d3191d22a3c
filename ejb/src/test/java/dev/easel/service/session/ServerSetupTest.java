package dev.easel.service.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.adapter.limit.MovableTime;
import dev.easel.adapter.limit.RateLimiters;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Role;
import dev.easel.domain.identity.SetupSeal;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.session.Device;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryIdentities;
import dev.easel.fake.InMemorySessions;
import dev.easel.fake.MarkedPasswords;
import dev.easel.fake.MovableClock;
import dev.easel.service.audit.RecordingTrail;
import dev.easel.service.identity.FirstRun;
import dev.easel.service.limit.LimitServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerSetupTest {

  private static final Device HERE = new Device("192.0.2.1", "Browser");
  private static final String TOKEN = "only the operator reads it";

  private final InMemoryIdentities identities = new InMemoryIdentities(new InMemoryDatabase());
  private final MovableClock clock = new MovableClock();
  private final ServerSetup setup = new ServerSetup();

  @BeforeEach
  void wire() {
    setup.identities = identities;
    setup.first = new Founder();
    setup.seal = new KnownSeal();
    setup.passwords = new PasswordDesk();
    setup.passwords.hasher = new MarkedPasswords();
    setup.sessions = new Sessions();
    setup.sessions.sessions = new InMemorySessions();
    setup.sessions.identities = identities;
    setup.sessions.audit = new RecordingTrail();
    setup.sessions.clock = clock;
    setup.limits = LimitServices.signIns(RateLimiters.on(new MovableTime()));
  }

  @Test
  void whoHasTheTokenBecomesTheOwnerOnce() {
    assertThat(setup.isDue()).isTrue();

    BrowserToken browser = complete(TOKEN, " Ann@Example.org ", "a long password");

    Visitor ann = setup.sessions.who(browser, "192.0.2.1").orElseThrow();
    assertThat(ann.user().email()).isEqualTo("ann@example.org");
    assertThat(ann.role()).isEqualTo(Role.OWNER);
    assertThat(setup.isDue()).isFalse();
    assertThat(refusal(TOKEN, "bob@example.org", "a long password"))
        .isEqualTo(FailureCode.CONFLICT);
  }

  @Test
  void aStrangerDoesNot() {
    assertThat(refusal("guess", "ann@example.org", "a long password"))
        .isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThat(setup.isDue()).isTrue();
  }

  @Test
  void guessesAreCounted() {
    for (int i = 0; i < 10; i++) {
      refusal("guess" + i, "ann@example.org", "a long password");
    }

    assertThat(refusal(TOKEN, "ann@example.org", "a long password"))
        .isEqualTo(FailureCode.RATE_LIMITED);
  }

  @Test
  void whatWillNotDoIsRefused() {
    assertThat(refusal(TOKEN, "nobody", "a long password")).isEqualTo(FailureCode.INVALID_REQUEST);
    assertThat(refusal(TOKEN, "ann@example.org", "short")).isEqualTo(FailureCode.INVALID_REQUEST);
    assertThat(setup.isDue()).isTrue();
  }

  private BrowserToken complete(String token, String email, String password) {
    return setup.complete(token, new ServerSetup.Wish("House", email, password), HERE);
  }

  private FailureCode refusal(String token, String email, String password) {
    return catchThrowableOfType(FailureException.class, () -> complete(token, email, password))
        .code();
  }

  /** Makes a user and a tenant, without credits. */
  private final class Founder extends FirstRun {
    @Override
    public User createOwner(String name, String owner, String hash, String address) {
      if (identities.hasAnyUser()) {
        throw FailureException.of(FailureCode.CONFLICT, "There is one");
      }
      identities.add(new Tenant("ten_first", name, "free", clock.instant()));
      User made = new User("user_first", "ten_first", owner, hash, true, clock.instant());
      identities.add(made);
      identities.add(new Membership("user_first", "ten_first", Role.OWNER, clock.instant()));
      return made;
    }
  }

  private static final class KnownSeal implements SetupSeal {
    @Override
    public String token() {
      return TOKEN;
    }

    @Override
    public boolean matches(String sent) {
      return TOKEN.equals(sent);
    }
  }
}
