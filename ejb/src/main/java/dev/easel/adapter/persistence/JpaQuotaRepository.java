package dev.easel.adapter.persistence;

import dev.easel.domain.limit.QuotaRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/** Day counts by SQL: a row is a number, and is only ever changed by an update that checks it. */
@ApplicationScoped
public class JpaQuotaRepository implements QuotaRepository {

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public void open(String tenantId, LocalDate day) {
    entities
        .createNativeQuery(
            "insert into quota_day (tenant_id, utc_day, used)"
                + " select cast(?1 as varchar(40)), cast(?2 as date), 0 where not exists"
                + " (select 1 from quota_day where tenant_id = ?1 and utc_day = ?2)")
        .setParameter(1, tenantId)
        .setParameter(2, day)
        .executeUpdate();
  }

  @Override
  public boolean use(String tenantId, LocalDate day, long count, long limit) {
    return entities
            .createNativeQuery(
                "update quota_day set used = used + ?1"
                    + " where tenant_id = ?2 and utc_day = ?3 and used + ?1 <= ?4")
            .setParameter(1, count)
            .setParameter(2, tenantId)
            .setParameter(3, day)
            .setParameter(4, limit)
            .executeUpdate()
        == 1;
  }

  @Override
  public OptionalLong used(String tenantId, LocalDate day) {
    List<?> found =
        entities
            .createNativeQuery("select used from quota_day where tenant_id = ?1 and utc_day = ?2")
            .setParameter(1, tenantId)
            .setParameter(2, day)
            .getResultList();
    return found.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(((Number) found.get(0)).longValue());
  }

  @Override
  public int forgetBefore(LocalDate day) {
    return entities
        .createNativeQuery("delete from quota_day where utc_day < ?1")
        .setParameter(1, day)
        .executeUpdate();
  }
}
