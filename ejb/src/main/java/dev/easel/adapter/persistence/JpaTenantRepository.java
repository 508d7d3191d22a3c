package dev.easel.adapter.persistence;

import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.TenantRepository;
import dev.easel.domain.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tenants by JPA. */
@ApplicationScoped
public class JpaTenantRepository implements TenantRepository {

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public Page<Tenant> list(String search, Optional<String> after, int limit) {
    List<Tenant> rows =
        entities
            .createQuery(
                "select t from Tenant t where t.id > :after and (:part = '%%'"
                    + " or lower(t.name) like :part escape '!' or t.id like :part escape '!'"
                    + " or exists (select u.id from Membership m, User u where m.tenantId = t.id"
                    + " and u.id = m.userId and lower(u.email) like :part escape '!'))"
                    + " order by t.id",
                Tenant.class)
            .setParameter("after", after.orElse(""))
            .setParameter("part", part(search))
            .setMaxResults(limit + 1)
            .getResultList();
    return Page.of(rows, limit, Tenant::id);
  }

  private static String part(String search) {
    return "%" + search.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
  }

  @Override
  public Map<String, Long> countByPlan() {
    Map<String, Long> counts = new HashMap<>();
    entities
        .createQuery("select t.planId, count(t) from Tenant t group by t.planId", Object[].class)
        .getResultList()
        .forEach(row -> counts.put((String) row[0], (Long) row[1]));
    return counts;
  }

  @Override
  public Optional<Tenant> lock(String id) {
    return Optional.ofNullable(entities.find(Tenant.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public boolean emailTaken(String email) {
    return !entities
        .createQuery("select u.id from User u where lower(u.email) = lower(:email)", String.class)
        .setParameter("email", email)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
