package dev.easel.adapter.queue;

import dev.easel.adapter.persistence.Sql;
import dev.easel.domain.generation.TenantSlots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Set;

/** Slots as rows: who runs is counted there and not among all generations there ever were. */
@ApplicationScoped
public class SqlTenantSlots implements TenantSlots {

  @Inject Sql sql;

  @Override
  public void open(String tenantId) {
    sql.update(
        "insert into tenant_gate (tenant_id) select cast(? as varchar(40))"
            + " where not exists (select 1 from tenant_gate where tenant_id = ?)",
        tenantId,
        tenantId);
  }

  @Override
  public boolean lock(String tenantId) {
    return !sql.list(
            row -> true,
            "select tenant_id from tenant_gate where tenant_id = ? for update",
            tenantId)
        .isEmpty();
  }

  @Override
  public Set<String> holders(String tenantId) {
    return new LinkedHashSet<>(
        sql.list(
            row -> row.getString(1),
            "select generation_id from running_slot where tenant_id = ?",
            tenantId));
  }

  @Override
  public void take(String tenantId, String generationId) {
    sql.update(
        "insert into running_slot (generation_id, tenant_id)"
            + " select cast(? as varchar(40)), cast(? as varchar(40))"
            + " where not exists (select 1 from running_slot where generation_id = ?)",
        generationId,
        tenantId,
        generationId);
  }

  @Override
  public void free(String generationId) {
    sql.update("delete from running_slot where generation_id = ?", generationId);
  }

  @Override
  public int freeEnded() {
    return sql.update(
        "delete from running_slot where exists (select 1 from generation g"
            + " where g.id = running_slot.generation_id"
            + " and g.status in ('COMPLETED', 'FAILED', 'CANCELLED'))");
  }
}
