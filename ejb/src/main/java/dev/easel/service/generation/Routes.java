package dev.easel.service.generation;

import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.generation.Generation;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.dispatch.NodeFleet;
import dev.easel.service.provider.Providers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.Optional;

/** The ways of the catalogue and of the nodes. */
@ApplicationScoped
class Routes implements Routing {

  @Inject CatalogService catalog;
  @Inject Providers providers;
  @Inject NodeFleet fleet;
  @Inject References references;

  @Override
  public Optional<ModelRoute> route(Generation generation) {
    return catalog.current().find(generation.modelId()).stream()
        .flatMap(entry -> entry.routes(generation.operation().capability()).stream())
        .filter(route -> providers.find(route.adapter()).isPresent())
        .findFirst();
  }

  @Override
  public Optional<ModelRoute> route(Generation generation, String nodeId) {
    if (generation.edit().references().isEmpty()) {
      return fleet.route(nodeId, generation.modelId(), generation.operation());
    }
    return fleet.routes(nodeId, generation.modelId(), generation.operation()).stream()
        .max(Comparator.comparingInt(route -> taken(generation, route)));
  }

  /** Of two ways the one that makes use of more of the caller's images; else the preferred one. */
  private int taken(Generation generation, ModelRoute route) {
    return references.taken(generation, route.adapter(), route.upstreamId()).size();
  }

  @Override
  public boolean isForNodes(Generation generation) {
    return fleet.isForNodes(generation.modelId(), generation.operation());
  }
}
