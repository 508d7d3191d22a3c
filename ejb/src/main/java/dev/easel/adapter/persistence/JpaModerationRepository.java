package dev.easel.adapter.persistence;

import static dev.easel.adapter.persistence.Columns.number;

import dev.easel.domain.moderation.ModerationRepository;
import dev.easel.domain.moderation.ModerationRule;
import dev.easel.domain.moderation.RefusalCount;
import dev.easel.domain.moderation.RefusalQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules by JPA; counts by SQL, since such a row is a number that only ever grows. */
@ApplicationScoped
public class JpaModerationRepository implements ModerationRepository {

  private static final String AFTER =
      " and (utc_day < ?3 or (utc_day = ?3 and (tenant_id > ?4"
          + " or (tenant_id = ?4 and reason > ?5))))";

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public void add(ModerationRule rule) {
    entities.persist(rule);
    entities.flush();
  }

  @Override
  public Optional<ModerationRule> find(String id) {
    return Optional.ofNullable(entities.find(ModerationRule.class, id));
  }

  @Override
  public void remove(ModerationRule rule) {
    entities.remove(rule);
  }

  @Override
  public void flush() {
    try {
      entities.flush();
    } catch (OptimisticLockException e) {
      throw ModerationRule.stale();
    }
  }

  @Override
  public List<ModerationRule> all() {
    return entities
        .createQuery("select r from ModerationRule r order by r.id", ModerationRule.class)
        .getResultList();
  }

  @Override
  public boolean addTo(RefusalCount more) {
    return entities
            .createNativeQuery(
                "update moderation_refusal_count set refusals = refusals + ?1"
                    + " where utc_day = ?2 and tenant_id = ?3 and reason = ?4")
            .setParameter(1, more.count())
            .setParameter(2, more.day())
            .setParameter(3, more.tenantId())
            .setParameter(4, more.reason())
            .executeUpdate()
        == 1;
  }

  @Override
  public void open(RefusalCount first) {
    entities
        .createNativeQuery(
            "insert into moderation_refusal_count (refusals, utc_day, tenant_id, reason)"
                + " values (?1, ?2, ?3, ?4)")
        .setParameter(1, first.count())
        .setParameter(2, first.day())
        .setParameter(3, first.tenantId())
        .setParameter(4, first.reason())
        .executeUpdate();
  }

  @Override
  public List<RefusalCount> counts(RefusalQuery query) {
    Query select =
        entities
            .createNativeQuery(
                "select utc_day, tenant_id, reason, refusals from moderation_refusal_count"
                    + " where utc_day >= ?1 and utc_day <= ?2"
                    + (query.after().isPresent() ? AFTER : "")
                    + " order by utc_day desc, tenant_id, reason")
            .setParameter(1, query.from())
            .setParameter(2, query.to())
            .setMaxResults(query.limit() + 1);
    query
        .after()
        .ifPresent(
            last ->
                select
                    .setParameter(3, last.day())
                    .setParameter(4, last.tenantId())
                    .setParameter(5, last.reason()));
    List<RefusalCount> counts = new ArrayList<>();
    for (Object row : select.getResultList()) {
      counts.add(count((Object[]) row));
    }
    return counts;
  }

  @Override
  public int forgetBefore(LocalDate day) {
    return entities
        .createNativeQuery("delete from moderation_refusal_count where utc_day < ?1")
        .setParameter(1, day)
        .executeUpdate();
  }

  private static RefusalCount count(Object[] row) {
    return new RefusalCount(
        LocalDate.parse(row[0].toString()), (String) row[1], (String) row[2], number(row[3]));
  }
}
