package dev.easel.adapter.persistence;

import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.session.FactorRepository;
import dev.easel.domain.session.HalfSignIn;
import dev.easel.domain.session.RecoveryCode;
import dev.easel.domain.session.SecondFactor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Second factors by JPA. What may happen once is one statement, of which the row count tells. */
@ApplicationScoped
public class JpaFactorRepository implements FactorRepository {

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public Optional<SecondFactor> find(String userId) {
    return Optional.ofNullable(entities.find(SecondFactor.class, userId));
  }

  @Override
  public void put(SecondFactor factor) {
    remove(factor.userId());
    entities.persist(factor);
    entities.flush();
  }

  @Override
  public boolean advance(String userId, long step) {
    return entities
            .createQuery(
                "update SecondFactor f set f.lastStep = :step"
                    + " where f.userId = :user and f.lastStep < :step")
            .setParameter("step", step)
            .setParameter("user", userId)
            .executeUpdate()
        == 1;
  }

  @Override
  public void remove(String userId) {
    for (String entity : List.of("HalfSignIn", "RecoveryCode", "SecondFactor")) {
      entities
          .createQuery("delete from " + entity + " e where e.userId = :user")
          .setParameter("user", userId)
          .executeUpdate();
    }
    SecondFactor known = entities.find(SecondFactor.class, userId);
    if (known != null) {
      entities.detach(known);
    }
  }

  @Override
  public Set<String> on(Collection<String> userIds) {
    if (userIds.isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(
        entities
            .createQuery(
                "select f.userId from SecondFactor f"
                    + " where f.confirmedAt is not null and f.userId in :users",
                String.class)
            .setParameter("users", userIds)
            .getResultList());
  }

  @Override
  public void putCodes(String userId, List<RecoveryCode> codes) {
    entities
        .createQuery("delete from RecoveryCode c where c.userId = :user")
        .setParameter("user", userId)
        .executeUpdate();
    codes.forEach(entities::persist);
  }

  @Override
  public int countCodes(String userId) {
    return entities
        .createQuery("select count(c) from RecoveryCode c where c.userId = :user", Long.class)
        .setParameter("user", userId)
        .getSingleResult()
        .intValue();
  }

  @Override
  public boolean takeCode(String userId, String codeHash) {
    return entities
            .createQuery("delete from RecoveryCode c where c.codeHash = :hash and c.userId = :user")
            .setParameter("hash", codeHash)
            .setParameter("user", userId)
            .executeUpdate()
        == 1;
  }

  @Override
  public void add(HalfSignIn half) {
    entities.persist(half);
  }

  @Override
  public Optional<HalfSignIn> findHalf(BrowserToken token) {
    return Optional.ofNullable(entities.find(HalfSignIn.class, token.hash()));
  }

  @Override
  public boolean takeHalf(BrowserToken token) {
    return entities
            .createQuery("delete from HalfSignIn h where h.tokenHash = :hash")
            .setParameter("hash", token.hash())
            .executeUpdate()
        == 1;
  }

  @Override
  public void removeHalves(String userId) {
    entities
        .createQuery("delete from HalfSignIn h where h.userId = :user")
        .setParameter("user", userId)
        .executeUpdate();
  }

  @Override
  public void removeOver(Instant before) {
    entities
        .createQuery("delete from HalfSignIn h where h.expiresAt < :before")
        .setParameter("before", before)
        .executeUpdate();
  }
}
