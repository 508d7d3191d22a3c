package dev.easel.service.generation;

import dev.easel.domain.asset.BlobStore.StorageException;
import dev.easel.domain.asset.BlobStore.UnreachableException;
import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.GenerationQueue;
import dev.easel.domain.generation.GenerationRunner.Again;
import dev.easel.domain.generation.GenerationRunner.Turn;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.JobProvider;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.provider.Observation;
import dev.easel.domain.provider.PreparedJob;
import dev.easel.domain.provider.Recovery;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.provider.SubmitOutcome;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.dispatch.NodeFleet;
import dev.easel.service.provider.JobProviders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks after generations that a node works on by itself. Each call is short: it sends the job, or
 * looks how it stands, and says when to look again. It does the same after a crash, for what is
 * true is on the node and in the row.
 */
@ApplicationScoped
class JobWorker {

  private static final Logger LOG = Logger.getLogger(JobWorker.class.getName());
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration SOON = Duration.ofMillis(500);
  private static final Duration STORAGE_PAUSE = Duration.ofSeconds(10);
  private static final int MOST_NODES = 2;

  @Inject GenerationSteps steps;
  @Inject Settlement settlement;
  @Inject GenerationEvents events;
  @Inject JobHints hints;
  @Inject JobProviders providers;
  @Inject JobOrders orders;
  @Inject NodeFleet fleet;
  @Inject AbandonedJobs abandoned;
  @Inject JobDeadline deadline;
  @Inject GenerationQueue queue;
  @Inject Sessions sessions;
  @Inject Clock clock;

  /** Sends a job that was just written down. */
  Turn start(OpenJob job) {
    NodeTarget node = fleet.target(job.nodeId()).orElse(null);
    if (node == null) {
      return lost(job, "The node was removed");
    }
    events.publish(GenerationEvent.plain(GenerationEvent.Type.STARTED, job.id(), 0));
    sessions.expectImages();
    return send(job, node, job.attempt().startedAt());
  }

  /** Looks how a job stands that was sent, or was about to be. */
  Turn look(OpenJob job) {
    Instant began = clock.instant();
    NodeTarget node = fleet.target(job.nodeId()).orElse(null);
    if (node == null) {
      return lost(job, "The node was removed");
    }
    JobProvider provider = providers.get(node.kind());
    hints.listen(job, provider, node);
    hints.looking(job.id());
    Observation seen = provider.observe(node, job.jobId());
    if (seen instanceof Observation.Unreachable unreachable) {
      return unanswered(job, unreachable);
    }
    hints.answered(job.id());
    return job.generation().cancelRequested() && !(seen instanceof Observation.Finished)
        ? stopping(job, node, seen)
        : goOn(job, node, seen, began);
  }

  private Turn goOn(OpenJob job, NodeTarget node, Observation seen, Instant began) {
    return switch (Recovery.after(seen, Duration.ZERO, 0)) {
      case WAIT -> waiting(job, node, seen);
      case HARVEST -> harvest(job, node);
      case JUDGE_FAULT -> faulted(job, ((Observation.Failed) seen).fault());
      case SEND_AGAIN -> send(job, node, began);
      case NEW_ATTEMPT -> lost(job, "The node does not have it any more");
      case LOOK_AGAIN -> again(job, LOOK);
    };
  }

  private Turn waiting(OpenJob job, NodeTarget node, Observation seen) {
    if (seen instanceof Observation.Running running) {
      hints.progress(job.id(), running.progress());
      if (job.attempt().renderingSince().isEmpty()) {
        steps.renders(job.id(), job.attempt().number());
      }
    }
    if (deadline.passed(job, hints.progressedAt(job.id()), clock.instant())) {
      providers.get(node.kind()).cancel(node, job.jobId());
      return lost(job, "The node took too long");
    }
    return again(job, LOOK);
  }

  /** It was cancelled: it is stopped on the node, and over once the node has let go of it. */
  private Turn stopping(OpenJob job, NodeTarget node, Observation seen) {
    if (seen instanceof Observation.Queued || seen instanceof Observation.Running) {
      providers.get(node.kind()).cancel(node, job.jobId());
      if (!deadline.passed(job, hints.progressedAt(job.id()), clock.instant())) {
        return again(job, SOON);
      }
      abandoned.add(job); // it does not let go: its owner has waited long enough
    }
    hints.forget(job.id());
    return settlement.stopped(job.generation());
  }

  /**
   * @param known when it was last certain that nobody else does so
   */
  private Turn send(OpenJob job, NodeTarget node, Instant known) {
    if (job.generation().cancelRequested()) {
      hints.forget(job.id());
      return settlement.stopped(job.generation());
    }
    PreparedJob prepared;
    try {
      prepared = orders.prepare(job);
    } catch (FailureException e) {
      hints.forget(job.id());
      return settlement.failed(job.generation(), kind(e), e.getMessage());
    } catch (StorageException e) {
      hints.forget(job.id());
      return settlement.unserved(job.generation(), e);
    }
    JobProvider provider = providers.get(node.kind());
    hints.listen(job, provider, node);
    if (clock.instant().isAfter(known.plus(queue.lease()))) {
      return again(job, SOON); // this server stood still; a look shows whether another has sent it
    }
    hints.looking(job.id());
    SubmitOutcome outcome = provider.submit(node, prepared, job.jobId());
    if (outcome instanceof SubmitOutcome.Rejected rejected) {
      return faulted(job, rejected.fault());
    }
    if (outcome instanceof SubmitOutcome.Unreachable unreachable && !unreachable.maybeAccepted()) {
      return lost(job, unreachable.reason());
    }
    return again(job, SOON);
  }

  private Turn harvest(OpenJob job, NodeTarget node) {
    RenderSession session;
    RenderOutcome outcome;
    try {
      session = sessions.open(job.generation(), orders.taken(job), () -> false);
      outcome = providers.get(node.kind()).fetch(node, orders.made(job), job.jobId(), session);
    } catch (FailureException e) {
      hints.forget(job.id());
      return settlement.failed(job.generation(), ErrorKind.INVALID_IMAGE, e.getMessage());
    } catch (StorageException e) {
      return unserved(job, e);
    }
    if (outcome instanceof RenderOutcome.Unavailable unavailable) {
      return lost(job, unavailable.reason());
    }
    if (outcome instanceof RenderOutcome.Failed failed) {
      return faulted(job, JobFault.of(JobFault.Kind.WRONG_RESULT, failed.reason()));
    }
    hints.forget(job.id());
    Turn turn = settlement.completed(job.generation(), session, orders.completed(job, outcome));
    fleet.rendered(job.nodeId(), job.generation().modelId());
    return turn;
  }

  /** The node keeps what it made: it is fetched once more while the store does not answer. */
  private Turn unserved(OpenJob job, StorageException reason) {
    boolean waits =
        reason instanceof UnreachableException
            && !deadline.passed(job, hints.progressedAt(job.id()), clock.instant());
    if (waits) {
      LOG.log(Level.WARNING, reason, () -> "The storage did not take " + job.id());
      return again(job, STORAGE_PAUSE);
    }
    hints.forget(job.id());
    return settlement.unserved(job.generation(), reason);
  }

  private Turn faulted(OpenJob job, JobFault fault) {
    fleet.faulted(job.nodeId(), job.generation().modelId(), fault);
    hints.forget(job.id());
    boolean never = fault.kind().again() == JobFault.Again.NEVER;
    return never || isHopeless(job)
        ? settlement.failed(job.generation(), kind(fault), orders.worded(job, fault))
        : settlement.again(job.generation(), fault.reason(), clock.instant());
  }

  private Turn unanswered(OpenJob job, Observation.Unreachable seen) {
    JobHints.Silence silence = hints.silent(job.id());
    boolean gone =
        fleet.isDown(job.nodeId())
            || Recovery.after(seen, silence.since(), silence.looks()) == Recovery.NEW_ATTEMPT;
    return gone ? lost(job, seen.reason()) : again(job, LOOK);
  }

  /** The node has it no more: another attempt, on another node if there is one. */
  private Turn lost(OpenJob job, String reason) {
    fleet.lost(job.nodeId(), reason);
    abandoned.add(job);
    hints.forget(job.id());
    return isHopeless(job)
        ? settlement.failed(
            job.generation(), ErrorKind.RENDER_FAILED, "Gave up after several nodes lost it")
        : settlement.again(job.generation(), reason, clock.instant());
  }

  /** What kills nodes, or ends badly again and again, is not given to yet another one. */
  private boolean isHopeless(OpenJob job) {
    return job.generation().attempt() >= Settlement.MOST_ATTEMPTS
        || steps.nodesTried(job.id()) >= MOST_NODES;
  }

  private static ErrorKind kind(FailureException refusal) {
    return switch (refusal.code()) {
      case INVALID_IMAGE -> ErrorKind.INVALID_IMAGE;
      case MODEL_NOT_CONFIGURED -> ErrorKind.MODEL_UNAVAILABLE;
      default -> ErrorKind.RENDER_FAILED;
    };
  }

  private static ErrorKind kind(JobFault fault) {
    return switch (fault.kind()) {
      case MODEL_MISSING, CAPABILITY_MISSING, ACCESS_DENIED -> ErrorKind.MODEL_UNAVAILABLE;
      case INVALID_IMAGE -> ErrorKind.INVALID_IMAGE;
      default -> ErrorKind.RENDER_FAILED;
    };
  }

  /** Sooner if the node has told something meanwhile. */
  private Turn again(OpenJob job, Duration pause) {
    Instant now = clock.instant();
    return new Again(hints.news(job.id()) ? now : now.plus(pause));
  }
}
