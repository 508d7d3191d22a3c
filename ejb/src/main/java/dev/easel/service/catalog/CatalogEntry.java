package dev.easel.service.catalog;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.catalog.PriceRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model with everything needed to call it.
 *
 * @param routes usable routes, preferred first; empty if the operator configured none
 * @param prices newest rule per operation; key {@code *} stands for all others
 */
public record CatalogEntry(
    ImageModel model, List<ModelRoute> routes, Map<String, PriceRule> prices) {

  /** Whether a request for it can be accepted now. */
  public boolean callable() {
    return !routes.isEmpty() && !prices.isEmpty();
  }

  public Optional<PriceRule> price(Capability operation) {
    PriceRule own = prices.get(operation.name());
    return Optional.ofNullable(own == null ? prices.get("*") : own);
  }

  /** The price printed beside the model: that of its main use. */
  public Optional<PriceRule> listPrice() {
    return prices.containsKey("*")
        ? Optional.of(prices.get("*"))
        : prices.values().stream().findFirst();
  }

  /** Whether the painter stands in for it, on a demonstration server. */
  public boolean substituted() {
    return !routes.isEmpty() && routes.get(0).id().startsWith("demo:");
  }

  /** Why it cannot be called, machine-readable; empty if it can. */
  public Optional<String> unavailableReason() {
    if (routes.isEmpty()) {
      return Optional.of("provider_not_configured");
    }
    return prices.isEmpty() ? Optional.of("no_price_rule") : Optional.empty();
  }
}
