package dev.easel.domain.identity;

import dev.easel.domain.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

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

  /** Slug of the identity provider whose groups give it; null if somebody here gave it. */
  private String provider;

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

  /** One that a provider's groups give, and may take again. */
  public static Membership keptBy(
      String provider, String userId, String tenantId, Role role, Instant now) {
    Membership made = new Membership(userId, tenantId, role, now);
    made.provider = provider;
    return made;
  }

  /** Slug of the identity provider whose groups give it; empty if somebody here gave it. */
  public Optional<String> keeper() {
    return Optional.ofNullable(provider);
  }

  public void become(Role newRole) {
    role = newRole;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
