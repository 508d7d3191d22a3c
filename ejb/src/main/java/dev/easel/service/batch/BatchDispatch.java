package dev.easel.service.batch;

import dev.easel.domain.batch.BatchRun;
import dev.easel.domain.shared.Housekeeping;
import dev.easel.domain.shared.JobRunner;
import dev.easel.domain.shared.ServerName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Claims runs that wait or were left behind, and starts their jobs on this server. A run that is
 * taken over is started anew: only its open items are done.
 */
@ApplicationScoped
public class BatchDispatch implements Housekeeping {

  private static final Logger LOG = Logger.getLogger(BatchDispatch.class.getName());

  @Inject BatchSteps steps;
  @Inject JobRunner jobs;
  @Inject ServerName server;

  @Inject
  @ConfigProperty(name = "easel.batch.pause", defaultValue = "PT0S")
  Duration pause;

  private final Set<String> running = ConcurrentHashMap.newKeySet();

  @Override
  public String name() {
    return "batch-runs";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void run() {
    steps.claimable(server.name()).forEach(this::take);
  }

  /** How long a job leaves the database to others before each chunk. */
  public Duration pause() {
    return pause;
  }

  /** The job of this run, held by this fence, has come to its end on this server. */
  public void ended(String runId, long fence) {
    running.remove(life(runId, fence));
    steps.end(runId, fence);
  }

  private void take(String runId) {
    boolean runsHere = running.stream().anyMatch(life -> life.startsWith(runId + "/"));
    try {
      steps.claim(runId, server.name(), runsHere).ifPresent(this::start);
    } catch (RuntimeException e) {
      // Somebody has its row locked, for instance: the next look will tell; others need not wait.
      LOG.log(Level.INFO, e, () -> "Batch run " + runId + " could not be claimed");
    }
  }

  private void start(BatchRun run) {
    LOG.info(() -> "Batch run " + run.id() + " of " + run.jobName() + ", claim " + run.fence());
    String life = life(run.id(), run.fence());
    running.add(life);
    try {
      jobs.start(run.jobName(), Map.of("run", run.id(), "fence", Long.toString(run.fence())));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Batch run " + run.id() + " could not be started");
      running.remove(life);
      steps.fail(run.id(), run.fence(), "Could not be started: " + e.getMessage());
    }
  }

  private static String life(String runId, long fence) {
    return runId + "/" + fence;
  }
}
