package dev.easel.service.generation;

import dev.easel.domain.audit.Action;
import dev.easel.domain.generation.FailureQuery;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationRepository;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.domain.shared.TimeKey;
import dev.easel.service.audit.AuditTrail;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** The transactions around what failed for reasons of the platform. */
@Stateless
public class FailureSteps {

  @Inject GenerationRepository generations;
  @Inject Acceptance acceptance;
  @Inject AuditTrail audit;

  public Page<Failure> list(FailureQuery query, int limit) {
    return Page.of(generations.failures(query, limit + 1), limit, FailureSteps::key)
        .map(failed -> new Failure(failed, generations.attemptsOf(failed.id())));
  }

  /**
   * @throws FailureException {@code NOT_FOUND}, or {@code CONFLICT} if it did not fail so
   */
  public Failure get(String id) {
    Generation found = generations.find(id).orElseThrow(() -> missing(id));
    return new Failure(judged(found), generations.attemptsOf(id));
  }

  /**
   * Makes the same order once more for its owner, who pays for it as for the first. The row of the
   * failure is locked meanwhile: whoever comes second finds what the first has ordered.
   *
   * @return false if it was ordered once more already
   */
  public boolean requeue(
      Caller operator, Caller owner, String id, OrderResolver.Resolved order, Origin origin) {
    Generation failed = judged(generations.lock(id).orElseThrow(() -> missing(id)));
    if (failed.requeuedAs().isPresent()) {
      return false;
    }
    Generation again = acceptance.accept(owner, order, origin, Idempotency.none());
    failed.requeuedAs(again.id());
    audit.note(operator, Action.FAILURE_REQUEUED, id, "as " + again.id());
    return true;
  }

  private static Generation judged(Generation found) {
    boolean ours =
        found.status() == GenerationStatus.FAILED
            && found.errorKind().filter(FailureQuery.OURS::contains).isPresent();
    if (!ours) {
      throw FailureException.of(
              FailureCode.CONFLICT, "Only what failed for reasons of the platform can be requeued")
          .with("status", found.status().wire());
    }
    return found;
  }

  private static String key(Generation failed) {
    return new TimeKey(failed.completedAt().orElseThrow(), failed.id()).text();
  }

  private static FailureException missing(String id) {
    return FailureException.notFound("generation", id);
  }
}
