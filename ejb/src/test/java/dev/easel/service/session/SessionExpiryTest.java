package dev.easel.service.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.session.DashboardSession;
import dev.easel.domain.session.Device;
import dev.easel.domain.session.HalfSignIn;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryFactors;
import dev.easel.fake.InMemorySessions;
import dev.easel.fake.InMemorySso;
import dev.easel.fake.MovableClock;
import org.junit.jupiter.api.Test;

class SessionExpiryTest {

  private final MovableClock clock = new MovableClock();
  private final SessionExpiry expiry = new SessionExpiry();

  @Test
  void onlyWhatIsOverIsTakenAway() {
    InMemorySessions stored = new InMemorySessions();
    expiry.sessions = stored;
    expiry.sso = new InMemorySso(new InMemoryDatabase(), stored);
    expiry.factors = new InMemoryFactors();
    expiry.clock = clock;
    BrowserToken old = opened();
    BrowserToken half = BrowserToken.fresh();
    expiry.factors.add(new HalfSignIn(half, "user_ann", clock.instant()));
    clock.pass(DashboardSession.LONGEST.plusSeconds(1));
    BrowserToken fresh = opened();

    expiry.run();

    assertThat(expiry.sessions.find(old)).isEmpty();
    assertThat(expiry.factors.findHalf(half)).isEmpty();
    assertThat(expiry.sessions.find(fresh)).isPresent();
  }

  private BrowserToken opened() {
    BrowserToken token = BrowserToken.fresh();
    Device device = new Device("192.0.2.1", "Browser");
    expiry.sessions.add(
        new DashboardSession(token, "user_ann", "ten_ann", device, clock.instant()));
    return token;
  }
}
