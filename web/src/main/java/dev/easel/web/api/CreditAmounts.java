package dev.easel.web.api;

import dev.easel.domain.shared.Credits;
import java.math.BigDecimal;

/** Amounts of credits as requests give them. */
public final class CreditAmounts {

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

  private CreditAmounts() {}

  /** An amount with six decimals at most; null if absent, or wrong and noted as that. */
  public static Credits read(JsonInput body, String name) {
    BigDecimal amount = body.decimal(name);
    if (amount == null) {
      return null;
    }
    if (amount.stripTrailingZeros().scale() > Credits.DECIMALS
        || amount.abs().compareTo(MOST) > 0) {
      body.violate(name, "must be at most 1000000000 and have at most six decimals");
      return null;
    }
    return Credits.of(amount);
  }
}
