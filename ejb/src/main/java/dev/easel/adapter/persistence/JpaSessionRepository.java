package dev.easel.adapter.persistence;

import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.session.DashboardSession;
import dev.easel.domain.session.SessionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions by JPA. What ends them is one statement, so that two who end one do not collide. */
@ApplicationScoped
public class JpaSessionRepository implements SessionRepository {

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public void add(DashboardSession session) {
    entities.persist(session);
  }

  @Override
  public Optional<DashboardSession> find(BrowserToken token) {
    return entities
        .createQuery(
            "select s from DashboardSession s where s.tokenHash = :hash", DashboardSession.class)
        .setParameter("hash", token.hash())
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<DashboardSession> find(String id) {
    return Optional.ofNullable(entities.find(DashboardSession.class, id));
  }

  @Override
  public List<DashboardSession> of(String userId) {
    return entities
        .createQuery(
            "select s from DashboardSession s where s.userId = :user"
                + " order by s.lastSeenAt desc, s.id",
            DashboardSession.class)
        .setParameter("user", userId)
        .getResultList();
  }

  @Override
  public void end(String id) {
    entities
        .createQuery("delete from DashboardSession s where s.id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  @Override
  public int endAll(String userId, Optional<String> kept) {
    return entities
        .createQuery("delete from DashboardSession s where s.userId = :user and s.id <> :kept")
        .setParameter("user", userId)
        .setParameter("kept", kept.orElse(""))
        .executeUpdate();
  }

  @Override
  public int removeOver(Instant before) {
    return entities
        .createQuery("delete from DashboardSession s where s.expiresAt < :before")
        .setParameter("before", before)
        .executeUpdate();
  }
}
