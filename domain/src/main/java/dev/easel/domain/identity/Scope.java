package dev.easel.domain.identity;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A permission a credential may carry. Source: seed 001 "OAuth 2.0"; {@link #KEYS_MANAGE}, {@link
 * #BILLING_READ} and {@link #ADMIN} are ours.
 */
public enum Scope {
  IMAGES_GENERATE("images:generate"),
  IMAGES_PROCESS("images:process"),
  /** Read own generations and images. */
  GALLERY_READ("gallery:read"),
  /** Delete own images, file them in galleries. */
  GALLERY_WRITE("gallery:write"),
  WEBHOOKS_MANAGE("webhooks:manage"),
  INTEGRATIONS_MANAGE("integrations:manage"),
  USAGE_READ("usage:read"),
  PROFILE_READ("profile:read"),
  /** Create, rotate and revoke keys, set budgets. */
  KEYS_MANAGE("keys:manage"),
  /** Read the ledger and the statements. */
  BILLING_READ("billing:read"),
  /** Run the server; of use only to users who are administrators. */
  ADMIN("admin");

  private final String wire;

  Scope(String wire) {
    this.wire = wire;
  }

  /** {@code images:generate}. */
  public String wire() {
    return wire;
  }

  /**
   * What programs of others may be given (seed 001 "OAuth 2.0"): a token that lives for minutes
   * must not make keys that live for years, nor run the server.
   */
  public static Set<Scope> delegable() {
    return EnumSet.range(IMAGES_GENERATE, PROFILE_READ);
  }

  /** As OAuth writes a list of them (RFC 6749, 3.3). */
  public static String joined(Collection<Scope> scopes) {
    return scopes.stream().map(Scope::wire).collect(joining(" "));
  }

  public static Optional<Scope> parse(String text) {
    return Arrays.stream(values()).filter(scope -> scope.wire.equals(text)).findFirst();
  }
}
