package dev.easel.domain.identity;

import dev.easel.domain.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * That a user belongs to a tenant. Its id stands where an API key's stands otherwise, for what is
 * done in the dashboard: one for each pair of user and tenant.
 */
@Entity
@Table(name = "membership")
public class Membership {

  @Id private String id;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "tenant_id")
  private String tenantId;

  @Enumerated(EnumType.STRING)
  @Column(name = "member_role")
  private Role role;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Membership() {} // for JPA

  public Membership(String userId, String tenantId, Role role, Instant createdAt) {
    this.id = Ids.random("mem");
    this.userId = userId;
    this.tenantId = tenantId;
    this.role = role;
    this.createdAt = createdAt;
  }

  public String id() {
    return id;
  }

  public String userId() {
    return userId;
  }

  public String tenantId() {
    return tenantId;
  }

  public Role role() {
    return role;
  }

  public void become(Role newRole) {
    role = newRole;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
