package dev.easel.adapter.persistence;

import dev.easel.domain.batch.BatchRepository;
import dev.easel.domain.batch.BatchRun;
import dev.easel.domain.batch.BatchState;
import dev.easel.domain.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs by JPA, their items by SQL: an item is a state that one update changes. */
@ApplicationScoped
public class JpaBatchRepository implements BatchRepository {

  private static final int LONGEST_ERROR = 1000;
  private static final Set<BatchState> OPEN = Set.of(BatchState.QUEUED, BatchState.RUNNING);

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public void add(BatchRun run) {
    entities.persist(run);
    entities.flush();
  }

  @Override
  public Optional<BatchRun> find(String id) {
    return Optional.ofNullable(entities.find(BatchRun.class, id));
  }

  @Override
  public Optional<BatchRun> findOpen(String jobName, String key) {
    return entities
        .createQuery("select r from BatchRun r where r.openKey = :key", BatchRun.class)
        .setParameter("key", BatchRun.openKey(jobName, key))
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<BatchRun> latest(String jobName, BatchState state) {
    return entities
        .createQuery(
            "select r from BatchRun r where r.jobName = :job and r.state = :state"
                + " order by r.createdAt desc, r.id desc",
            BatchRun.class)
        .setParameter("job", jobName)
        .setParameter("state", state)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<BatchRun> lock(String id) {
    return Optional.ofNullable(entities.find(BatchRun.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public List<String> claimable(String server, Instant now) {
    return entities
        .createQuery(
            "select r.id from BatchRun r where r.openKey is not null"
                + " and (r.state = :queued or r.leaseUntil < :now or r.owner = :server)"
                + " order by r.createdAt, r.id",
            String.class)
        .setParameter("queued", BatchState.QUEUED)
        .setParameter("now", now)
        .setParameter("server", server)
        .getResultList();
  }

  @Override
  public Page<BatchRun> list(Optional<String> jobName, Optional<String> after, int limit) {
    Where where = new Where("r");
    jobName.ifPresent(name -> where.and("r.jobName = :job", "job", name));
    after
        .map(id -> find(id).orElseThrow(Page::notACursor))
        .ifPresent(last -> where.after(last.createdAt(), last.id()));
    TypedQuery<BatchRun> select =
        entities.createQuery(
            "select r from BatchRun r" + where.text() + " order by r.createdAt desc, r.id desc",
            BatchRun.class);
    List<BatchRun> rows = where.setOn(select).setMaxResults(limit + 1).getResultList();
    return Page.of(rows, limit, BatchRun::id);
  }

  @Override
  public void plan(String runId, Collection<String> itemKeys) {
    Query insert =
        entities.createNativeQuery(
            "insert into batch_item (run_id, item_key, state, attempts)"
                + " select cast(?1 as varchar(40)), cast(?2 as varchar(200)), 'OPEN', 0"
                + " where not exists"
                + " (select 1 from batch_item where run_id = ?1 and item_key = ?2)");
    for (String key : itemKeys) {
      insert.setParameter(1, runId).setParameter(2, key).executeUpdate();
    }
  }

  @Override
  public List<String> openItems(String runId, String after, int limit) {
    List<?> keys =
        entities
            .createNativeQuery(
                "select item_key from batch_item where run_id = ?1 and state = 'OPEN'"
                    + " and item_key > ?2 order by item_key")
            .setParameter(1, runId)
            .setParameter(2, after)
            .setMaxResults(limit)
            .getResultList();
    return keys.stream().map(String.class::cast).toList();
  }

  @Override
  public boolean goesOn(String runId, long fence) {
    return entities
            .createQuery(
                "select count(r) from BatchRun r where r.id = :id and r.fence = :fence"
                    + " and r.state in :open and r.stopRequested = false",
                Long.class)
            .setParameter("id", runId)
            .setParameter("fence", fence)
            .setParameter("open", OPEN)
            .getSingleResult()
        == 1;
  }

  @Override
  public boolean done(String runId, String itemKey) {
    return entities
            .createNativeQuery(
                "update batch_item set state = 'DONE', attempts = attempts + 1, error = null"
                    + " where run_id = ?1 and item_key = ?2 and state = 'OPEN'")
            .setParameter(1, runId)
            .setParameter(2, itemKey)
            .executeUpdate()
        == 1;
  }

  @Override
  public ItemFailure failed(String runId, String itemKey, String error, int mostAttempts) {
    entities
        .createNativeQuery(
            "update batch_item set attempts = attempts + 1, error = ?3,"
                + " state = case when attempts + 1 >= ?4 then 'FAILED' else state end"
                + " where run_id = ?1 and item_key = ?2 and state = 'OPEN'")
        .setParameter(1, runId)
        .setParameter(2, itemKey)
        .setParameter(3, error.substring(0, Math.min(error.length(), LONGEST_ERROR)))
        .setParameter(4, mostAttempts)
        .executeUpdate();
    Object state =
        entities
            .createNativeQuery("select state from batch_item where run_id = ?1 and item_key = ?2")
            .setParameter(1, runId)
            .setParameter(2, itemKey)
            .getSingleResult();
    return state.equals("FAILED") ? ItemFailure.GIVEN_UP : ItemFailure.TO_BE_TRIED_AGAIN;
  }

  @Override
  public int forgetBefore(Instant then) {
    entities
        .createNativeQuery(
            "delete from ledger_finding where run_id in"
                + " (select id from batch_run where ended_at < ?1)")
        .setParameter(1, then.atOffset(ZoneOffset.UTC))
        .executeUpdate();
    return entities
        .createQuery("delete from BatchRun r where r.endedAt < :then")
        .setParameter("then", then)
        .executeUpdate();
  }
}
