package dev.easel.web.ui.models;

import dev.easel.domain.catalog.ImageModel;
import dev.easel.service.catalog.CatalogEntry;
import java.util.List;
import java.util.Optional;

/**
 * A model in the list.
 *
 * @param entry as the catalogue has it; empty if it is shown to nobody now
 */
public record ModelRow(ImageModel model, Optional<CatalogEntry> entry) {

  /** All that {@link #state} may say. */
  static final List<String> STATES = List.of("ready", "no-route", "no-price", "off");

  /** Why it cannot be called, a word of the texts; {@code ready} if it can. */
  public String state() {
    if (!model.enabled()) {
      return "off";
    }
    if (entry.isEmpty() || entry.get().routes().isEmpty()) {
      return "no-route";
    }
    return entry.get().callable() ? "ready" : "no-price";
  }

  /** Whether the painter stands in for it. */
  public boolean substituted() {
    return model.enabled() && entry.filter(CatalogEntry::substituted).isPresent();
  }
}
