package dev.easel.domain.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.OptionalInt;

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

  /** Requests per minute this key may make, within the limits of its tenant. */
  public OptionalInt perMinute() {
    return perMinute == null ? OptionalInt.empty() : OptionalInt.of(perMinute);
  }

  public boolean usableAt(Instant now) {
    return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
  }

  public void usedAt(Instant now) {
    lastUsedAt = now;
  }
}
