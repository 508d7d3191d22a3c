package dev.easel.domain.generation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * Remembers which generation an idempotency key led to. Written in the transaction that accepts the
 * generation, so that neither exists without the other.
 */
@Entity
@Table(name = "idempotency_record")
public class IdempotencyRecord {

  @Id private String id;

  @Column(name = "body_hash")
  private String bodyHash;

  @Column(name = "generation_id")
  private String generationId;

  @Column(name = "created_at")
  private Instant createdAt;

  protected IdempotencyRecord() {} // for JPA

  public IdempotencyRecord(
      String tenantId, String key, String bodyHash, String generationId, Instant createdAt) {
    this.id = idOf(tenantId, key);
    this.bodyHash = bodyHash;
    this.generationId = generationId;
    this.createdAt = createdAt;
  }

  public static String idOf(String tenantId, String key) {
    return tenantId + ":" + key;
  }

  public String bodyHash() {
    return bodyHash;
  }

  public String generationId() {
    return generationId;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
