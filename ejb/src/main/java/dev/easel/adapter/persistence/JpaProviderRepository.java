package dev.easel.adapter.persistence;

import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.SqlState;
import dev.easel.domain.sso.IdentityProvider;
import dev.easel.domain.sso.ProviderRepository;
import dev.easel.domain.sso.ProviderRule;
import dev.easel.domain.sso.SignInSetting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;

/** Identity providers and their rules by JPA. */
@ApplicationScoped
public class JpaProviderRepository implements ProviderRepository {

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public List<IdentityProvider> all() {
    return entities
        .createQuery(
            "select p from IdentityProvider p order by p.createdAt, p.slug", IdentityProvider.class)
        .getResultList();
  }

  @Override
  public Optional<IdentityProvider> find(String slug) {
    return Optional.ofNullable(entities.find(IdentityProvider.class, slug));
  }

  @Override
  public void add(IdentityProvider provider) {
    Unique.add(entities, provider, JpaProviderRepository::taken);
  }

  @Override
  public void remove(IdentityProvider provider) {
    entities.remove(provider);
  }

  @Override
  public void flush() {
    try {
      entities.flush();
    } catch (OptimisticLockException e) {
      throw IdentityProvider.stale();
    } catch (PersistenceException e) {
      throw SqlState.of(e).filter(SqlState.DUPLICATE_KEY::equals).isPresent() ? taken() : e;
    }
  }

  private static FailureException taken() {
    return FailureException.of(
        FailureCode.CONFLICT, "Another provider has that short name or that issuer");
  }

  @Override
  public List<ProviderRule> rules(String slug) {
    return entities
        .createQuery(
            "select r from ProviderRule r where r.provider = :slug order by r.createdAt, r.id",
            ProviderRule.class)
        .setParameter("slug", slug)
        .getResultList();
  }

  @Override
  public void add(ProviderRule rule) {
    entities.persist(rule);
  }

  @Override
  public void remove(ProviderRule rule) {
    entities.remove(rule);
  }

  @Override
  public List<Membership> keptBy(String slug) {
    return entities
        .createQuery(
            "select m from Membership m where m.provider = :slug order by m.id", Membership.class)
        .setParameter("slug", slug)
        .getResultList();
  }

  @Override
  public List<User> operatorsBy(String slug) {
    return entities
        .createQuery(
            "select u from User u where u.administratorBy = :slug order by u.id", User.class)
        .setParameter("slug", slug)
        .getResultList();
  }

  @Override
  public Optional<SignInSetting> setting() {
    return Optional.ofNullable(entities.find(SignInSetting.class, SignInSetting.ID));
  }

  @Override
  public void put(SignInSetting setting) {
    entities.merge(setting);
  }

  @Override
  public boolean canBreakGlass() {
    return entities
        .createQuery("select u from User u where u.administrator = true", User.class)
        .getResultStream()
        .anyMatch(User::hasPassword);
  }

  @Override
  public int endSessions(String slug) {
    return entities
        .createQuery(
            "delete from DashboardSession s where s.id in"
                + " (select e.sessionId from ExternalSession e where e.provider = :slug)")
        .setParameter("slug", slug)
        .executeUpdate();
  }
}
