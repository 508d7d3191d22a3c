package dev.easel.web.ui.keys;

import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.IpRange;
import dev.easel.domain.identity.KeyRights;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.Utc;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands in the fields of a key's form.
 *
 * @param scopes as the API calls them
 * @param expires last day, UTC
 */
public record KeyFields(
    String name,
    Set<String> scopes,
    Set<String> models,
    String addresses,
    String expires,
    String perMinute,
    String budget) {

  /** Of a key as it is. */
  static KeyFields of(ApiKey key) {
    KeyRights rights = key.rights();
    return new KeyFields(
        key.name(),
        words(rights.scopes()),
        rights.models(),
        rights.addresses().stream().map(IpRange::toString).collect(Collectors.joining("\n")),
        key.expiresAt().map(KeyFields::day).orElse(""),
        rights.perMinute().isPresent() ? String.valueOf(rights.perMinute().getAsInt()) : "",
        "");
  }

  /** Of a new key: everything but running the server. */
  static KeyFields fresh(Set<Scope> own) {
    Set<String> scopes = words(own);
    scopes.remove(Scope.ADMIN.wire());
    return new KeyFields("", scopes, Set.of(), "", "", "", "");
  }

  /** The last day of what ends at a time. */
  static String day(Instant end) {
    return Utc.day(end.minusNanos(1)).toString();
  }

  private static Set<String> words(Set<Scope> scopes) {
    return scopes.stream().map(Scope::wire).collect(Collectors.toSet());
  }
}
