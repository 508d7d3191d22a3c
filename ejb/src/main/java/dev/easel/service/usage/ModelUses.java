package dev.easel.service.usage;

import dev.easel.domain.catalog.CatalogRepository;
import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.catalog.Lifecycle;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.usage.ModelUse;
import dev.easel.domain.usage.TrafficRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who still asks for a model: those to be told before it dies. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ModelUses {

  /** How far back one looks. */
  public static final Duration PERIOD = Duration.ofDays(30);

  private static final int MOST = 200;

  @Inject TrafficRepository traffic;
  @Inject CatalogRepository catalog;
  @Inject Clock clock;

  /**
   * Keys of all tenants that asked for a model in the last {@link #PERIOD}, the busiest first.
   *
   * @throws FailureException {@code FORBIDDEN} if the caller does not run the server
   */
  public List<ModelUse> of(Caller caller, String modelId) {
    mustRunServer(caller);
    return since(Set.of(modelId));
  }

  /**
   * The same of every model whose end is announced or past.
   *
   * @throws FailureException {@code FORBIDDEN} if the caller does not run the server
   */
  public List<EndingUse> ofEnding(Caller caller) {
    mustRunServer(caller);
    Map<String, ImageModel> ending =
        catalog.models().stream()
            .filter(model -> model.lifecycle() != Lifecycle.ACTIVE)
            .collect(Collectors.toMap(ImageModel::id, Function.identity()));
    return since(ending.keySet()).stream()
        .map(use -> new EndingUse(ending.get(use.modelId()), use))
        .toList();
  }

  private List<ModelUse> since(Set<String> modelIds) {
    return traffic.uses(modelIds, clock.instant().minus(PERIOD), MOST);
  }

  private static void mustRunServer(Caller caller) {
    if (!caller.runsServer()) {
      throw FailureException.of(
          FailureCode.FORBIDDEN, "Keys of all are for administrators of the server");
    }
  }
}
