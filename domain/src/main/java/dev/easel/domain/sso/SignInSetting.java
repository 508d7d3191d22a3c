package dev.easel.domain.sso;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What operators decided on signing in to this server. There is one at most. */
@Entity
@Table(name = "sign_in_setting")
public class SignInSetting {

  /** The id of the one there is. */
  public static final String ID = "server";

  @Id private String id;

  @Enumerated(EnumType.STRING)
  @Column(name = "local_mode")
  private LocalMode mode;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected SignInSetting() {} // for JPA

  public SignInSetting(LocalMode mode, Instant now) {
    this.id = ID;
    this.mode = mode;
    this.updatedAt = now;
  }

  public LocalMode mode() {
    return mode;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
