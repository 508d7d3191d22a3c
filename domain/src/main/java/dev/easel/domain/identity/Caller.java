package dev.easel.domain.identity;

import java.util.OptionalInt;
import java.util.Set;

/**
 * Who asks, as an API key or a session proved it. Services take it explicitly and never ask the
 * container.
 *
 * @param vip whether VIP models may be called: by plan or by an administrator's grant
 * @param administrator whether the user runs this server
 * @param rights what the credential may be used for
 * @param keyFamily id of the first of the keys that replaced each other up to this one
 * @param address of the network the request came from; empty if nobody can say
 */
public record Caller(
    String tenantId,
    String userId,
    String keyId,
    String planId,
    boolean vip,
    boolean administrator,
    KeyRights rights,
    String keyFamily,
    String address) {

  /** From nowhere in particular. */
  public Caller(
      String tenantId,
      String userId,
      String keyId,
      String planId,
      boolean vip,
      boolean administrator,
      KeyRights rights,
      String keyFamily) {
    this(tenantId, userId, keyId, planId, vip, administrator, rights, keyFamily, "");
  }

  /** A member with every scope, who does not run the server. */
  public Caller(String tenantId, String userId, String keyId, String planId, boolean vip) {
    this(tenantId, userId, keyId, planId, vip, false, KeyRights.all(), keyId);
  }

  /** The same, from that address of the network. */
  public Caller from(String where) {
    return new Caller(
        tenantId, userId, keyId, planId, vip, administrator, rights, keyFamily, where);
  }

  /** What the credential may be used for. */
  public Set<Scope> scopes() {
    return rights.scopes();
  }

  /** Ids of the only models the credential may call; empty for all. */
  public Set<String> models() {
    return rights.models();
  }

  /** The credential's own limit of requests, within the tenant's. */
  public OptionalInt perMinute() {
    return rights.perMinute();
  }

  public boolean may(Scope scope) {
    return scopes().contains(scope);
  }

  /** Whether the credential's list of models admits this one. */
  public boolean mayCall(String modelId) {
    return models().isEmpty() || models().contains(modelId);
  }

  /** Whether this credential may run the server: its user's right, and its own scope. */
  public boolean runsServer() {
    return administrator && may(Scope.ADMIN);
  }
}
