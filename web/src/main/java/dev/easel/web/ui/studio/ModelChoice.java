package dev.easel.web.ui.studio;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.shared.Credits;
import dev.easel.service.catalog.Catalog;
import dev.easel.service.catalog.CatalogEntry;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A model one can choose.
 *
 * @param credits list price of an image; empty if it depends
 * @param can what it does of what the studio asks for, words with spaces between
 */
public record ModelChoice(String id, String name, Optional<BigDecimal> credits, String can) {

  private static final List<Capability> USES =
      List.of(Capability.TEXT_TO_IMAGE, Capability.IMAGE_TO_IMAGE, Capability.INPAINTING);

  /** All that do anything of it, by name. */
  static List<ModelChoice> of(Catalog catalog) {
    return catalog.entries().stream()
        .filter(entry -> uses(entry).findAny().isPresent())
        .map(ModelChoice::of)
        .sorted(Comparator.comparing(ModelChoice::name))
        .toList();
  }

  private static ModelChoice of(CatalogEntry entry) {
    Optional<BigDecimal> credits = entry.listPrice().map(Credits::credits);
    String can = uses(entry).map(Capability::wire).collect(Collectors.joining(" "));
    return new ModelChoice(entry.model().id(), entry.model().name(), credits, can);
  }

  private static Stream<Capability> uses(CatalogEntry entry) {
    return USES.stream().filter(use -> entry.model().can(use) && entry.callable(use));
  }
}
