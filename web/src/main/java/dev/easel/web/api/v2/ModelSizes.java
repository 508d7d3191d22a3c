package dev.easel.web.api.v2;

import dev.easel.domain.catalog.Size;
import dev.easel.domain.identity.Caller;
import dev.easel.service.catalog.CatalogEntry;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.identity.IdentityService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The size of a model's images if a request gives but one edge. */
@ApplicationScoped
public class ModelSizes {

  @Inject CatalogService catalog;
  @Inject IdentityService identities;

  /**
   * The model's own size. What is wrong with the model itself is told by the service.
   *
   * @param model id or alias; null for the caller's default
   */
  Size usual(Caller caller, String model) {
    CatalogEntry entry =
        model == null
            ? catalog.defaultEntry(identities.user(caller).defaultModel())
            : catalog.current().get(model);
    return entry.model().defaultSize();
  }
}
