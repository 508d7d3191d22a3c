package dev.easel.domain.generation;

import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Generations, their attempts and their idempotency records. */
public interface GenerationRepository {

  void add(Generation generation);

  void add(Attempt attempt);

  /**
   * Takes the key, at once.
   *
   * @throws FailureException {@code IDEMPOTENCY_IN_PROGRESS} if another transaction has taken it
   */
  void add(IdempotencyRecord idempotencyRecord);

  /** Whatever a client wrote for an id: what cannot be one is not found. */
  Optional<Generation> find(String id);

  /** Those of these that are there, in no order. */
  List<Generation> all(Collection<String> ids);

  /** Finds and keeps everybody else from changing it until the transaction ends. */
  Optional<Generation> lock(String id);

  /** Those among the ids that have ended, with their status. */
  Map<String, GenerationStatus> endedAmong(Collection<String> ids);

  Optional<Attempt> findAttempt(String generationId, int number);

  List<Attempt> attemptsOf(String generationId);

  Optional<IdempotencyRecord> findIdempotencyRecord(String tenantId, String key);

  /** Deletes the record of this key if it was made by then; the key is free again. */
  void forgetIdempotency(String tenantId, String key, Instant then);

  /** The newest generation of this key and request hash accepted since then. */
  Optional<Generation> findByRequestHash(String keyId, String requestHash, Instant since);

  /**
   * @throws FailureException {@code INVALID_REQUEST} if the cursor is none of this tenant's
   */
  Page<Generation> list(String tenantId, GenerationQuery query);

  /** How many the query matches without its cursor and limit, counted up to {@code cap}. */
  long count(String tenantId, GenerationQuery query, long cap);

  /** Images of all the tenant's generations that were not cancelled. */
  long imagesOrdered(String tenantId);

  /** Images delivered to the tenant by generations that completed since then. */
  long imagesDelivered(String tenantId, Instant since);

  /** The tenant's generations that started from this image, oldest first. */
  List<Generation> madeFrom(String tenantId, String imageId, int most);

  /** What failed for reasons of the platform and was not ordered once more, the latest first. */
  List<Generation> failures(FailureQuery query, int limit);

  /** What the last few thousand took that were completed since then. */
  List<RenderTime> renderTimes(Instant since);

  /** Deletes idempotency records older than that and returns how many. */
  int forgetIdempotencyBefore(Instant then);

  /**
   * What one completed generation took.
   *
   * @param pixels of all its images together
   * @param waiting seconds until its last attempt began
   * @param rendering seconds from then on
   */
  record RenderTime(
      String modelId, Operation operation, long pixels, double waiting, double rendering) {}
}
