package dev.easel.service.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.easel.domain.catalog.CatalogRepository;
import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.catalog.ModelAlias;
import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.catalog.PriceRule;
import dev.easel.domain.catalog.Tariff;
import dev.easel.service.provider.JobProviders;
import dev.easel.service.provider.Providers;
import dev.easel.service.workflow.CheckpointRoutes;
import dev.easel.service.workflow.WorkflowReader;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the whole catalogue in one transaction. */
@Stateless
public class CatalogLoader {

  /** The built-in painter, which can stand in for everything on a demonstration server. */
  private static final String PAINTER = "sketch";

  /** The feature of models that are shown only while an operator has them routed. */
  private static final String TEST_ONLY = "test-only";

  @Inject CatalogRepository stored;
  @Inject Providers providers;
  @Inject JobProviders jobs;
  @Inject WorkflowReader workflows;
  @Inject CheckpointRoutes checkpoints;

  @Inject
  @ConfigProperty(name = "easel.catalog.demo-routes", defaultValue = "false")
  boolean demoRoutes;

  /**
   * @param now decides which prices count
   */
  public Catalog load(Instant now) {
    Map<String, List<ModelRoute>> routes = new HashMap<>();
    Stream.of(storedRoutes(), workflows.routes(), checkpoints.routes())
        .flatMap(List::stream)
        .filter(this::isSpoken)
        .forEach(r -> routes.computeIfAbsent(r.modelId(), m -> new ArrayList<>()).add(r));
    Map<String, List<PriceRule>> prices =
        stored.pricesAt(now).stream().collect(groupingBy(PriceRule::modelId));
    Map<String, CatalogEntry> entries = new LinkedHashMap<>();
    for (ImageModel model : stored.models()) {
      if (model.features().contains(TEST_ONLY) && !routes.containsKey(model.id())) {
        continue;
      }
      List<ModelRoute> usable =
          model.enabled() ? routes.getOrDefault(model.id(), standIn(model)) : List.of();
      Tariff tariff = new Tariff(prices.getOrDefault(model.id(), List.of()));
      entries.put(model.id(), new CatalogEntry(model, List.copyOf(usable), tariff));
    }
    return new Catalog(
        entries, stored.aliases().stream().collect(toMap(ModelAlias::alias, ModelAlias::modelId)));
  }

  private List<ModelRoute> storedRoutes() {
    return stored.routes().stream().filter(ModelRoute::enabled).toList();
  }

  private boolean isSpoken(ModelRoute route) {
    return providers.find(route.adapter()).isPresent() || jobs.speaks(route.adapter());
  }

  /** Only when the operator asked for it: an unconfigured model is painted, and says so. */
  private List<ModelRoute> standIn(ImageModel model) {
    return demoRoutes
        ? List.of(new ModelRoute("demo:" + model.id(), model.id(), PAINTER, "easel/sketch", 999))
        : List.of();
  }
}
