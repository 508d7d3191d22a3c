package dev.easel.domain.identity;

import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Who asks, as an API key or a session proved it. Services take it explicitly and never ask the
 * container.
 *
 * @param vip whether VIP models may be called: by plan or by an administrator's grant
 * @param administrator whether the user runs this server
 * @param scopes what the credential may be used for
 * @param models ids of the only models the credential may call; empty for all
 * @param perMinute the credential's own limit of requests, within the tenant's
 */
public record Caller(
    String tenantId,
    String userId,
    String keyId,
    String planId,
    boolean vip,
    boolean administrator,
    Set<Scope> scopes,
    Set<String> models,
    OptionalInt perMinute) {

  /** A member with every scope, who does not run the server. */
  public Caller(String tenantId, String userId, String keyId, String planId, boolean vip) {
    this(
        tenantId,
        userId,
        keyId,
        planId,
        vip,
        false,
        EnumSet.allOf(Scope.class),
        Set.of(),
        OptionalInt.empty());
  }

  public Caller {
    scopes = Set.copyOf(scopes);
    models = Set.copyOf(models);
  }

  public boolean may(Scope scope) {
    return scopes.contains(scope);
  }

  /** Whether the credential's list of models admits this one. */
  public boolean mayCall(String modelId) {
    return models.isEmpty() || models.contains(modelId);
  }

  /** Whether this credential may run the server: its user's right, and its own scope. */
  public boolean runsServer() {
    return administrator && may(Scope.ADMIN);
  }
}
