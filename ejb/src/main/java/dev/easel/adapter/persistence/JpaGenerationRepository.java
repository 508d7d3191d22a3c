package dev.easel.adapter.persistence;

import dev.easel.domain.generation.Attempt;
import dev.easel.domain.generation.FailureQuery;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationQuery;
import dev.easel.domain.generation.GenerationRepository;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.generation.IdempotencyRecord;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.domain.shared.StoredText;
import dev.easel.domain.shared.TimeKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Generations by JPA. */
@ApplicationScoped
public class JpaGenerationRepository implements GenerationRepository {

  /** Enough finished generations to average over without reading the whole day of a busy server. */
  private static final int TIMING_SAMPLE = 2000;

  private static final String ATTEMPTED_BY =
      "exists (select a.id from Attempt a where a.generationId = g.id and a.nodeId = :node)";

  /** Later than any row. */
  private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public void add(Generation generation) {
    entities.persist(generation);
  }

  @Override
  public void add(Attempt attempt) {
    entities.persist(attempt);
  }

  @Override
  public void add(IdempotencyRecord idempotencyRecord) {
    Unique.add(entities, idempotencyRecord, JpaGenerationRepository::taken);
  }

  private static FailureException taken() {
    return FailureException.of(
            FailureCode.IDEMPOTENCY_IN_PROGRESS,
            "A request with this idempotency key is being accepted")
        .after(Duration.ofSeconds(1));
  }

  @Override
  public Optional<Generation> find(String id) {
    return Optional.of(id)
        .filter(StoredText::isStorable)
        .map(text -> entities.find(Generation.class, text));
  }

  @Override
  public List<Generation> all(Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery("select g from Generation g where g.id in :ids", Generation.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  @Override
  public Optional<Generation> lock(String id) {
    return Optional.of(id)
        .filter(StoredText::isStorable)
        .map(text -> entities.find(Generation.class, text, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public Map<String, GenerationStatus> endedAmong(Collection<String> ids) {
    Map<String, GenerationStatus> ended = new HashMap<>();
    entities
        .createQuery("select g.id, g.status from Generation g where g.id in :ids", Object[].class)
        .setParameter("ids", ids)
        .getResultList()
        .forEach(row -> ended.put((String) row[0], (GenerationStatus) row[1]));
    ended.values().removeIf(status -> !status.isFinal());
    return ended;
  }

  @Override
  public Optional<Attempt> findAttempt(String generationId, int number) {
    return Optional.ofNullable(entities.find(Attempt.class, Attempt.idOf(generationId, number)));
  }

  @Override
  public List<Attempt> attemptsOf(String generationId) {
    List<String> ids = new ArrayList<>();
    find(generationId)
        .ifPresent(
            g -> {
              for (int number = 1; number <= g.attempt(); number++) {
                ids.add(Attempt.idOf(generationId, number));
              }
            });
    return ids.stream()
        .map(id -> entities.find(Attempt.class, id))
        .filter(found -> found != null)
        .toList();
  }

  @Override
  public Optional<IdempotencyRecord> findIdempotencyRecord(String tenantId, String key) {
    return Optional.ofNullable(
        entities.find(IdempotencyRecord.class, IdempotencyRecord.idOf(tenantId, key)));
  }

  @Override
  public void forgetIdempotency(String tenantId, String key, Instant then) {
    entities
        .createQuery("delete from IdempotencyRecord r where r.id = :id and r.createdAt <= :then")
        .setParameter("id", IdempotencyRecord.idOf(tenantId, key))
        .setParameter("then", then)
        .executeUpdate();
  }

  @Override
  public Optional<Generation> findByRequestHash(String keyId, String requestHash, Instant since) {
    return entities
        .createQuery(
            "select g from Generation g where g.requestHash = :hash and g.keyId = :key"
                + " and g.createdAt >= :since order by g.createdAt desc",
            Generation.class)
        .setParameter("hash", requestHash)
        .setParameter("key", keyId)
        .setParameter("since", since)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Page<Generation> list(String tenantId, GenerationQuery query) {
    Where where = GenerationFilter.of(tenantId, query);
    Optional<Generation> last = query.after().map(id -> cursor(tenantId, id));
    // Always bounded in time, or H2 takes the narrow index of the foreign key and sorts the list.
    where.and("g.createdAt <= :start", "start", last.map(Generation::createdAt).orElse(FOREVER));
    last.ifPresent(g -> where.after(g.createdAt(), g.id()));
    TypedQuery<Generation> select =
        entities.createQuery(
            "select g from Generation g"
                + where.text()
                // The equality column first: only then does H2 read its index in order.
                + " order by g.tenantId, g.createdAt desc, g.id desc",
            Generation.class);
    List<Generation> rows =
        where
            .setOn(select)
            .setFirstResult(query.offset())
            .setMaxResults(query.limit() + 1)
            .getResultList();
    return Page.of(rows, query.limit(), Generation::id);
  }

  private Generation cursor(String tenantId, String id) {
    return find(id)
        .filter(found -> found.tenantId().equals(tenantId))
        .orElseThrow(Page::notACursor);
  }

  @Override
  public long count(String tenantId, GenerationQuery query, long cap) {
    Where where = GenerationFilter.of(tenantId, query);
    TypedQuery<String> select =
        entities.createQuery("select g.id from Generation g" + where.text(), String.class);
    return where.setOn(select).setMaxResults((int) cap).getResultList().size();
  }

  @Override
  public long imagesOrdered(String tenantId) {
    Long sum =
        entities
            .createQuery(
                "select sum(g.count) from Generation g"
                    + " where g.tenantId = :tenant and g.status <> :cancelled",
                Long.class)
            .setParameter("tenant", tenantId)
            .setParameter("cancelled", GenerationStatus.CANCELLED)
            .getSingleResult();
    return sum == null ? 0 : sum;
  }

  @Override
  public long imagesDelivered(String tenantId, Instant since) {
    Long sum =
        entities
            .createQuery(
                "select sum(g.delivered) from Generation g where g.tenantId = :tenant"
                    + " and g.createdAt >= :since and g.status = :completed",
                Long.class)
            .setParameter("tenant", tenantId)
            .setParameter("since", since)
            .setParameter("completed", GenerationStatus.COMPLETED)
            .getSingleResult();
    return sum == null ? 0 : sum;
  }

  @Override
  public List<Generation> madeFrom(String tenantId, String imageId, int most) {
    return entities
        .createQuery(
            "select g from Generation g where g.initImageId = :image and g.tenantId = :tenant"
                + " order by g.createdAt, g.id",
            Generation.class)
        .setParameter("image", imageId)
        .setParameter("tenant", tenantId)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public List<Generation> failures(FailureQuery query, int limit) {
    if (query.kinds().isEmpty()) {
      return List.of();
    }
    Where where =
        new Where("g")
            .and("g.status = :failed", "failed", GenerationStatus.FAILED)
            .and("g.requeuedAs is null")
            .and("g.errorKind in :kinds", "kinds", query.kinds())
            .and(
                "g.completedAt <= :start", "start", query.after().map(TimeKey::at).orElse(FOREVER));
    query.tenantId().ifPresent(id -> where.and("g.tenantId = :tenant", "tenant", id));
    query.modelId().ifPresent(id -> where.and("g.modelId = :model", "model", id));
    query.nodeId().ifPresent(id -> where.and(ATTEMPTED_BY, "node", id));
    query
        .after()
        .ifPresent(
            key -> where.and("(g.completedAt < :start or g.id < :lastId)", "lastId", key.id()));
    return where
        .setOn(
            entities.createQuery(
                "select g from Generation g"
                    + where.text()
                    + " order by g.status, g.completedAt desc, g.id desc",
                Generation.class))
        .setMaxResults(limit)
        .getResultList();
  }

  @Override
  public List<RenderTime> renderTimes(Instant since) {
    return entities
        .createQuery(
            "select g.modelId, g.operation, g.width, g.height, g.count, g.createdAt, g.startedAt,"
                + " g.completedAt from Generation g"
                + " where g.completedAt >= :since and g.status = :completed"
                + " order by g.completedAt desc",
            Object[].class)
        .setParameter("since", since)
        .setParameter("completed", GenerationStatus.COMPLETED)
        .setMaxResults(TIMING_SAMPLE)
        .getResultStream()
        .map(JpaGenerationRepository::time)
        .toList();
  }

  @Override
  public int forgetIdempotencyBefore(Instant then) {
    return entities
        .createQuery("delete from IdempotencyRecord r where r.createdAt < :then")
        .setParameter("then", then)
        .executeUpdate();
  }

  private static RenderTime time(Object[] row) {
    long pixels = (long) (int) row[2] * (int) row[3] * (int) row[4];
    return new RenderTime(
        (String) row[0],
        (Operation) row[1],
        pixels,
        seconds((Instant) row[5], (Instant) row[6]),
        seconds((Instant) row[6], (Instant) row[7]));
  }

  private static double seconds(Instant from, Instant until) {
    return Duration.between(from, until).toMillis() / 1000.0;
  }
}
