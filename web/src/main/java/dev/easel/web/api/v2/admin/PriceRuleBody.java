package dev.easel.web.api.v2.admin;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.catalog.PriceTerms;
import dev.easel.web.api.JsonInput;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one rule of a version of prices.
 *
 * @param uses what the model does
 */
record PriceRuleBody(Set<Capability> uses) {

  private static final Set<String> MEMBERS =
      Set.of(
          "operation",
          "max_pixels",
          "quality",
          "from_count",
          "usd",
          "included_steps",
          "usd_per_extra_step");
  private static final Set<String> QUALITIES = Set.of("low", "medium", "high", "xhigh", "max");
  private static final long MOST_PIXELS = 1_000_000_000;
  private static final int USD_DECIMALS = 6;

  Optional<PriceTerms> read(JsonInput rule) {
    rule.refuseStrangers(MEMBERS);
    String operation = operation(rule);
    Long maxPixels = number(rule, "max_pixels", 1, MOST_PIXELS);
    String quality = quality(rule);
    Long fromCount = number(rule, "from_count", 1, PriceTerms.MOST_COUNT);
    Long usd = micros(rule, "usd", PriceTerms.MOST_USD_MICROS);
    Long steps = number(rule, "included_steps", 0, Integer.MAX_VALUE);
    Long perStep = micros(rule, "usd_per_extra_step", PriceTerms.MOST_USD_MICROS_PER_STEP);
    if (!rule.has("usd")) {
      rule.violate("usd", "is required; 0 is free");
    }
    if (perStep != null && perStep > 0 && steps == null) {
      rule.violate("included_steps", "is required with usd_per_extra_step");
    }
    if (operation == null || usd == null || (perStep != null && perStep > 0 && steps == null)) {
      return Optional.empty();
    }
    return Optional.of(
        new PriceTerms(
            operation,
            maxPixels,
            quality,
            fromCount == null ? 1 : fromCount.intValue(),
            usd,
            steps == null ? null : steps.intValue(),
            perStep == null ? 0 : perStep));
  }

  private String operation(JsonInput rule) {
    String word = rule.text("operation");
    if (word == null || word.equals(PriceTerms.ANY_OPERATION)) {
      return PriceTerms.ANY_OPERATION;
    }
    Optional<Capability> found =
        uses.stream().filter(known -> known.wire().equals(word.replace('_', '-'))).findFirst();
    if (found.isEmpty()) {
      rule.violate("operation", "must be * or something the model does");
    }
    return found.map(Capability::name).orElse(null);
  }

  private static String quality(JsonInput rule) {
    String word = rule.text("quality");
    if (word == null) {
      return null;
    }
    String known = PriceTerms.quality(word);
    if (word.isBlank() || !QUALITIES.contains(known)) {
      rule.violate("quality", "must be one of: low, medium, high, xhigh, max");
      return null;
    }
    return known;
  }

  private static Long number(JsonInput rule, String name, long least, long most) {
    Long value = rule.longInteger(name);
    if (value != null && (value < least || value > most)) {
      rule.violate(name, "must be between " + least + " and " + most);
      return null;
    }
    return value;
  }

  private static Long micros(JsonInput rule, String name, long most) {
    BigDecimal usd = rule.decimal(name);
    if (usd == null) {
      return null;
    }
    BigDecimal micros = usd.movePointRight(USD_DECIMALS);
    boolean whole = micros.stripTrailingZeros().scale() <= 0;
    if (!whole || micros.signum() < 0 || micros.compareTo(BigDecimal.valueOf(most)) > 0) {
      rule.violate(
          name,
          "must be dollars from 0 to "
              + BigDecimal.valueOf(most, USD_DECIMALS).stripTrailingZeros().toPlainString()
              + " with at most six decimals");
      return null;
    }
    return micros.longValueExact();
  }
}
