package dev.easel.domain.sso;

import dev.easel.domain.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That somebody known to a provider is a user here. A user may be known to several. */
@Entity
@Table(name = "identity_link")
public class IdentityLink {

  @Id private String id;
  private String issuer;
  private String subject;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  protected IdentityLink() {} // for JPA

  public IdentityLink(ExternalIdentity identity, String userId, Instant now) {
    this.id = Ids.random("link");
    this.issuer = identity.issuer();
    this.subject = identity.subject();
    this.userId = userId;
    this.createdAt = now;
    this.lastUsedAt = now;
  }

  /** Notes a sign-in. */
  public void use(Instant now) {
    lastUsedAt = now;
  }

  public String id() {
    return id;
  }

  public ExternalIdentity identity() {
    return new ExternalIdentity(issuer, subject);
  }

  public String userId() {
    return userId;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant lastUsedAt() {
    return lastUsedAt;
  }
}
