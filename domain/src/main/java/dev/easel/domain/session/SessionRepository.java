package dev.easel.domain.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions of browsers as they are stored. */
public interface SessionRepository {

  void add(DashboardSession session);

  Optional<DashboardSession> find(BrowserToken token);

  Optional<DashboardSession> find(String id);

  /** Of a user, the newest first. */
  List<DashboardSession> of(String userId);

  /** Ends one; nothing happens if it has ended. */
  void end(String id);

  /**
   * Ends all of a user but one.
   *
   * @param kept id of the one; empty for none
   * @return how many
   */
  int endAll(String userId, Optional<String> kept);

  /** Takes away what was over before then. */
  int removeOver(Instant before);
}
