package dev.easel.service.generation;

import dev.easel.domain.generation.FailureQuery;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationQueue;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.budget.Budgets;
import dev.easel.service.identity.IdentityService;
import dev.easel.service.limit.DayQuota;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What operators do about generations that failed for reasons of the platform. */
@ApplicationScoped
public class FailureDesk {

  @Inject FailureSteps steps;
  @Inject OrderResolver resolver;
  @Inject IdentityService identities;
  @Inject GenerationQueue queue;
  @Inject SlotGates gates;
  @Inject NextInLine line;
  @Inject DayQuota quota;
  @Inject Budgets budgets;

  /** The latest first; what was ordered once more is not among them. */
  public Page<Failure> list(FailureQuery query, int limit) {
    return steps.list(query, limit);
  }

  /**
   * Orders it once more for its owner, as the owner could: judged and priced as things are now, and
   * paid by the owner, to whom the failure cost nothing. However often it is called, there is one
   * new order.
   *
   * @throws FailureException {@code NOT_FOUND}; {@code CONFLICT} if it did not fail for reasons of
   *     the platform or its owner is no more; whatever the owner would be refused for
   */
  public Requeued requeue(Caller operator, String id) {
    Generation failed = steps.get(id).generation();
    boolean first = failed.requeuedAs().isEmpty() && order(operator, failed);
    return new Requeued(id, steps.get(id).generation().requeuedAs().orElseThrow(), first);
  }

  private boolean order(Caller operator, Generation failed) {
    Caller owner =
        identities
            .owner(failed.tenantId(), failed.userId(), failed.keyId())
            .orElseThrow(
                () ->
                    FailureException.of(
                        FailureCode.CONFLICT, "Its organisation is suspended or no more"));
    OrderResolver.Resolved order = resolver.again(owner, failed.order());
    quota.prepare(owner);
    budgets.prepare(owner);
    gates.prepare(owner.tenantId());
    boolean ordered = steps.requeue(operator, owner, failed.id(), order, origin(failed));
    if (ordered) {
      quota.used(owner, 1);
      queue.wake();
      line.call(owner.tenantId());
    }
    return ordered;
  }

  private static Origin origin(Generation failed) {
    return new Origin(
        failed.surface(),
        failed.requestId(),
        null,
        failed.metadata().orElse(null),
        failed.requested().orElse(null),
        failed.webhookUrl().orElse(null),
        failed.endUser().orElse(null));
  }

  /**
   * What became of a failure.
   *
   * @param as the order in its place
   * @param changed false if that was there already
   */
  public record Requeued(String id, String as, boolean changed) {}
}
