package dev.easel.service.catalog;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The catalogue at one moment; immutable. */
public final class Catalog {

  private final Map<String, CatalogEntry> entries;
  private final Map<String, String> aliases;

  Catalog(Map<String, CatalogEntry> entries, Map<String, String> aliases) {
    this.entries = entries;
    this.aliases = aliases;
  }

  /** All models in order of their ids. */
  public Collection<CatalogEntry> entries() {
    return entries.values();
  }

  /** Finds by public id or alias. */
  public Optional<CatalogEntry> find(String id) {
    CatalogEntry direct = entries.get(id);
    return Optional.ofNullable(direct == null ? entries.get(aliases.getOrDefault(id, id)) : direct);
  }

  /**
   * Finds by public id or alias.
   *
   * @throws FailureException {@code MODEL_NOT_FOUND}
   */
  public CatalogEntry get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                FailureException.of(
                        FailureCode.MODEL_NOT_FOUND, "The model '" + id + "' does not exist")
                    .onField("model", "does not exist")
                    .with("reason", "model_not_found"));
  }
}
