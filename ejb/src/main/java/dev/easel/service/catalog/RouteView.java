package dev.easel.service.catalog;

import dev.easel.domain.catalog.ModelRoute;
import java.util.Locale;
import java.util.Optional;

/**
 * A way to have a model made, as administrators see it.
 *
 * @param hindrance why it cannot be taken; empty if it can
 */
public record RouteView(ModelRoute route, Optional<Hindrance> hindrance) {

  /** What stands in the way. */
  public enum Hindrance {
    /** The route is switched off. */
    SWITCHED_OFF,
    /** Nothing here speaks to its provider. */
    NOT_CONFIGURED;

    /** {@code not_configured}. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
