package dev.easel.domain.oauth;

import java.util.List;
import java.util.Optional;

/** Registered programs as they are stored. */
public interface OAuthAppRepository {

  void add(OAuthApp app);

  Optional<OAuthApp> find(String id);

  /** Of a tenant, the newest first. */
  List<OAuthApp> of(String tenantId);

  /** Lets one transaction at a time add programs to a tenant. */
  void lockTenant(String tenantId);

  void remove(OAuthApp app);
}
