package dev.easel.web.api.openai;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.catalog.Catalog;
import dev.easel.service.catalog.CatalogEntry;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Brings {@code provider} and {@code model} together: {@code openai} and {@code dall-e-3} mean
 * {@code openai/dall-e-3}. Source: seed 002 "provider".
 */
final class ModelChoice {

  private final Catalog catalog;
  private final Capability wanted;

  ModelChoice(Catalog catalog, Capability wanted) {
    this.catalog = catalog;
    this.wanted = wanted;
  }

  /**
   * @return the id to ask the catalogue for; null for the default model
   */
  String of(String provider, String model) {
    if (provider == null) {
      return model;
    }
    String owner = provider.toLowerCase(Locale.ROOT);
    checkKnown(provider, owner);
    if (model == null) {
      return first(provider, owner);
    }
    String qualified = owner + "/" + model;
    if (catalog.find(qualified).isPresent()) {
      return qualified;
    }
    Optional<CatalogEntry> elsewhere = catalog.find(model);
    if (elsewhere.isPresent() && !offers(elsewhere.get(), owner)) {
      throw FailureException.invalid(
          "provider", "'%s' does not offer the model '%s'".formatted(provider, model));
    }
    return elsewhere.isPresent() ? model : qualified;
  }

  private void checkKnown(String provider, String owner) {
    TreeSet<String> known = new TreeSet<>();
    for (CatalogEntry entry : catalog.entries()) {
      known.add(entry.model().owner());
      prefix(entry).ifPresent(known::add);
    }
    if (!known.contains(owner)) {
      throw FailureException.invalid(
          "provider",
          "'%s' is not known; must be one of: %s".formatted(provider, String.join(", ", known)));
    }
  }

  private String first(String provider, String owner) {
    return catalog.entries().stream()
        .filter(entry -> offers(entry, owner) && entry.callable())
        .filter(entry -> entry.model().can(wanted))
        .findFirst()
        .map(entry -> entry.model().id())
        .orElseThrow(
            () ->
                FailureException.of(
                    FailureCode.MODEL_NOT_CONFIGURED,
                    "No model of the provider '%s' is configured here".formatted(provider)));
  }

  private static boolean offers(CatalogEntry entry, String provider) {
    return entry.model().owner().equals(provider) || prefix(entry).equals(Optional.of(provider));
  }

  private static Optional<String> prefix(CatalogEntry entry) {
    int slash = entry.model().id().indexOf('/');
    return slash < 0 ? Optional.empty() : Optional.of(entry.model().id().substring(0, slash));
  }
}
