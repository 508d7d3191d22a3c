package dev.easel.service.dispatch;

import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.node.Health;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.workflow.WorkflowNeeds;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.memory.Remembered;
import dev.easel.service.node.Fleet;
import dev.easel.service.node.FleetNode;
import dev.easel.service.node.NodeReports;
import dev.easel.service.node.Prospect;
import dev.easel.service.provider.JobProviders;
import dev.easel.service.workflow.DirectOrders;
import dev.easel.service.workflow.Plan;
import dev.easel.service.workflow.WorkflowReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The registry's nodes with the catalogue's routes and their workflows. */
@ApplicationScoped
public class FleetView implements NodeFleet {

  private static final Duration MEMORY = Duration.ofSeconds(5);

  @Inject Fleet fleet;
  @Inject NodeReports reports;
  @Inject CatalogService catalog;
  @Inject WorkflowReader workflows;
  @Inject JobProviders providers;
  @Inject Clock clock;

  private final Remembered<String, Optional<WorkflowNeeds>> needs =
      new Remembered<>(() -> clock.millis(), MEMORY);

  @Override
  public List<Place> places() {
    return fleet.nodes().stream()
        .filter(FleetNode::takesWork)
        .map(node -> new Place(node.id(), node.maxInFlight(), node.loaded()))
        .toList();
  }

  @Override
  public Optional<NodeTarget> target(String nodeId) {
    return fleet.find(nodeId).map(FleetNode::target);
  }

  @Override
  public boolean isDown(String nodeId) {
    return fleet.find(nodeId).filter(node -> node.health() == Health.DOWN).isPresent();
  }

  @Override
  public List<ModelRoute> routes(String nodeId, String modelId, Operation operation) {
    return served(nodeId, modelId, operation).toList();
  }

  @Override
  public Optional<ModelRoute> route(String nodeId, String modelId, Operation operation) {
    return served(nodeId, modelId, operation).findFirst(); // judges no more ways than it has to
  }

  private Stream<ModelRoute> served(String nodeId, String modelId, Operation operation) {
    return fleet.find(nodeId).stream()
        .flatMap(node -> routes(modelId, operation).filter(route -> serves(node, route)));
  }

  @Override
  public boolean isForNodes(String modelId, Operation operation) {
    // The preferred way decides: a generation does not stand in two queues.
    return catalog.current().find(modelId).stream()
        .flatMap(entry -> entry.routes(operation.capability()).stream())
        .findFirst()
        .filter(route -> providers.speaks(route.adapter()))
        .isPresent();
  }

  @Override
  public Optional<String> obstacle(String modelId, Operation operation) {
    List<WorkflowNeeds> any =
        routes(modelId, operation).flatMap(route -> needs(route).stream()).toList();
    Prospect prospect = fleet.prospect(modelId, any);
    return prospect == Prospect.NOW ? Optional.empty() : Optional.of(prospect.wire());
  }

  @Override
  public void rendered(String nodeId, String modelId) {
    reports.rendered(nodeId, modelId);
  }

  @Override
  public void faulted(String nodeId, String modelId, JobFault fault) {
    reports.faulted(nodeId, modelId, fault);
  }

  @Override
  public void lost(String nodeId, String reason) {
    reports.silent(nodeId, reason);
  }

  private Stream<ModelRoute> routes(String modelId, Operation operation) {
    return catalog.current().find(modelId).stream()
        .flatMap(entry -> entry.routes(operation.capability()).stream())
        .filter(route -> providers.speaks(route.adapter()));
  }

  private boolean serves(FleetNode node, ModelRoute route) {
    return needs(route)
        .filter(needed -> node.serves(route.modelId(), needed, clock.instant()))
        .isPresent();
  }

  private Optional<WorkflowNeeds> needs(ModelRoute route) {
    if (DirectOrders.KINDS.contains(route.adapter())) {
      return Optional.of(DirectOrders.needs(route));
    }
    return needs.get(route.upstreamId(), () -> workflows.plan(route.upstreamId()).map(Plan::needs));
  }
}
