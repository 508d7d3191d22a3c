package dev.easel.service.catalog;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.catalog.Demand;
import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.catalog.Price;
import dev.easel.domain.catalog.Tariff;
import dev.easel.domain.shared.Credits;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A model with everything needed to call it.
 *
 * @param routes usable routes, preferred first; empty if the operator configured none
 * @param tariff the prices that count now; empty if nobody set any
 */
public record CatalogEntry(ImageModel model, List<ModelRoute> routes, Tariff tariff) {

  /** Whether a request for it can be accepted now. */
  public boolean callable() {
    return !routes.isEmpty() && !tariff.isEmpty();
  }

  /** Usable routes for one use, preferred first. */
  public List<ModelRoute> routes(Capability use) {
    return routes.stream().filter(route -> route.serves(use)).toList();
  }

  /** Whether a request for one use can be accepted now. */
  public boolean callable(Capability use) {
    return !routes(use).isEmpty() && tariff.covers(use);
  }

  /** Why it cannot be called for one use, machine-readable; meaningless if it can. */
  public String unavailableReason(Capability use) {
    return routes(use).isEmpty() ? withoutRoute() : "no_price_rule";
  }

  private String withoutRoute() {
    return model.enabled() ? "provider_not_configured" : "model_switched_off";
  }

  /** The price printed beside the model: that of one usual image of its main use. */
  public Optional<Credits> listPrice() {
    return Arrays.stream(Capability.values())
        .filter(model::can)
        .sorted(Comparator.comparing(use -> !use.wire().equals(model.type())))
        .flatMap(use -> tariff.price(Demand.usual(model, use)).stream())
        .map(Price::unit)
        .findFirst();
  }

  /** Whether the painter stands in for it, on a demonstration server. */
  public boolean substituted() {
    return !routes.isEmpty() && routes.get(0).id().startsWith("demo:");
  }

  /** Why it cannot be called, machine-readable; empty if it can. */
  public Optional<String> unavailableReason() {
    if (routes.isEmpty()) {
      return Optional.of(withoutRoute());
    }
    return tariff.isEmpty() ? Optional.of("no_price_rule") : Optional.empty();
  }
}
