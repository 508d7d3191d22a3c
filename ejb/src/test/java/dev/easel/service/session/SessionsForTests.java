package dev.easel.service.session;

import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.session.SessionRepository;
import dev.easel.service.audit.AuditTrail;
import java.time.Clock;

/** Puts {@link Sessions} together for tests of other packages. */
public final class SessionsForTests {

  private SessionsForTests() {}

  public static Sessions on(
      SessionRepository stored, IdentityRepository identities, AuditTrail audit, Clock clock) {
    Sessions sessions = new Sessions();
    sessions.sessions = stored;
    sessions.identities = identities;
    sessions.audit = audit;
    sessions.clock = clock;
    return sessions;
  }
}
