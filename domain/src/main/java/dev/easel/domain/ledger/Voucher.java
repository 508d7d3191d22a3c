package dev.easel.domain.ledger;

/**
 * What stands behind an entry that somebody books by hand.
 *
 * @param key makes it happen once, unique among all entries
 * @param reason in words, for the tenant to read
 * @param actor id of the user who books it
 */
public record Voucher(String key, String reason, String actor) {

  /** Longest reason that is stored, in characters. */
  public static final int LONGEST_REASON = 200;

  public Voucher {
    if (reason.isBlank() || reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
      throw new IllegalArgumentException("A reason has 1 to " + LONGEST_REASON + " characters");
    }
  }

  /** The same for a part that must happen once by itself. */
  public Voucher withKey(String newKey) {
    return new Voucher(newKey, reason, actor);
  }
}
