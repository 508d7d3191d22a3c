package dev.easel.service.pricing;

import dev.easel.domain.catalog.PriceList;
import dev.easel.domain.catalog.PriceRule;
import java.util.List;

/**
 * One version of a model's prices.
 *
 * @param state what it is now
 */
public record PublishedPrices(PriceList list, List<PriceRule> rules, State state) {

  /** Whether a version counts. */
  public enum State {
    /** Counts from a later time on. */
    SCHEDULED,
    ACTIVE,
    /** A newer one counts, or will have counted before this one could. */
    SUPERSEDED
  }
}
