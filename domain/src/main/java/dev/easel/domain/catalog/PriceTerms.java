package dev.easel.domain.catalog;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;

/**
 * What a rule applies to and what it asks.
 *
 * @param operation name of a {@link Capability}, or {@link #ANY_OPERATION}
 * @param maxPixels the largest image it applies to, width times height; null for any
 * @param quality as {@link #quality(String)} has it; null for any
 * @param fromCount images an order must have at least; above 1 for a volume price
 * @param usdMicros for one image, in millionths of a dollar; 0 is free
 * @param includedSteps steps that are paid with that; null if steps do not matter
 * @param usdMicrosPerExtraStep for each further step of each image
 */
public record PriceTerms(
    String operation,
    Long maxPixels,
    String quality,
    int fromCount,
    long usdMicros,
    Integer includedSteps,
    long usdMicrosPerExtraStep) {

  /** For every operation that has no rule of its own. */
  public static final String ANY_OPERATION = "*";

  /** With these limits no order a model takes can cost more than fits. */
  public static final long MOST_USD_MICROS = 10_000_000_000L;

  public static final long MOST_USD_MICROS_PER_STEP = 100_000_000L;
  public static final int MOST_COUNT = 10_000;

  /** The words of all surfaces for one and the same quality. */
  private static final Map<String, String> SYNONYMS =
      Map.of(
          "",
          "medium",
          "auto",
          "medium",
          "standard",
          "medium",
          "hd",
          "high",
          "full_hd",
          "high",
          "sd",
          "low");

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public PriceTerms {
    requireNonNull(operation, "operation");
    require(maxPixels == null || maxPixels > 0, "maxPixels");
    require(fromCount >= 1 && fromCount <= MOST_COUNT, "fromCount");
    require(usdMicros >= 0 && usdMicros <= MOST_USD_MICROS, "usdMicros");
    require(includedSteps == null || includedSteps >= 0, "includedSteps");
    require(
        usdMicrosPerExtraStep >= 0 && usdMicrosPerExtraStep <= MOST_USD_MICROS_PER_STEP,
        "usdMicrosPerExtraStep");
    require(includedSteps != null || usdMicrosPerExtraStep == 0, "includedSteps");
  }

  /** One price for an operation, whatever the image. */
  public static PriceTerms flat(String operation, long usdMicros) {
    return new PriceTerms(operation, null, null, 1, usdMicros, null, 0);
  }

  /** The word prices know for a caller's word; without one it is the usual, {@code medium}. */
  public static String quality(String word) {
    String given = word == null ? "" : word.toLowerCase(Locale.ROOT);
    return SYNONYMS.getOrDefault(given, given);
  }

  private static void require(boolean fine, String what) {
    if (!fine) {
      throw new IllegalArgumentException(what + " is out of range");
    }
  }
}
