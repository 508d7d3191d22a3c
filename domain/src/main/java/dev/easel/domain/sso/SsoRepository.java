package dev.easel.domain.sso;

import dev.easel.domain.shared.FailureException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Attempts to sign in elsewhere, who is known where, and which sessions that made. */
public interface SsoRepository {

  void add(SignInAttempt attempt);

  /** Takes an attempt away; empty if there is none, or somebody was faster. */
  Optional<SignInAttempt> take(String stateHash);

  /** Takes attempts away that were over before then. */
  int removeAttempts(Instant before);

  Optional<IdentityLink> find(ExternalIdentity identity);

  /**
   * @throws FailureException {@code CONFLICT} if the identity is linked, also if only just
   */
  void add(IdentityLink link);

  /** Of a user, the oldest first. */
  List<IdentityLink> linksOf(String userId);

  void remove(IdentityLink link);

  void add(ExternalSession session);

  Optional<ExternalSession> findSession(String sessionId);

  /**
   * Ends the sessions of the dashboard a notice is about.
   *
   * @return the users whose sessions those were, one entry for each session
   */
  List<String> end(LogoutNotice notice);
}
