package dev.easel.domain.sso;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** An identity provider that operators entered. Its secret is sealed before it comes here. */
@Entity
@Table(name = "identity_provider")
public class IdentityProvider {

  @Id private String slug;

  private String name;
  private String issuer;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "client_secret")
  private String clientSecret;

  /** With blanks between. */
  private String domains;

  private boolean enabled;
  @Version private long version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected IdentityProvider() {} // for JPA

  /**
   * @param sealedSecret of the client
   */
  public IdentityProvider(String slug, ProviderEntry entry, String sealedSecret, Instant now) {
    this.slug = slug;
    this.createdAt = now;
    this.clientSecret = sealedSecret;
    amend(entry, now);
  }

  /** Says that somebody else changed it since it was read. */
  public static FailureException stale() {
    return FailureException.of(FailureCode.CONFLICT, "The provider was changed by somebody else")
        .with("reason", "stale_version");
  }

  /** Replaces all but the secret. */
  public final void amend(ProviderEntry entry, Instant now) {
    name = entry.name();
    issuer = entry.issuer().toString();
    clientId = entry.clientId();
    domains = String.join(" ", entry.domains());
    enabled = entry.enabled();
    updatedAt = now;
  }

  /** Replaces the secret of the client. */
  public void reseal(String sealedSecret) {
    clientSecret = sealedSecret;
  }

  public ProviderEntry entry() {
    return new ProviderEntry(name, URI.create(issuer), clientId, domains(), enabled);
  }

  /**
   * As it is used.
   *
   * @param secret of the client, opened
   */
  public ProviderTerms terms(String secret) {
    return new ProviderTerms(slug, name, URI.create(issuer), clientId, secret);
  }

  private List<String> domains() {
    return Stream.of(domains.split(" ")).filter(domain -> !domain.isEmpty()).toList();
  }

  public String slug() {
    return slug;
  }

  /** As it was sealed. */
  public String clientSecret() {
    return clientSecret;
  }

  public boolean enabled() {
    return enabled;
  }

  public long version() {
    return version;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
