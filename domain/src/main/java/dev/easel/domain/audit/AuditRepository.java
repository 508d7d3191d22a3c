package dev.easel.domain.audit;

import dev.easel.domain.shared.Page;
import java.util.Optional;

/** The log of changes as it is stored. */
public interface AuditRepository {

  void add(AuditEntry entry);

  /**
   * Changes of a tenant, newest first.
   *
   * @param after id of the last one of the page before
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_REQUEST} if that is no entry of
   *     the tenant
   */
  Page<AuditEntry> list(String tenantId, Optional<String> after, int limit);

  /**
   * Those of a tenant that match, newest first; what a query says of tenants does not count.
   *
   * @param after id of the last one of the page before
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_REQUEST} if that is no entry of
   *     the tenant
   */
  Page<AuditEntry> list(String tenantId, AuditQuery query, Optional<String> after, int limit);

  /**
   * Changes of all tenants, newest first.
   *
   * @param after id of the last one of the page before
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_REQUEST} if that is no entry
   */
  Page<AuditEntry> list(AuditQuery query, Optional<String> after, int limit);
}
