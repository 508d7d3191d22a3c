package dev.easel.domain.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** An organisation: owner of keys, images and money; the wall nothing passes. */
@Entity
@Table(name = "tenant")
public class Tenant {

  @Id private String id;

  private String name;

  @Column(name = "plan_id")
  private String planId;

  @Column(name = "vip_granted")
  private boolean vipGranted;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "suspended_at")
  private Instant suspendedAt;

  protected Tenant() {} // for JPA

  public Tenant(String id, String name, String planId, Instant createdAt) {
    this.id = id;
    this.name = name;
    this.planId = planId;
    this.createdAt = createdAt;
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String planId() {
    return planId;
  }

  public void rename(String newName) {
    name = newName;
  }

  /** Counts for limits within seconds; what it grants is the subscription's matter. */
  public void subscribeTo(String newPlanId) {
    planId = newPlanId;
  }

  public void grantVip(boolean granted) {
    vipGranted = granted;
  }

  /** VIP by an administrator's grant, whatever the plan says. */
  public boolean vipGranted() {
    return vipGranted;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /**
   * Lets nobody in any more, by key or by page, until it is resumed; on every server in seconds.
   */
  public void suspend(Instant now) {
    suspendedAt = suspendedAt == null ? now : suspendedAt;
  }

  public void resume() {
    suspendedAt = null;
  }

  /** Since when nobody is let in; empty if everybody is. */
  public Optional<Instant> suspendedAt() {
    return Optional.ofNullable(suspendedAt);
  }

  public boolean suspended() {
    return suspendedAt != null;
  }
}
