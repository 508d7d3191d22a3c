package dev.easel.domain.oauth;

import static java.util.stream.Collectors.toSet;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A program registered with the identity provider, under its own id as client id. The row is there
 * before the client is, and after it is gone: no client is without an owner. The secret is the
 * provider's; it is never here.
 */
@Entity
@Table(name = "oauth_app")
public class OAuthApp {

  private static final String KIND = "app";

  @Id private String id;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "user_id")
  private String userId;

  private String issuer;
  private String name;

  @Enumerated(EnumType.STRING)
  @Column(name = "app_kind")
  private AppKind kind;

  @Column(name = "redirect_uris")
  private String redirectUris;

  private String scopes;

  @Column(name = "service_account")
  private boolean serviceAccount;

  /** Who the program is to the provider when it acts for itself. */
  @Column(name = "service_subject")
  private String serviceSubject;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "registered_at")
  private Instant registeredAt;

  @Column(name = "rotated_at")
  private Instant rotatedAt;

  protected OAuthApp() {} // for JPA

  /**
   * One that is about to be registered.
   *
   * @param issuer of the tokens it will get
   */
  public OAuthApp(String tenantId, String userId, String issuer, AppTerms terms, Instant now) {
    this.id = Ids.random(KIND);
    this.tenantId = tenantId;
    this.userId = userId;
    this.issuer = issuer;
    this.name = terms.name();
    this.kind = terms.kind();
    this.redirectUris = String.join("\n", terms.redirectUris());
    this.scopes = Scope.joined(terms.scopes().stream().sorted().toList());
    this.serviceAccount = terms.serviceAccount();
    this.createdAt = now;
  }

  /** Whether a client id has the form of ours. */
  public static boolean isId(String clientId) {
    return clientId.matches(KIND + "_[0-9a-f]{24}");
  }

  /**
   * Notes that the provider knows it.
   *
   * @param subject of its own tokens; empty if it has no service account
   */
  public void register(Optional<String> subject, Instant now) {
    serviceSubject = subject.orElse(null);
    registeredAt = now;
  }

  /** Notes that its secret was replaced. */
  public void rotate(Instant now) {
    rotatedAt = now;
  }

  /** Also the client id. */
  public String id() {
    return id;
  }

  public String tenantId() {
    return tenantId;
  }

  /** Who registered it, and whom it stands for when it acts for itself. */
  public String userId() {
    return userId;
  }

  public String issuer() {
    return issuer;
  }

  public AppTerms terms() {
    List<String> redirects = Stream.of(redirectUris.split("\n")).filter(s -> !s.isEmpty()).toList();
    Set<Scope> given =
        Stream.of(scopes.split(" ")).flatMap(word -> Scope.parse(word).stream()).collect(toSet());
    return new AppTerms(name, kind, redirects, given, serviceAccount);
  }

  /** Who the program is to the provider when it acts for itself; empty if it never does. */
  public Optional<String> serviceSubject() {
    return Optional.ofNullable(serviceSubject);
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Empty while the provider may not know it: then it can only be removed. */
  public Optional<Instant> registeredAt() {
    return Optional.ofNullable(registeredAt);
  }

  public Optional<Instant> rotatedAt() {
    return Optional.ofNullable(rotatedAt);
  }
}
