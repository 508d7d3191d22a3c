package dev.easel.web.api.v2;

import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.KeyRights;
import dev.easel.domain.identity.Scope;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A key without its secret; null stands for what is not limited. */
final class KeyJson {

  private KeyJson() {}

  static JsonObjectBuilder of(ApiKey key, Instant now) {
    KeyRights rights = key.rights();
    Optional<Integer> perMinute = rights.perMinute().stream().boxed().findFirst();
    return WireJson.object()
        .add("id", key.id())
        .add("name", key.name())
        .add("user_id", key.userId())
        .add("prefix", "esk_live_" + key.id())
        .add("last_four", key.lastFour())
        .add("status", status(key, now))
        .add("scopes", WireJson.array(rights.scopes().stream().map(Scope::wire).sorted().toList()))
        .add("models", list(rights.models().stream().sorted().toList()))
        .add("allowed_ips", list(rights.addresses().stream().map(Object::toString).toList()))
        .add("requests_per_minute", WireJson.number(perMinute))
        .add("created_at", WireJson.time(key.createdAt()))
        .add("expires_at", WireJson.time(key.expiresAt()))
        .add("revoked_at", WireJson.time(key.revokedAt()))
        .add("last_used_at", WireJson.time(key.lastUsedAt()));
  }

  private static String status(ApiKey key, Instant now) {
    if (key.revokedAt().isPresent()) {
      return "revoked";
    }
    return key.usableAt(now) ? "active" : "expired";
  }

  private static JsonValue list(List<String> words) {
    return words.isEmpty() ? JsonValue.NULL : WireJson.array(words).build();
  }
}
