package dev.easel.domain.budget;

import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A cap on what a tenant, or a key with those that replace it, spends in a month (UTC). */
@Entity
@Table(name = "budget")
public class Budget {

  /** Whose spending is capped. */
  public enum Scope {
    TENANT,
    /** A family of keys: one key and those that replaced it. */
    KEY;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The one budget this subject can have at a time. */
    private String subject(String id) {
      return name() + ":" + id;
    }
  }

  @Id private String id;

  @Column(name = "tenant_id")
  private String tenantId;

  @Enumerated(EnumType.STRING)
  private Scope scope;

  @Column(name = "subject_id")
  private String subjectId;

  @Column(name = "monthly_cap")
  private long monthlyCap;

  @Column(name = "active_subject")
  private String activeSubject;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "removed_at")
  private Instant removedAt;

  protected Budget() {} // for JPA

  private Budget(String tenantId, Scope scope, String subjectId, Credits cap, Instant now) {
    this.id = Ids.random("bud");
    this.tenantId = tenantId;
    this.scope = scope;
    this.subjectId = subjectId;
    this.monthlyCap = cap.micros();
    this.activeSubject = scope.subject(subjectId);
    this.createdAt = now;
  }

  public static Budget ofTenant(String tenantId, Credits cap, Instant now) {
    return new Budget(tenantId, Scope.TENANT, tenantId, cap, now);
  }

  /**
   * @param family id of the first of the keys that replaced each other
   */
  public static Budget ofKey(String tenantId, String family, Credits cap, Instant now) {
    return new Budget(tenantId, Scope.KEY, family, cap, now);
  }

  public String id() {
    return id;
  }

  public String tenantId() {
    return tenantId;
  }

  public Scope scope() {
    return scope;
  }

  /** Id of the tenant, or of the first key of the family. */
  public String subjectId() {
    return subjectId;
  }

  /** What may be spent and held together in a month. */
  public Credits monthlyCap() {
    return new Credits(monthlyCap);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> removedAt() {
    return Optional.ofNullable(removedAt);
  }

  public boolean isActive() {
    return removedAt == null;
  }

  /** Below what is spent already, nothing more is accepted. */
  public void capAt(Credits cap) {
    monthlyCap = cap.micros();
  }

  /** Caps nothing any more; what was counted is settled as ever. */
  public void remove(Instant now) {
    removedAt = now;
    activeSubject = null;
  }

  /** Whether it caps what a key of this tenant and family spends. */
  public boolean caps(String tenant, String keyFamily) {
    return isActive()
        && tenantId.equals(tenant)
        && (scope == Scope.TENANT || subjectId.equals(keyFamily));
  }
}
