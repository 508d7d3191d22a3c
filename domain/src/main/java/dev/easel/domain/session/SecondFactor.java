package dev.easel.domain.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * The authenticator of a user. It counts once the user has shown a code of it; until then nobody is
 * asked for one.
 */
@Entity
@Table(name = "second_factor")
public class SecondFactor {

  @Id
  @Column(name = "user_id")
  private String userId;

  private String secret;

  @Column(name = "last_step")
  private long lastStep;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  protected SecondFactor() {} // for JPA

  /**
   * @param sealed the secret shared with the authenticator, sealed
   */
  public SecondFactor(String userId, String sealed, Instant now) {
    this.userId = userId;
    this.secret = sealed;
    this.createdAt = now;
  }

  public String userId() {
    return userId;
  }

  /** As it was sealed. */
  public String secret() {
    return secret;
  }

  /** The last time step whose code was accepted; a code of it or before is not accepted again. */
  public long lastStep() {
    return lastStep;
  }

  /** From now on codes are asked for. */
  public void confirm(Instant now) {
    confirmedAt = now;
  }

  /** Since when codes are asked for; empty if they are not yet. */
  public Optional<Instant> confirmedAt() {
    return Optional.ofNullable(confirmedAt);
  }

  public boolean isOn() {
    return confirmedAt != null;
  }
}
