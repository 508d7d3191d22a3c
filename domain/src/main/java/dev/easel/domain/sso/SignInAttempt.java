package dev.easel.domain.sso;

import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.shared.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A browser on its way to a provider and back, for ten minutes. It is used once, and only by the
 * browser that began it: nobody can be signed in with an answer that somebody else began.
 */
@Entity
@Table(name = "sign_in_attempt")
public class SignInAttempt {

  /** How long the provider has. */
  public static final Duration LIFE = Duration.ofMinutes(10);

  /** Characters of the address to go to afterwards; a longer one is forgotten. */
  public static final int LONGEST_NEXT = 1000;

  @Id
  @Column(name = "state_hash")
  private String stateHash;

  @Column(name = "browser_hash")
  private String browserHash;

  private String provider;
  private String state;
  private String nonce;
  private String verifier;

  @Column(name = "next_page")
  private String next;

  @Column(name = "link_user_id")
  private String linkUserId;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected SignInAttempt() {} // for JPA

  /**
   * Begins one.
   *
   * @param provider slug of the provider
   * @param next the page to go to afterwards
   * @param linkTo id of the user who wants the identity linked; empty to sign in
   */
  public SignInAttempt(
      Departure departure,
      BrowserToken browser,
      String provider,
      Optional<String> next,
      Optional<String> linkTo,
      Instant now) {
    this.stateHash = Sha256.hex(departure.state());
    this.browserHash = browser.hash();
    this.provider = provider;
    this.state = departure.state();
    this.nonce = departure.nonce();
    this.verifier = departure.verifier();
    this.next = next.filter(page -> page.length() <= LONGEST_NEXT).orElse(null);
    this.linkUserId = linkTo.orElse(null);
    this.expiresAt = now.plus(LIFE);
  }

  /** Whether this browser began it, at this provider, not too long ago. */
  public boolean isOf(BrowserToken browser, String slug, Instant now) {
    return browserHash.equals(browser.hash()) && provider.equals(slug) && now.isBefore(expiresAt);
  }

  public String stateHash() {
    return stateHash;
  }

  public String state() {
    return state;
  }

  public String nonce() {
    return nonce;
  }

  public String verifier() {
    return verifier;
  }

  /** The page to go to afterwards. */
  public Optional<String> next() {
    return Optional.ofNullable(next);
  }

  /** The user who wants the identity linked; empty to sign in. */
  public Optional<String> linkTo() {
    return Optional.ofNullable(linkUserId);
  }

  public Instant expiresAt() {
    return expiresAt;
  }
}
