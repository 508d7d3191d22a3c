package dev.easel.service.workflow;

import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.generation.Order;
import dev.easel.domain.generation.Reference;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.workflow.Servability;
import dev.easel.domain.workflow.Workflow;
import dev.easel.domain.workflow.WorkflowRepository;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/** Workflows for those who use them: the catalogue and the pipeline. */
@Stateless
public class WorkflowReader {

  private static final Logger LOG = Logger.getLogger(WorkflowReader.class.getName());

  @Inject WorkflowRepository workflows;
  @Inject PlanCache plans;
  @Inject @Any Instance<Servability> found;

  List<Servability> fleet = List.of();

  @PostConstruct
  void index() {
    fleet = found.stream().toList();
  }

  /**
   * How to fill a workflow; also one that was disabled since an order was accepted for it.
   *
   * @param id the upstream id of a route
   */
  public Optional<Plan> plan(String id) {
    return workflows.find(id).map(plans::of);
  }

  /**
   * Which further images of an order come into what a way makes.
   *
   * @param adapter of the route
   * @param upstreamId of the route
   */
  public List<Reference> taken(String adapter, String upstreamId, List<Reference> given) {
    return given.isEmpty() || !adapter.equals(Plan.KIND)
        ? List.of()
        : plan(upstreamId).map(plan -> plan.taken(given)).orElse(List.of());
  }

  /**
   * Refuses when it is sent what a workflow could not make of it.
   *
   * @param routes that could serve it, preferred first
   * @throws FailureException {@code INVALID_REQUEST} with our parameter
   */
  public void judge(Order order, List<ModelRoute> routes) {
    String sampler = order.sampler().isBlank() ? order.scheduler() : order.sampler();
    if (!routes.isEmpty() && DirectOrders.KINDS.contains(routes.get(0).adapter())) {
      DirectOrders.judge(order.count(), sampler);
    }
    routes.stream()
        .limit(1)
        .filter(route -> route.adapter().equals(Plan.KIND))
        .flatMap(route -> plan(route.upstreamId()).stream())
        .forEach(plan -> Binder.judge(plan, order.count(), sampler));
  }

  /** A route for each enabled workflow that some node can serve, preferred ones first. */
  public List<ModelRoute> routes() {
    if (fleet.isEmpty()) {
      return List.of();
    }
    return workflows.all().stream()
        .filter(Workflow::enabled)
        .filter(this::usable)
        .map(WorkflowReader::route)
        .toList();
  }

  /** Whether any registered node has what a workflow needs; no without a fleet. */
  public boolean servable(Workflow workflow) {
    return fleet.stream()
        .anyMatch(nodes -> nodes.canServe(workflow.modelId(), plans.of(workflow).needs()));
  }

  /** What a later release cannot read any more is no route; all others stay. */
  private boolean usable(Workflow workflow) {
    try {
      return servable(workflow);
    } catch (FailureException e) {
      LOG.warning(() -> "Workflow " + workflow.id() + " is left out: " + e.getMessage());
      return false;
    }
  }

  private static ModelRoute route(Workflow workflow) {
    return ModelRoute.of(
        workflow.operation(),
        Plan.KIND + ":" + workflow.id(),
        workflow.modelId(),
        Plan.KIND,
        workflow.id(),
        workflow.preference());
  }
}
