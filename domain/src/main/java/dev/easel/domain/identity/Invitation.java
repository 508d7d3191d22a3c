package dev.easel.domain.identity;

import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** That somebody is asked to join a tenant. Whoever has its link may, once and for a week. */
@Entity
@Table(name = "invitation")
public class Invitation {

  /** How long its link works. */
  public static final Duration LIFE = Duration.ofDays(7);

  @Id private String id;

  @Column(name = "tenant_id")
  private String tenantId;

  private String email;

  @Enumerated(EnumType.STRING)
  @Column(name = "member_role")
  private Role role;

  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "invited_by")
  private String invitedBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected Invitation() {} // for JPA

  /**
   * @param token what the link bears
   * @param email in lower case
   * @param invitedBy id of the user who asks
   */
  public Invitation(
      BrowserToken token, String tenantId, String email, Role role, String invitedBy, Instant now) {
    this.id = Ids.random("inv");
    this.tenantId = tenantId;
    this.email = email;
    this.role = role;
    this.tokenHash = token.hash();
    this.invitedBy = invitedBy;
    this.createdAt = now;
    this.expiresAt = now.plus(LIFE);
  }

  public String id() {
    return id;
  }

  public String tenantId() {
    return tenantId;
  }

  public String email() {
    return email;
  }

  public Role role() {
    return role;
  }

  public String invitedBy() {
    return invitedBy;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
