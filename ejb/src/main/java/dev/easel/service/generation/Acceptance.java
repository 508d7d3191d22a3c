package dev.easel.service.generation;

import dev.easel.domain.catalog.Price;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationRepository;
import dev.easel.domain.generation.IdempotencyRecord;
import dev.easel.domain.generation.Order;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.dispatch.NodeFleet;
import dev.easel.service.dispatch.NodeLine;
import dev.easel.service.ledger.Ledger;
import dev.easel.service.limit.DayQuota;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The accepting transaction: row, money, queue and idempotency record commit together, so that an
 * acknowledged generation cannot be lost and an unpaid one cannot run.
 */
@Stateless
public class Acceptance {

  static final Duration KEY_LIFE = Duration.ofHours(24);

  /** SDKs retry within seconds; after this a same body is a new wish. */
  private static final Duration RETRY_LIFE = Duration.ofMinutes(15);

  @Inject GenerationRepository generations;
  @Inject Slots slots;
  @Inject NodeFleet fleet;
  @Inject NodeLine line;
  @Inject DayQuota quota;
  @Inject Ledger ledger;
  @Inject Clock clock;

  /** Accepts, and remembers the idempotency key if there is one. */
  public Generation accept(
      Caller caller, OrderResolver.Resolved resolved, Origin origin, Idempotency idempotency) {
    Order order = resolved.order();
    Price price = resolved.price();
    Instant now = clock.instant();
    if (idempotency.key() != null) {
      // What expired but was not swept yet would collide with the new record.
      generations.forgetIdempotency(caller.tenantId(), idempotency.key(), now.minus(KEY_LIFE));
    }
    Generation generation = new Generation(caller, order, origin, price, now);
    generations.add(generation);
    queue(generation);
    if (idempotency.key() != null) {
      generations.add(
          new IdempotencyRecord(
              caller.tenantId(), idempotency.key(), idempotency.bodyHash(), generation.id(), now));
    }
    // Last, because they lock the day's count and the wallet until the commit.
    quota.use(caller, 1);
    ledger.hold(caller, generation.id(), price.total()).ifPresent(generation::paidBy);
    return generation;
  }

  private void queue(Generation accepted) {
    if (fleet.isForNodes(accepted.modelId(), accepted.operation())) {
      line.enter(accepted, Optional.empty());
    } else {
      slots.admit(accepted);
    }
  }

  /**
   * The generation this request led to before.
   *
   * @throws FailureException {@code IDEMPOTENCY_MISMATCH} if the key was used with another body
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Generation> known(Caller caller, Idempotency idempotency) {
    if (idempotency.key() != null) {
      return generations
          .findIdempotencyRecord(caller.tenantId(), idempotency.key())
          .filter(found -> found.createdAt().isAfter(clock.instant().minus(KEY_LIFE)))
          .flatMap(found -> sameBody(found, idempotency));
    }
    return idempotency.isRetry() ? joinable(caller, idempotency.bodyHash()) : Optional.empty();
  }

  private Optional<Generation> sameBody(IdempotencyRecord found, Idempotency idempotency) {
    if (!found.bodyHash().equals(idempotency.bodyHash())) {
      throw FailureException.of(
              FailureCode.IDEMPOTENCY_MISMATCH,
              "This idempotency key was used before with another request")
          .with("reason", "idempotency_key_reused");
    }
    return generations.find(found.generationId());
  }

  /** A failed one is not joined: the client retries because it failed. */
  private Optional<Generation> joinable(Caller caller, String bodyHash) {
    return generations
        .findByRequestHash(caller.keyId(), bodyHash, clock.instant().minus(RETRY_LIFE))
        .filter(found -> found.errorKind().isEmpty());
  }
}
