package dev.easel.domain.identity;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** A credential of a tenant; the row never holds the secret itself. */
@Entity
@Table(name = "api_key")
public class ApiKey {

  @Id private String id;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "user_id")
  private String userId;

  private String name;

  @Column(name = "secret_hash")
  private String secretHash;

  @Column(name = "last_four")
  private String lastFour;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  @Column(name = "per_minute")
  private Integer perMinute;

  /** Null for all, as keys have that are older than the list. */
  private String scopes;

  private String models;

  @Column(name = "allowed_ips")
  private String allowedIps;

  @Column(name = "family_id")
  private String familyId;

  protected ApiKey() {} // for JPA

  public ApiKey(KeySecret secret, String tenantId, String userId, String name, Instant createdAt) {
    this.id = secret.id();
    this.tenantId = tenantId;
    this.userId = userId;
    this.name = name;
    this.secretHash = secret.hash();
    String text = secret.text();
    this.lastFour = text.substring(text.length() - 4);
    this.createdAt = createdAt;
  }

  /** A key with the same rights and its own secret, of the same family. */
  public ApiKey successor(KeySecret secret, Instant now) {
    ApiKey successor = new ApiKey(secret, tenantId, userId, name, now);
    successor.expiresAt = expiresAt;
    successor.perMinute = perMinute;
    successor.scopes = scopes;
    successor.models = models;
    successor.allowedIps = allowedIps;
    successor.familyId = family();
    return successor;
  }

  public String id() {
    return id;
  }

  public String tenantId() {
    return tenantId;
  }

  public String userId() {
    return userId;
  }

  public String name() {
    return name;
  }

  public String secretHash() {
    return secretHash;
  }

  public String lastFour() {
    return lastFour;
  }

  /** Id of the first of the keys that replaced each other up to this one. */
  public String family() {
    return familyId == null ? id : familyId;
  }

  public KeyRights rights() {
    Set<Scope> given =
        scopes == null
            ? EnumSet.allOf(Scope.class)
            : words(scopes).flatMap(word -> Scope.parse(word).stream()).collect(toSet());
    List<IpRange> addresses =
        words(allowedIps).map(word -> IpRange.parse(word).orElseThrow()).toList();
    OptionalInt limit = perMinute == null ? OptionalInt.empty() : OptionalInt.of(perMinute);
    return new KeyRights(given, words(models).collect(toSet()), addresses, limit);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  public Optional<Instant> revokedAt() {
    return Optional.ofNullable(revokedAt);
  }

  /** Noted about once a minute. */
  public Optional<Instant> lastUsedAt() {
    return Optional.ofNullable(lastUsedAt);
  }

  public boolean usableAt(Instant now) {
    return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
  }

  public void rename(String newName) {
    name = newName;
  }

  /** Replaces what it may be used for. */
  public void grant(KeyRights rights) {
    scopes = joined(rights.scopes().stream().map(Scope::wire));
    models = rights.models().isEmpty() ? null : joined(rights.models().stream());
    allowedIps =
        rights.addresses().isEmpty()
            ? null
            : joined(rights.addresses().stream().map(Object::toString));
    perMinute = rights.perMinute().isPresent() ? rights.perMinute().getAsInt() : null;
  }

  /** Lets it end at a time; null for never. */
  public void expireAt(Instant time) {
    expiresAt = time;
  }

  /** Ends it for good; a second time changes nothing. */
  public void revoke(Instant now) {
    if (revokedAt == null) {
      revokedAt = now;
    }
  }

  private static String joined(Stream<String> words) {
    return words.sorted().collect(joining(" "));
  }

  private static Stream<String> words(String joined) {
    return joined == null ? Stream.empty() : Stream.of(joined.split(" "));
  }
}
