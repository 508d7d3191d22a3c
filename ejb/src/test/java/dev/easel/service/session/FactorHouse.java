package dev.easel.service.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.adapter.limit.MovableTime;
import dev.easel.adapter.limit.RateLimiters;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Role;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.session.Device;
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

/** Signing in with and without a code, put together for tests. Everybody's password is "right". */
final class FactorHouse {

  static final Device HERE = new Device("192.0.2.1", "Browser");

  final InMemoryIdentities identities = new InMemoryIdentities(new InMemoryDatabase());
  final MarkedPasswords passwords = new MarkedPasswords();
  final MovableClock clock = new MovableClock();
  final RecordingTrail trail = new RecordingTrail();
  final Sessions sessions = new Sessions();
  final SecondFactors factors = new SecondFactors();
  final SignIns signIns = new SignIns();
  final FactorDesk desk = new FactorDesk();

  FactorHouse() {
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
    signIns.local = LocalSignIns.open();
    signIns.limits = limits;
    desk.factors = factors;
    desk.passwords = passwords;
    desk.limits = limits;
  }

  /** A new user, signed in. */
  Visitor arrive(String name, boolean administrator) {
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
    BrowserToken token = signIns.signIn(name + "@example.org", "right", HERE).token();
    return sessions.who(token, "192.0.2.1").orElseThrow();
  }

  /** What the authenticator shows now. */
  String code(String secret) {
    return OneTimeCodes.code(Base32.decode(secret), OneTimeCodes.step(clock.instant()));
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
