package dev.easel.domain.shared;

import java.math.BigDecimal;

/**
 * An amount of money in micro-credits: one credit is 1,000,000 of them and costs USD 0.02. Whole
 * numbers only, so that nothing is ever rounded away.
 *
 * @param micros micro-credits, negative for a debit
 */
public record Credits(long micros) implements Comparable<Credits> {

  public static final Credits ZERO = new Credits(0);

  /** As many as a credit is divided into. */
  public static final int DECIMALS = 6;

  private static final long MICROS_PER_CREDIT = 1_000_000;

  /** One micro-dollar buys this many micro-credits, since a credit is USD 0.02. */
  private static final long CREDITS_PER_USD = 50;

  public static Credits of(long credits) {
    return new Credits(Math.multiplyExact(credits, MICROS_PER_CREDIT));
  }

  /**
   * @throws ArithmeticException if it has more than six decimals, or does not fit
   */
  public static Credits of(BigDecimal credits) {
    return new Credits(credits.movePointRight(DECIMALS).longValueExact());
  }

  /** Converts a price in micro-dollars (1,000,000 = USD 1). */
  public static Credits ofUsdMicros(long usdMicros) {
    return new Credits(Math.multiplyExact(usdMicros, CREDITS_PER_USD));
  }

  public Credits plus(Credits other) {
    return new Credits(Math.addExact(micros, other.micros));
  }

  public Credits minus(Credits other) {
    return new Credits(Math.subtractExact(micros, other.micros));
  }

  public Credits negated() {
    return new Credits(Math.negateExact(micros));
  }

  public Credits times(int count) {
    return new Credits(Math.multiplyExact(micros, count));
  }

  public boolean isZero() {
    return micros == 0;
  }

  public boolean isNegative() {
    return micros < 0;
  }

  /** As printed by the surfaces: {@code 2.5}, without trailing zeros. */
  public BigDecimal credits() {
    return plain(BigDecimal.valueOf(micros, 6));
  }

  /** Dollars as printed by the surfaces: {@code 0.05}, without trailing zeros. */
  public BigDecimal usd() {
    return plain(BigDecimal.valueOf(micros, 6).divide(BigDecimal.valueOf(CREDITS_PER_USD)));
  }

  @Override
  public int compareTo(Credits other) {
    return Long.compare(micros, other.micros);
  }

  private static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
