package dev.easel.domain.session;

import dev.easel.domain.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * A browser that is signed in, and the tenant it looks at. To delete it signs the browser out, on
 * every server at once. It ends twelve hours after it was last used, and after seven days whatever
 * it does.
 */
@Entity
@Table(name = "dashboard_session")
public class DashboardSession {

  /** How long it lives unused. */
  public static final Duration IDLE = Duration.ofHours(12);

  /** How long it lives at most. */
  public static final Duration LONGEST = Duration.ofDays(7);

  private static final Duration SEEN_EVERY = Duration.ofMinutes(5);

  @Id private String id;

  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "tenant_id")
  private String tenantId;

  private String address;
  private String agent;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_seen_at")
  private Instant lastSeenAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected DashboardSession() {} // for JPA

  /**
   * Begins one.
   *
   * @param tenantId the tenant to begin in
   */
  public DashboardSession(
      BrowserToken token, String userId, String tenantId, Device device, Instant now) {
    this.id = Ids.random("ses");
    this.tokenHash = token.hash();
    this.userId = userId;
    this.tenantId = tenantId;
    this.address = device.address();
    this.agent = device.agent();
    this.createdAt = now;
    seen(now);
  }

  private void seen(Instant now) {
    lastSeenAt = now;
    Instant idleEnd = now.plus(IDLE);
    Instant end = createdAt.plus(LONGEST);
    expiresAt = idleEnd.isBefore(end) ? idleEnd : end;
  }

  /** Notes a use, unless one was noted a few minutes ago. */
  public void use(Instant now) {
    if (!now.isBefore(lastSeenAt.plus(SEEN_EVERY))) {
      seen(now);
    }
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** Looks at another tenant from now on. */
  public void turnTo(String otherTenantId) {
    tenantId = otherTenantId;
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

  public Device device() {
    return new Device(address, agent);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant lastSeenAt() {
    return lastSeenAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }
}
