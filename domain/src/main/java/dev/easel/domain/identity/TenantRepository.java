package dev.easel.domain.identity;

import dev.easel.domain.shared.Page;
import java.util.Map;
import java.util.Optional;

/** Tenants as administrators see them. */
public interface TenantRepository {

  /**
   * By id, from after one of them.
   *
   * @param search a part of the name, of the id or of the address of a member, whatever its case;
   *     empty for all
   */
  Page<Tenant> list(String search, Optional<String> after, int limit);

  /** How many tenants are on each plan; plans nobody is on are absent. */
  Map<String, Long> countByPlan();

  /** As it stands, and kept from everybody else until the transaction ends. */
  Optional<Tenant> lock(String id);

  boolean emailTaken(String email);
}
