package dev.easel.service.generation;

import dev.easel.domain.asset.ImageId;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationQuery;
import dev.easel.domain.generation.GenerationQueue;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.asset.ImageFiles;
import dev.easel.service.budget.Budgets;
import dev.easel.service.limit.DayQuota;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Use cases upon generations, as the surfaces call them. Wraps the transactions of {@link
 * Acceptance} and {@link GenerationSteps} and tells the engine and the listeners after they
 * committed.
 */
@ApplicationScoped
public class GenerationService {

  @Inject OrderResolver resolver;
  @Inject Acceptance acceptance;
  @Inject GenerationSteps steps;
  @Inject GenerationReader reader;
  @Inject GenerationEvents events;
  @Inject RunningRenders running;
  @Inject ImageFiles files;
  @Inject GenerationQueue queue;
  @Inject SlotGates gates;
  @Inject NextInLine line;
  @Inject DayQuota quota;
  @Inject Budgets budgets;

  /**
   * Accepts a request durably and pays for it with a hold.
   *
   * @throws FailureException if it is not valid, not allowed, not payable or cannot be served
   */
  public Submission submit(
      Caller caller, GenerationRequest request, Origin origin, Idempotency idempotency) {
    Optional<Generation> known = acceptance.known(caller, idempotency);
    if (known.isPresent()) {
      return new Submission(known.get(), true);
    }
    OrderResolver.Resolved resolved = resolver.resolve(caller, request);
    return accept(caller, resolved, origin, idempotency);
  }

  /** Makes the same order again, from a generation that failed or was cancelled. */
  public Submission retry(Caller caller, String id, Origin origin, Idempotency idempotency) {
    Generation failed = reader.get(caller, id).generation();
    Optional<Generation> known = acceptance.known(caller, idempotency);
    if (known.isPresent()) {
      return new Submission(known.get(), true);
    }
    if (!failed.status().isFinal() || failed.delivered() > 0) {
      throw FailureException.of(
              FailureCode.CONFLICT, "Only a failed or cancelled generation can be retried")
          .with("status", failed.status().wire());
    }
    return accept(caller, resolver.again(caller, failed.order()), origin, idempotency);
  }

  /**
   * Cancels: at once if it waits, as soon as it can be stopped if it runs. Cancelling what is
   * cancelled is fine.
   */
  public GenerationDetails cancel(Caller caller, String id) {
    cancelled(id, steps.cancel(caller, id));
    return reader.get(caller, id);
  }

  /**
   * Cancels whoever's it is, as an operator does; what is not charged yet is not charged.
   *
   * @return its status now
   */
  public GenerationStatus cancelFor(Caller operator, String id) {
    GenerationSteps.Cancellation done = steps.cancelFor(operator, id);
    cancelled(id, done);
    return done.status();
  }

  private void cancelled(String id, GenerationSteps.Cancellation done) {
    running.cancel(id);
    queue.hasten(id);
    if (done.becameFinal()) {
      events.publish(GenerationEvent.ended(id, done.status()));
      line.call(done.tenantId());
    }
  }

  /** The state a submission left behind, for whoever does not wait. */
  public GenerationDetails get(Caller caller, Submission submission) {
    return submission.replayed()
        ? reader.get(caller, submission.generation().id())
        : reader.fresh(submission.generation());
  }

  public GenerationDetails get(Caller caller, String id) {
    return reader.get(caller, id);
  }

  /** The generation a file of {@code /api/v1} belongs to. */
  public GenerationDetails get(Caller caller, ImageId image) {
    GenerationDetails found = reader.get(caller, image.generationId());
    if (image.index() >= found.generation().count()) {
      throw FailureException.notFound("image", image);
    }
    return found;
  }

  public Page<GenerationDetails> list(Caller caller, GenerationQuery query) {
    return reader.list(caller, query);
  }

  /** How many match, counted up to {@code cap}. */
  public long count(Caller caller, GenerationQuery query, long cap) {
    return reader.count(caller, query, cap);
  }

  /** Images ordered by the tenant and not cancelled or deleted, whether they are ready or not. */
  public long countImages(Caller caller) {
    return reader.countImages(caller);
  }

  /** Takes one image from sight and removes its files. */
  public void deleteImage(Caller caller, String imageId) {
    deleteImage(caller.tenantId(), imageId);
  }

  /** The same, for a chore that acts for nobody. */
  public void deleteImage(String tenantId, String imageId) {
    files.remove(steps.deleteImage(tenantId, imageId));
  }

  private Submission accept(
      Caller caller, OrderResolver.Resolved resolved, Origin origin, Idempotency idempotency) {
    quota.prepare(caller);
    budgets.prepare(caller);
    gates.prepare(caller.tenantId());
    Generation accepted;
    try {
      accepted = acceptance.accept(caller, resolved, origin, idempotency);
    } catch (FailureException e) {
      return new Submission(winner(caller, idempotency, e), true);
    }
    quota.used(caller, 1);
    queue.wake();
    line.call(caller.tenantId());
    return new Submission(accepted, false);
  }

  /** Another request with the same key may have been accepted while this one was under way. */
  private Generation winner(Caller caller, Idempotency idempotency, FailureException refusal) {
    if (refusal.code() != FailureCode.IDEMPOTENCY_IN_PROGRESS) {
      throw refusal;
    }
    return acceptance.known(caller, idempotency).orElseThrow(() -> refusal);
  }
}
