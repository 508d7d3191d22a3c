package dev.easel.adapter.persistence;

import dev.easel.domain.audit.AuditEntry;
import dev.easel.domain.audit.AuditQuery;
import dev.easel.domain.audit.AuditRepository;
import dev.easel.domain.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The log of changes by JPA. */
@ApplicationScoped
public class JpaAuditRepository implements AuditRepository {

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public void add(AuditEntry entry) {
    entities.persist(entry);
  }

  @Override
  public Page<AuditEntry> list(String tenantId, Optional<String> after, int limit) {
    return list(tenantId, AuditQuery.all(), after, limit);
  }

  @Override
  public Page<AuditEntry> list(
      String tenantId, AuditQuery query, Optional<String> after, int limit) {
    Where where = where(query.ofAnyTenant()).and("a.tenantId = :own", "own", tenantId);
    after
        .map(id -> cursor(tenantId, id))
        .ifPresent(last -> where.after(last.createdAt(), last.id()));
    TypedQuery<AuditEntry> select =
        entities.createQuery(
            "select a from AuditEntry a" + where.text() + " order by a.createdAt desc, a.id desc",
            AuditEntry.class);
    List<AuditEntry> rows = where.setOn(select).setMaxResults(limit + 1).getResultList();
    return Page.of(rows, limit, AuditEntry::id);
  }

  @Override
  public Page<AuditEntry> list(AuditQuery query, Optional<String> after, int limit) {
    Where where = where(query);
    after
        .map(id -> Optional.ofNullable(entities.find(AuditEntry.class, id)))
        .map(found -> found.orElseThrow(Page::notACursor))
        .ifPresent(last -> where.after(last.createdAt(), last.id()));
    TypedQuery<AuditEntry> select =
        entities.createQuery(
            "select a from AuditEntry a" + where.text() + " order by a.createdAt desc, a.id desc",
            AuditEntry.class);
    List<AuditEntry> rows = where.setOn(select).setMaxResults(limit + 1).getResultList();
    return Page.of(rows, limit, AuditEntry::id);
  }

  private static Where where(AuditQuery query) {
    Where where = new Where("a");
    query
        .tenantId()
        .ifPresent(id -> where.and("(a.tenantId = :tenant or a.target = :tenant)", "tenant", id));
    query
        .actor()
        .ifPresent(
            part ->
                where.and(
                    "lower(a.actor) like :actor escape '!'", "actor", "%" + like(part) + "%"));
    query
        .action()
        .ifPresent(
            word -> where.and("a.action like :action escape '!'", "action", like(word) + "%"));
    query.target().ifPresent(id -> where.and("a.target = :target", "target", id));
    query.address().ifPresent(from -> where.and("a.address = :address", "address", from));
    query.from().ifPresent(time -> where.and("a.createdAt >= :from", "from", time));
    query.until().ifPresent(time -> where.and("a.createdAt < :until", "until", time));
    return where;
  }

  private static String like(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
  }

  private AuditEntry cursor(String tenantId, String id) {
    return Optional.ofNullable(entities.find(AuditEntry.class, id))
        .filter(found -> found.tenantId().equals(Optional.of(tenantId)))
        .orElseThrow(Page::notACursor);
  }
}
