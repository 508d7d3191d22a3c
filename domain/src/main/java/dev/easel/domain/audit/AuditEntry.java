package dev.easel.domain.audit;

import dev.easel.domain.shared.Ids;
import dev.easel.domain.shared.StoredText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** One change. Never changed itself. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

  private static final int LONGEST_TARGET = 120;
  private static final int LONGEST_DETAIL = 1000;

  @Id private String id;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "key_id")
  private String keyId;

  private String actor;
  private String action;
  private String target;
  private String detail;
  private String address;

  @Column(name = "created_at")
  private Instant createdAt;

  protected AuditEntry() {} // for JPA

  /**
   * Notes a change.
   *
   * @param target id of what was changed; empty if it was the actor alone
   * @param detail what is worth knowing of it, in words; never a secret
   */
  public AuditEntry(Actor actor, Action action, String target, String detail, Instant now) {
    this.id = Ids.random("aud");
    this.tenantId = actor.tenantId().orElse(null);
    this.userId = actor.userId().orElse(null);
    this.keyId = actor.keyId().orElse(null);
    this.actor = actor.name();
    this.action = action.wire();
    this.target = StoredText.fitting(target, LONGEST_TARGET);
    this.detail = StoredText.fitting(detail, LONGEST_DETAIL);
    this.address = actor.address();
    this.createdAt = now;
  }

  public String id() {
    return id;
  }

  /** Empty for what concerns the server. */
  public Optional<String> tenantId() {
    return Optional.ofNullable(tenantId);
  }

  public Optional<String> userId() {
    return Optional.ofNullable(userId);
  }

  /** The key it was done with; empty for the dashboard. */
  public Optional<String> keyId() {
    return Optional.ofNullable(keyId);
  }

  /** Who it was, as they were called then. */
  public String actor() {
    return actor;
  }

  public String action() {
    return action;
  }

  public String target() {
    return target;
  }

  public String detail() {
    return detail;
  }

  /** The network address it came from. */
  public String address() {
    return address;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
