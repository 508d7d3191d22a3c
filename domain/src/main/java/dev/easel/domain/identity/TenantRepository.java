package dev.easel.domain.identity;

import dev.easel.domain.shared.Page;
import java.util.Optional;

/** Tenants as administrators see them. */
public interface TenantRepository {

  /** By id, from after one of them. */
  Page<Tenant> list(Optional<String> after, int limit);

  /** As it stands, and kept from everybody else until the transaction ends. */
  Optional<Tenant> lock(String id);

  boolean emailTaken(String email);
}
