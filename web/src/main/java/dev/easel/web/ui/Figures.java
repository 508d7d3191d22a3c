package dev.easel.web.ui;

import dev.easel.domain.shared.Credits;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;

/** Numbers as pages show them; templates have it as {@code ${figures}}. */
public class Figures {

  private static final long MEBIBYTE = 1024 * 1024;
  private static final long MEBIBYTES_PER_GIBIBYTE = 1024;

  /** {@code 1,234.5}: to a hundredth of a credit, which is more than one wants to read. */
  public String credits(Credits amount) {
    return format("#,##0.##;\u2212#,##0.##").format(amount.credits());
  }

  /** The same with a sign, for what moved: {@code +5}. */
  public String signed(Credits amount) {
    return format("+#,##0.######;\u2212#,##0.######").format(amount.credits());
  }

  /** Dollars to the cent: {@code $1,234.50}. */
  public String usd(Credits amount) {
    return format("$#,##0.00;\u2212$#,##0.00").format(amount.usd());
  }

  /** {@code 1,234}. */
  public String count(long number) {
    return format("#,##0").format(number);
  }

  /** A limit, or a sign for none. */
  public String limit(OptionalInt limit) {
    return limit.isEmpty() ? "\u221e" : count(limit.getAsInt());
  }

  /** Mebibytes up to one gibibyte: {@code 512 MiB}, {@code 1.5 GiB}. */
  public String mebibytes(long number) {
    return number < MEBIBYTES_PER_GIBIBYTE
        ? count(number) + " MiB"
        : format("#,##0.#").format((double) number / MEBIBYTES_PER_GIBIBYTE) + " GiB";
  }

  /** Bytes, in whole mebibytes or parts of gibibytes. */
  public String bytes(long number) {
    return mebibytes((number + MEBIBYTE - 1) / MEBIBYTE);
  }

  /** {@code 85 ms}, {@code 4.2 s}, {@code 2 min 5 s}. */
  public String time(Duration length) {
    if (length.compareTo(Duration.ofSeconds(1)) < 0) {
      return length.toMillis() + " ms";
    }
    return length.compareTo(Duration.ofMinutes(1)) < 0
        ? format("0.#").format(length.toMillis() / 1000.0) + " s"
        : length.toMinutes() + " min " + length.toSecondsPart() + " s";
  }

  private static DecimalFormat format(String pattern) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format;
  }
}
