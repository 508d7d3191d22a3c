package dev.easel.domain.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an entry does to a wallet. */
public enum EntryKind {
  /** Credits given: by a plan, or at the first start. */
  GRANT,
  /** Credits somebody paid for. */
  TOP_UP,
  /** Credits reserved for a generation; they stay in the wallet but cannot be spent. */
  HOLD,
  /** The price of what was delivered; it ends the hold. */
  CAPTURE,
  /** Nothing was delivered; it ends the hold. */
  RELEASE,
  /** Credits given back of a capture. */
  REFUND,
  /** Put right by an administrator, either way. */
  ADJUSTMENT;

  /** {@code top_up}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<EntryKind> parse(String text) {
    return Arrays.stream(values()).filter(kind -> kind.wire().equals(text)).findFirst();
  }

  /** Whether it changes what the wallet owns, rather than what of it can be spent. */
  public boolean movesBalance() {
    return this != HOLD && this != RELEASE;
  }
}
