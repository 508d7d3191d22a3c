package dev.easel.adapter.persistence;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.ExternalIdentity;
import dev.easel.domain.sso.ExternalSession;
import dev.easel.domain.sso.IdentityLink;
import dev.easel.domain.sso.LogoutNotice;
import dev.easel.domain.sso.SignInAttempt;
import dev.easel.domain.sso.SsoRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Single sign-on by JPA. What is taken is taken by one statement, so that one of two gets it. */
@ApplicationScoped
public class JpaSsoRepository implements SsoRepository {

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public void add(SignInAttempt attempt) {
    entities.persist(attempt);
  }

  @Override
  public Optional<SignInAttempt> take(String stateHash) {
    Optional<SignInAttempt> found =
        Optional.ofNullable(entities.find(SignInAttempt.class, stateHash));
    found.ifPresent(entities::detach);
    int taken =
        entities
            .createQuery("delete from SignInAttempt a where a.stateHash = :hash")
            .setParameter("hash", stateHash)
            .executeUpdate();
    return found.filter(attempt -> taken == 1);
  }

  @Override
  public int removeAttempts(Instant before) {
    return entities
        .createQuery("delete from SignInAttempt a where a.expiresAt < :before")
        .setParameter("before", before)
        .executeUpdate();
  }

  @Override
  public Optional<IdentityLink> find(ExternalIdentity identity) {
    return entities
        .createQuery(
            "select l from IdentityLink l where l.issuer = :issuer and l.subject = :subject",
            IdentityLink.class)
        .setParameter("issuer", identity.issuer())
        .setParameter("subject", identity.subject())
        .getResultStream()
        .findFirst();
  }

  @Override
  public void add(IdentityLink link) {
    Unique.add(
        entities,
        link,
        () -> FailureException.of(FailureCode.CONFLICT, "This identity is linked already"));
  }

  @Override
  public List<IdentityLink> linksOf(String userId) {
    return entities
        .createQuery(
            "select l from IdentityLink l where l.userId = :user order by l.createdAt, l.id",
            IdentityLink.class)
        .setParameter("user", userId)
        .getResultList();
  }

  @Override
  public void remove(IdentityLink link) {
    entities.remove(link);
  }

  @Override
  public void add(ExternalSession session) {
    entities.flush(); // the session it is about first
    entities.persist(session);
  }

  @Override
  public Optional<ExternalSession> findSession(String sessionId) {
    return Optional.ofNullable(entities.find(ExternalSession.class, sessionId));
  }

  @Override
  public List<String> end(LogoutNotice notice) {
    String by = notice.sid().isPresent() ? "e.sid" : "e.subject";
    List<Object[]> ended =
        entities
            .createQuery(
                "select s.id, s.userId from DashboardSession s, ExternalSession e"
                    + " where e.sessionId = s.id and e.issuer = :issuer and "
                    + by
                    + " = :value",
                Object[].class)
            .setParameter("issuer", notice.issuer())
            .setParameter("value", notice.sid().or(notice::subject).orElse(""))
            .getResultList();
    ended.forEach(row -> endSession((String) row[0]));
    return ended.stream().map(row -> (String) row[1]).toList();
  }

  private void endSession(String id) {
    entities
        .createQuery("delete from DashboardSession s where s.id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }
}
