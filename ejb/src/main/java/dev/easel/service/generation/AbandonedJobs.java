package dev.easel.service.generation;

import dev.easel.domain.provider.JobProvider;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.provider.Observation;
import dev.easel.service.background.BackgroundThreads;
import dev.easel.service.dispatch.NodeFleet;
import dev.easel.service.provider.JobProviders;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Jobs that nodes may still have though they are made elsewhere by now: a node that comes back is
 * told not to render them. Remembered by the server that gave them up; what it forgets when it dies
 * costs a node time, and nobody money.
 */
@ApplicationScoped
class AbandonedJobs {

  private static final Logger LOG = Logger.getLogger(AbandonedJobs.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int CAPACITY = 10_000;

  @Inject NodeFleet fleet;
  @Inject JobProviders providers;
  @Inject BackgroundThreads background;

  private final Map<String, String> nodes = new ConcurrentHashMap<>();

  @PostConstruct
  void start() {
    background.every(PAUSE, this::cancelAll);
  }

  void add(OpenJob job) {
    if (nodes.size() < CAPACITY) {
      nodes.put(job.jobId(), job.nodeId());
    }
  }

  /** Cancels what can be reached. */
  void cancelAll() {
    nodes.forEach(
        (job, node) -> {
          if (isGone(job, node)) {
            nodes.remove(job);
          }
        });
  }

  private boolean isGone(String job, String nodeId) {
    try {
      Optional<NodeTarget> node = fleet.target(nodeId);
      return node.isEmpty() || (!fleet.isDown(nodeId) && isGone(job, node.get()));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "A job that was given up cannot be taken off " + nodeId);
      return false;
    }
  }

  /** Cancelling does not say what came of it: the next look does. */
  private boolean isGone(String job, NodeTarget node) {
    JobProvider provider = providers.get(node.kind());
    Observation seen = provider.observe(node, job);
    boolean there = seen instanceof Observation.Queued || seen instanceof Observation.Running;
    if (there) {
      provider.cancel(node, job);
    }
    return !there && !(seen instanceof Observation.Unreachable);
  }
}
