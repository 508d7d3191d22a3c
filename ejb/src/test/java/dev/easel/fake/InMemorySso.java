package dev.easel.fake;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.ExternalIdentity;
import dev.easel.domain.sso.ExternalSession;
import dev.easel.domain.sso.IdentityLink;
import dev.easel.domain.sso.LogoutNotice;
import dev.easel.domain.sso.SignInAttempt;
import dev.easel.domain.sso.SsoRepository;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Single sign-on without a database. */
public final class InMemorySso implements SsoRepository {

  private final InMemoryDatabase database;
  private final InMemorySessions sessions;

  public InMemorySso(InMemoryDatabase database, InMemorySessions sessions) {
    this.database = database;
    this.sessions = sessions;
  }

  @Override
  public void add(SignInAttempt attempt) {
    database.add(attempt);
  }

  @Override
  public Optional<SignInAttempt> take(String stateHash) {
    Optional<SignInAttempt> found = database.find(SignInAttempt.class, stateHash);
    found.ifPresent(database::remove);
    return found;
  }

  @Override
  public int removeAttempts(Instant before) {
    List<SignInAttempt> over =
        database
            .all(SignInAttempt.class)
            .filter(attempt -> attempt.expiresAt().isBefore(before))
            .toList();
    over.forEach(database::remove);
    return over.size();
  }

  @Override
  public Optional<IdentityLink> find(ExternalIdentity identity) {
    return database
        .all(IdentityLink.class)
        .filter(link -> link.identity().equals(identity))
        .findFirst();
  }

  @Override
  public void add(IdentityLink link) {
    if (find(link.identity()).isPresent()) {
      throw FailureException.of(FailureCode.CONFLICT, "This identity is linked already");
    }
    database.add(link);
  }

  @Override
  public List<IdentityLink> linksOf(String userId) {
    return database
        .all(IdentityLink.class)
        .filter(link -> link.userId().equals(userId))
        .sorted(Comparator.comparing(IdentityLink::createdAt))
        .toList();
  }

  @Override
  public void remove(IdentityLink link) {
    database.remove(link);
  }

  @Override
  public void add(ExternalSession session) {
    database.add(session);
  }

  @Override
  public Optional<ExternalSession> findSession(String sessionId) {
    return database.find(ExternalSession.class, sessionId);
  }

  @Override
  public List<String> end(LogoutNotice notice) {
    List<ExternalSession> ended =
        database.all(ExternalSession.class).filter(session -> isOf(session, notice)).toList();
    List<String> users =
        ended.stream().map(one -> sessions.find(one.sessionId()).orElseThrow().userId()).toList();
    ended.forEach(database::remove);
    ended.forEach(one -> sessions.end(one.sessionId()));
    return users;
  }

  private static boolean isOf(ExternalSession session, LogoutNotice notice) {
    boolean same = session.identity().issuer().equals(notice.issuer());
    return same
        && notice
            .sid()
            .map(sid -> session.sid().filter(sid::equals).isPresent())
            .orElseGet(
                () -> notice.subject().filter(session.identity().subject()::equals).isPresent());
  }
}
