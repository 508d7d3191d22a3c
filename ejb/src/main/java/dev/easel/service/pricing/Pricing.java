package dev.easel.service.pricing;

import dev.easel.domain.catalog.Demand;
import dev.easel.domain.catalog.Price;
import dev.easel.domain.generation.Order;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.catalog.CatalogEntry;

/** The one place that says what an order costs: for the quote, the hold and so the receipt. */
public final class Pricing {

  private Pricing() {}

  /**
   * @throws FailureException {@code MODEL_NOT_CONFIGURED} if no rule covers it: what has no price
   *     is not free, it cannot be had
   */
  public static Price price(CatalogEntry entry, Order order) {
    Demand demand =
        new Demand(
            order.operation().capability(),
            order.size(),
            order.quality(),
            order.steps(),
            order.count());
    return entry.tariff().price(demand).orElseThrow(() -> unpriced(demand, order.modelId()));
  }

  private static FailureException unpriced(Demand demand, String modelId) {
    return FailureException.of(
            FailureCode.MODEL_NOT_CONFIGURED,
            "The model '%s' has no price on this server for %s of %s%s"
                .formatted(
                    modelId,
                    demand.operation().wire(),
                    demand.size(),
                    demand.quality().isEmpty() ? "" : " in quality " + demand.quality()))
        .onField("model", "has no price for this size and quality")
        .with("reason", "no_price_rule");
  }
}
