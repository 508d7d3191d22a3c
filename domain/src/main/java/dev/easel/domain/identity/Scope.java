package dev.easel.domain.identity;

import java.util.Arrays;
import java.util.Optional;

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

  public static Optional<Scope> parse(String text) {
    return Arrays.stream(values()).filter(scope -> scope.wire.equals(text)).findFirst();
  }
}
