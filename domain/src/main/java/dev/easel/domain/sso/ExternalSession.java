package dev.easel.domain.sso;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

/** What a session of the dashboard owes to a provider: who can end it, and what to show there. */
@Entity
@Table(name = "external_session")
public class ExternalSession {

  @Id
  @Column(name = "session_id")
  private String sessionId;

  private String provider;
  private String issuer;
  private String subject;
  private String sid;

  @Column(name = "id_token")
  private String idToken;

  protected ExternalSession() {} // for JPA

  /**
   * @param provider slug of the provider
   * @param sealedToken the ID token, sealed
   */
  public ExternalSession(
      String sessionId, String provider, ExternalSignIn signIn, String sealedToken) {
    this.sessionId = sessionId;
    this.provider = provider;
    this.issuer = signIn.identity().issuer();
    this.subject = signIn.identity().subject();
    this.sid = signIn.sid().orElse(null);
    this.idToken = sealedToken;
  }

  public String sessionId() {
    return sessionId;
  }

  /** Slug of the provider. */
  public String provider() {
    return provider;
  }

  public ExternalIdentity identity() {
    return new ExternalIdentity(issuer, subject);
  }

  public Optional<String> sid() {
    return Optional.ofNullable(sid);
  }

  /** The ID token as it was sealed. */
  public String idToken() {
    return idToken;
  }
}
