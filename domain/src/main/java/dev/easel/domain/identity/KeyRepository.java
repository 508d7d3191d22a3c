package dev.easel.domain.identity;

import dev.easel.domain.shared.Page;
import java.time.Instant;
import java.util.Optional;

/** API keys as they are managed. Every method works within the caller's transaction. */
public interface KeyRepository {

  void add(ApiKey key);

  Optional<ApiKey> find(String id);

  /** Keeps everybody else from changing the key until the transaction ends. */
  Optional<ApiKey> lock(String id);

  /** Lets one transaction at a time add keys to a tenant. */
  void lockTenant(String tenantId);

  /** Keys of a tenant that are neither revoked nor expired. */
  long countUsable(String tenantId, Instant now);

  /**
   * Keys of a tenant, newest first.
   *
   * @param after cursor: the id of the last key of the previous page
   */
  Page<ApiKey> list(String tenantId, Optional<String> after, int limit);

  /** Notes that a key was used; an earlier time than the one noted changes nothing. */
  void noteUse(String id, Instant time);
}
