package dev.easel.service.generation;

import dev.easel.domain.generation.GenerationQueue;
import dev.easel.domain.generation.Order;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.budget.Budgets;
import dev.easel.service.dispatch.NodeFleet;
import dev.easel.service.dispatch.NodeLine;
import dev.easel.service.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Says beforehand what a request costs. It goes the same way as one that is accepted, up to the
 * accepting transaction; so it is refused for the same reasons and has the same price. It writes
 * nothing.
 */
@ApplicationScoped
public class Quoting {

  private static final int COUNTED = 1_000;

  @Inject OrderResolver resolver;
  @Inject GenerationQueue queue;
  @Inject NodeFleet fleet;
  @Inject NodeLine nodes;
  @Inject Expectations expectations;
  @Inject Ledger ledger;
  @Inject Budgets budgets;

  /**
   * @throws FailureException if the request is not valid, not allowed or cannot be served; what the
   *     caller cannot pay is quoted
   */
  public Quote quote(Caller caller, GenerationRequest request) {
    OrderResolver.Resolved resolved = resolver.resolve(caller, request);
    Order order = resolved.order();
    int ahead =
        fleet.isForNodes(order.modelId(), order.operation())
            ? nodes.length(caller.tenantId(), COUNTED)
            : queue.due(COUNTED);
    return new Quote(
        order,
        resolved.price(),
        resolved.entry().routes(order.operation().capability()).get(0),
        ledger.available(caller.tenantId()),
        budgets.tightest(caller),
        ahead + 1,
        expectations.of(caller.tenantId(), order, ahead));
  }
}
