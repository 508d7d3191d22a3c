package dev.easel.fake;

import dev.easel.domain.batch.BatchRepository;
import dev.easel.domain.batch.BatchRun;
import dev.easel.domain.batch.BatchState;
import dev.easel.domain.shared.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs and items without a database; items are put back when a transaction throws. */
public final class InMemoryBatches implements BatchRepository {

  private static final Comparator<BatchRun> NEWEST_FIRST =
      Comparator.comparing(BatchRun::createdAt).thenComparing(BatchRun::id).reversed();

  private record Item(String state, int attempts) {}

  private final InMemoryDatabase database;
  private final Map<String, Map<String, Item>> items = new TreeMap<>();

  public InMemoryBatches(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(BatchRun run) {
    if (findOpen(run.jobName(), run.key()).isPresent()) {
      throw new IllegalStateException("A run of " + run.jobName() + " is open");
    }
    database.add(run);
  }

  @Override
  public Optional<BatchRun> find(String id) {
    return database.find(BatchRun.class, id);
  }

  @Override
  public Optional<BatchRun> findOpen(String jobName, String key) {
    return database
        .all(BatchRun.class)
        .filter(run -> run.state().isOpen())
        .filter(run -> run.jobName().equals(jobName) && run.key().equals(key))
        .findFirst();
  }

  @Override
  public Optional<BatchRun> latest(String jobName, BatchState state) {
    return newest().filter(r -> r.jobName().equals(jobName) && r.state() == state).findFirst();
  }

  @Override
  public Optional<BatchRun> lock(String id) {
    return find(id);
  }

  @Override
  public List<String> claimable(String server, Instant now) {
    return database
        .all(BatchRun.class)
        .filter(run -> run.isClaimable(server, false, now))
        .map(BatchRun::id)
        .toList();
  }

  @Override
  public Page<BatchRun> list(Optional<String> jobName, Optional<String> after, int limit) {
    Optional<BatchRun> last = Lists.cursor(after, this::find, run -> true);
    List<BatchRun> ofJob =
        newest().filter(run -> jobName.map(run.jobName()::equals).orElse(true)).toList();
    return Lists.page(ofJob, NEWEST_FIRST, last, limit, BatchRun::id);
  }

  @Override
  public void plan(String runId, Collection<String> itemKeys) {
    itemKeys.forEach(key -> put(runId, key, new Item("OPEN", 0)));
  }

  @Override
  public List<String> openItems(String runId, String after, int limit) {
    return items.getOrDefault(runId, Map.of()).entrySet().stream()
        .filter(item -> item.getValue().state().equals("OPEN"))
        .map(Map.Entry::getKey)
        .filter(key -> key.compareTo(after) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public boolean goesOn(String runId, long fence) {
    return find(runId).filter(r -> r.isHeldBy(fence) && !r.stopRequested()).isPresent();
  }

  @Override
  public boolean done(String runId, String itemKey) {
    Item item = items.get(runId).get(itemKey);
    if (!item.state().equals("OPEN")) {
      return false;
    }
    put(runId, itemKey, new Item("DONE", item.attempts() + 1));
    return true;
  }

  @Override
  public ItemFailure failed(String runId, String itemKey, String error, int mostAttempts) {
    int attempts = items.get(runId).get(itemKey).attempts() + 1;
    boolean over = attempts >= mostAttempts;
    put(runId, itemKey, new Item(over ? "FAILED" : "OPEN", attempts));
    return over ? ItemFailure.GIVEN_UP : ItemFailure.TO_BE_TRIED_AGAIN;
  }

  @Override
  public int forgetBefore(Instant then) {
    List<BatchRun> old =
        database
            .all(BatchRun.class)
            .filter(run -> run.endedAt().map(end -> end.isBefore(then)).orElse(false))
            .toList();
    old.forEach(database::remove);
    return old.size();
  }

  private Stream<BatchRun> newest() {
    return database.all(BatchRun.class).sorted(NEWEST_FIRST);
  }

  private void put(String runId, String key, Item item) {
    Map<String, Item> ofRun = items.computeIfAbsent(runId, id -> new TreeMap<>());
    Item before = ofRun.put(key, item);
    database.onRollback(
        () -> {
          if (before == null) {
            ofRun.remove(key);
          } else {
            ofRun.put(key, before);
          }
        });
  }
}
