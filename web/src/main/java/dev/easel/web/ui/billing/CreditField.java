package dev.easel.web.ui.billing;

import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureException;
import java.math.BigDecimal;

/** Amounts of credits as forms bring them. */
public final class CreditField {

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
  private static final int LONGEST = 20;

  private CreditField() {}

  /**
   * An amount of zero or more.
   *
   * @throws FailureException {@code INVALID_REQUEST} if it is none, too large, or too fine
   */
  public static Credits read(String text) {
    String given = text == null ? "" : text.strip();
    if (given.length() > LONGEST) {
      throw refused();
    }
    try {
      BigDecimal amount = decimal(given);
      if (amount.signum() < 0 || amount.compareTo(MOST) > 0) {
        throw refused();
      }
      return Credits.of(amount);
    } catch (ArithmeticException e) {
      throw refused();
    }
  }

  private static BigDecimal decimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw refused();
    }
  }

  private static FailureException refused() {
    return FailureException.invalid("credits", "must be 0 to 1000000000 with at most six decimals");
  }
}
