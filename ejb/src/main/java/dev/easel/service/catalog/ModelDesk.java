package dev.easel.service.catalog;

import dev.easel.domain.audit.Action;
import dev.easel.domain.catalog.CatalogRepository;
import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.catalog.ModelLife;
import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.audit.AuditTrail;
import dev.easel.service.provider.JobProviders;
import dev.easel.service.provider.Providers;
import dev.easel.service.workflow.CheckpointRoutes;
import dev.easel.service.workflow.WorkflowReader;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Models by the hand of an administrator. A change counts on this server once {@link
 * CatalogService#refresh} is told of it, on others within five seconds.
 */
@Stateless
public class ModelDesk {

  @Inject CatalogRepository stored;
  @Inject Providers providers;
  @Inject JobProviders jobs;
  @Inject WorkflowReader workflows;
  @Inject CheckpointRoutes checkpoints;
  @Inject AuditTrail audit;

  /** All models, by id, also those that are switched off. */
  public List<ImageModel> list() {
    return stored.models();
  }

  /**
   * @throws FailureException {@code NOT_FOUND} if there is no such model
   */
  public ImageModel get(String id) {
    return stored.find(id).orElseThrow(() -> missing(id));
  }

  /** Every way to have a model made, preferred first, with what stands in its way. */
  public List<RouteView> routes(String modelId) {
    return Stream.of(stored.routes(), workflows.routes(), checkpoints.routes())
        .flatMap(List::stream)
        .filter(route -> route.modelId().equals(modelId))
        .sorted(Comparator.comparing(ModelRoute::preference).thenComparing(ModelRoute::id))
        .map(route -> new RouteView(route, hindrance(route)))
        .toList();
  }

  /**
   * Changes how long a model lives and whether it is served.
   *
   * @param change makes what shall be of what is
   * @throws FailureException {@code NOT_FOUND} if there is no such model, {@code INVALID_REQUEST}
   *     if the successor is none
   */
  public ImageModel change(Caller caller, String id, UnaryOperator<ModelLife> change) {
    ImageModel model = stored.lock(id).orElseThrow(() -> missing(id));
    ModelLife wish = change.apply(model.life());
    if (wish.equals(model.life())) {
      return model;
    }
    wish.successorId().ifPresent(successor -> mustSucceed(successor, id));
    model.live(wish);
    audit.note(caller, Action.MODEL_CHANGED, id, words(wish));
    return model;
  }

  private void mustSucceed(String successor, String id) {
    if (successor.equals(id) || stored.find(successor).isEmpty()) {
      throw FailureException.invalid("successor", "must be the id of another model");
    }
  }

  private Optional<RouteView.Hindrance> hindrance(ModelRoute route) {
    if (!route.enabled()) {
      return Optional.of(RouteView.Hindrance.SWITCHED_OFF);
    }
    boolean spoken = providers.find(route.adapter()).isPresent() || jobs.speaks(route.adapter());
    return spoken ? Optional.empty() : Optional.of(RouteView.Hindrance.NOT_CONFIGURED);
  }

  private static String words(ModelLife life) {
    return life.lifecycle().name().toLowerCase(Locale.ROOT)
        + life.sunsetOn().map(day -> " until " + day).orElse("")
        + life.successorId().map(successor -> ", then " + successor).orElse("")
        + (life.enabled() ? "" : ", off");
  }

  private static FailureException missing(String id) {
    return FailureException.notFound("model", id);
  }
}
