package dev.easel.fake;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import dev.easel.domain.generation.Attempt;
import dev.easel.domain.generation.FailureQuery;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationQuery;
import dev.easel.domain.generation.GenerationRepository;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.generation.IdempotencyRecord;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import jakarta.persistence.EntityExistsException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Generations without a database. */
public final class InMemoryGenerations implements GenerationRepository {

  private static final Comparator<Generation> NEWEST_FIRST =
      comparing(Generation::createdAt).thenComparing(Generation::id).reversed();

  private final InMemoryDatabase database;

  /** What {@link #renderTimes} answers, for tests of whoever asks. */
  public final List<RenderTime> measured = new ArrayList<>();

  public InMemoryGenerations(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(Generation generation) {
    database.add(generation);
  }

  @Override
  public void add(Attempt attempt) {
    database.add(attempt);
  }

  @Override
  public void add(IdempotencyRecord idempotencyRecord) {
    try {
      database.add(idempotencyRecord);
    } catch (EntityExistsException e) {
      throw FailureException.of(FailureCode.IDEMPOTENCY_IN_PROGRESS, "The key is taken");
    }
  }

  @Override
  public Optional<Generation> find(String id) {
    return database.find(Generation.class, id);
  }

  @Override
  public List<Generation> all(Collection<String> ids) {
    return ids.stream().distinct().flatMap(id -> find(id).stream()).toList();
  }

  @Override
  public List<Generation> madeFrom(String tenantId, String imageId, int most) {
    return database
        .all(Generation.class)
        .filter(g -> g.tenantId().equals(tenantId))
        .filter(g -> g.initImageId().filter(imageId::equals).isPresent())
        .limit(most)
        .toList();
  }

  @Override
  public Optional<Generation> lock(String id) {
    return find(id);
  }

  @Override
  public Map<String, GenerationStatus> endedAmong(Collection<String> ids) {
    return ids.stream()
        .flatMap(id -> find(id).stream())
        .filter(generation -> generation.status().isFinal())
        .collect(toMap(Generation::id, Generation::status));
  }

  @Override
  public Optional<Attempt> findAttempt(String generationId, int number) {
    return database.find(Attempt.class, Attempt.idOf(generationId, number));
  }

  @Override
  public List<Attempt> attemptsOf(String generationId) {
    return database
        .all(Attempt.class)
        .filter(a -> Stored.get(a, "generationId").equals(generationId))
        .toList();
  }

  @Override
  public Optional<IdempotencyRecord> findIdempotencyRecord(String tenantId, String key) {
    return database.find(IdempotencyRecord.class, IdempotencyRecord.idOf(tenantId, key));
  }

  @Override
  public void forgetIdempotency(String tenantId, String key, Instant then) {
    findIdempotencyRecord(tenantId, key)
        .filter(found -> !found.createdAt().isAfter(then))
        .ifPresent(database::remove);
  }

  @Override
  public Optional<Generation> findByRequestHash(String keyId, String requestHash, Instant since) {
    return database
        .all(Generation.class)
        .filter(g -> g.keyId().equals(keyId))
        .filter(g -> requestHash.equals(Stored.get(g, "requestHash")))
        .filter(g -> !g.createdAt().isBefore(since))
        .max(comparing(Generation::createdAt));
  }

  @Override
  public Page<Generation> list(String tenantId, GenerationQuery query) {
    Optional<Generation> last =
        Lists.cursor(query.after(), this::find, g -> g.tenantId().equals(tenantId));
    List<Generation> rows =
        database
            .all(Generation.class)
            .filter(g -> g.tenantId().equals(tenantId))
            .filter(g -> query.status().map(g.status()::equals).orElse(true))
            .filter(g -> !query.except().map(g.status()::equals).orElse(false))
            .toList();
    return Lists.page(rows, NEWEST_FIRST, last, query.limit(), Generation::id);
  }

  @Override
  public long count(String tenantId, GenerationQuery query, long cap) {
    return Math.min(cap, list(tenantId, query).items().size());
  }

  @Override
  public long imagesOrdered(String tenantId) {
    return database
        .all(Generation.class)
        .filter(g -> g.tenantId().equals(tenantId))
        .filter(g -> g.status() != GenerationStatus.CANCELLED)
        .mapToLong(Generation::count)
        .sum();
  }

  @Override
  public long imagesDelivered(String tenantId, Instant since) {
    return database
        .all(Generation.class)
        .filter(g -> g.tenantId().equals(tenantId))
        .mapToLong(Generation::delivered)
        .sum();
  }

  @Override
  public List<Generation> failures(FailureQuery query, int limit) {
    return database
        .all(Generation.class)
        .filter(g -> g.errorKind().filter(query.kinds()::contains).isPresent())
        .filter(g -> g.requeuedAs().isEmpty())
        .filter(g -> query.tenantId().map(g.tenantId()::equals).orElse(true))
        .filter(g -> query.modelId().map(g.modelId()::equals).orElse(true))
        .sorted(comparing((Generation g) -> g.completedAt().orElseThrow()).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public List<RenderTime> renderTimes(Instant since) {
    return measured;
  }

  @Override
  public int forgetIdempotencyBefore(Instant then) {
    throw new UnsupportedOperationException("a matter of the database");
  }
}
