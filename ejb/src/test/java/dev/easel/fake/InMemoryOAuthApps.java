package dev.easel.fake;

import dev.easel.domain.oauth.OAuthApp;
import dev.easel.domain.oauth.OAuthAppRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Registered programs without a database. */
public final class InMemoryOAuthApps implements OAuthAppRepository {

  private final InMemoryDatabase database;

  public InMemoryOAuthApps(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(OAuthApp app) {
    database.add(app);
  }

  @Override
  public Optional<OAuthApp> find(String id) {
    return database.find(OAuthApp.class, id);
  }

  @Override
  public List<OAuthApp> of(String tenantId) {
    return database
        .all(OAuthApp.class)
        .filter(app -> app.tenantId().equals(tenantId))
        .sorted(Comparator.comparing(OAuthApp::createdAt).reversed())
        .toList();
  }

  @Override
  public void lockTenant(String tenantId) {}

  @Override
  public void remove(OAuthApp app) {
    find(app.id()).ifPresent(database::remove);
  }
}
