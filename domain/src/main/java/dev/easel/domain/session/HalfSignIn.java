package dev.easel.domain.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A browser whose password was right and whose code is awaited, for ten minutes. */
@Entity
@Table(name = "half_sign_in")
public class HalfSignIn {

  /** How long the code is awaited. */
  public static final Duration LIFE = Duration.ofMinutes(10);

  @Id
  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected HalfSignIn() {} // for JPA

  public HalfSignIn(BrowserToken token, String userId, Instant now) {
    this.tokenHash = token.hash();
    this.userId = userId;
    this.expiresAt = now.plus(LIFE);
  }

  public String tokenHash() {
    return tokenHash;
  }

  public String userId() {
    return userId;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
