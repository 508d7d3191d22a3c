package dev.easel.service.health;

import dev.easel.domain.asset.DataDisk;
import dev.easel.domain.batch.BatchRun;
import dev.easel.domain.generation.GenerationQueue;
import dev.easel.domain.shared.DatabasePool;
import dev.easel.service.batch.BatchRuns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How this server does, for whoever runs it. */
@ApplicationScoped
public class Checkup {

  /** All chores together run some dozens of times a day. */
  private static final int LATEST_RUNS = 200;

  @Inject Readiness readiness;
  @Inject GenerationQueue queue;
  @Inject DataDisk disk;
  @Inject BatchRuns runs;
  @Inject DatabasePool pool;

  /** Part to {@code up}, {@code down} or {@code draining}. */
  public Map<String, String> checks() {
    return readiness.check();
  }

  /** What one short question to the database takes now. */
  public Duration databaseTime() {
    long start = System.nanoTime();
    queue.depth(1);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Empty if the runtime does not tell. */
  public Optional<DatabasePool.Figures> connections() {
    return pool.figures();
  }

  public DataDisk.Space disk() {
    return disk.space();
  }

  /** Of the Java heap; its most is -1 if it has no limit. */
  public MemoryUsage heap() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
  }

  public Duration uptime() {
    return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
  }

  /** The last run of each chore that ran lately, by the chore's name. */
  public Collection<BatchRun> chores() {
    Map<String, BatchRun> last = new TreeMap<>();
    runs.list(Optional.empty(), Optional.empty(), LATEST_RUNS)
        .items()
        .forEach(run -> last.putIfAbsent(run.jobName(), run));
    return last.values();
  }
}
