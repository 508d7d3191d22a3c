package dev.easel.service.generation;

import dev.easel.domain.asset.BlobStore.StorageException;
import dev.easel.domain.asset.BlobStore.UnreachableException;
import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationRunner.Again;
import dev.easel.domain.generation.GenerationRunner.Ended;
import dev.easel.domain.generation.GenerationRunner.Turn;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.shared.Remark;
import dev.easel.domain.shared.SqlState;
import dev.easel.service.asset.ImageFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ends attempts, whoever made them: writes down how, keeps or removes their files, and tells the
 * watchers after the commit.
 */
@ApplicationScoped
class Settlement {

  static final int MOST_ATTEMPTS = 4;
  static final Duration STORAGE_PAUSE = Duration.ofSeconds(15);

  private static final Logger LOG = Logger.getLogger(Settlement.class.getName());

  @Inject GenerationSteps steps;
  @Inject NextInLine line;
  @Inject GenerationEvents events;
  @Inject ImageFiles files;
  @Inject Clock clock;

  /** Delivers what was stored; nothing stored is a failure. */
  Turn completed(Generation generation, RenderSession session, RenderOutcome.Completed outcome) {
    Delivery delivery = session.delivery(outcome);
    if (delivery.units(generation) == 0) {
      return session.withheld() > 0
          ? failed(generation, ErrorKind.CONTENT_REJECTED, RenderSession.WITHHELD)
          : failed(generation, ErrorKind.RENDER_FAILED, "The provider delivered no image");
    }
    boolean mine;
    try {
      mine = steps.complete(generation.id(), generation.attempt(), delivery);
    } catch (RuntimeException e) {
      if (SqlState.isDataError(e)) {
        // What the database will never take would only be rendered again for nothing.
        LOG.log(Level.SEVERE, e, () -> "The result of " + generation.id() + " fits no column");
        return failed(generation, ErrorKind.STORAGE_FAILED, "The result could not be recorded");
      }
      mine = deliveredAllTheSame(generation, e);
    }
    return ended(generation, mine, GenerationEvent.Type.COMPLETED);
  }

  /** The connection may have broken after the commit; if it was before, another attempt is made. */
  private boolean deliveredAllTheSame(Generation generation, RuntimeException thrown) {
    if (!steps.delivered(generation.id(), generation.attempt())) {
      throw thrown;
    }
    LOG.log(Level.WARNING, thrown, () -> generation.id() + " was delivered, the answer was lost");
    return true;
  }

  Turn failed(Generation generation, ErrorKind kind, String message) {
    discard(generation);
    boolean mine = steps.fail(generation.id(), generation.attempt(), kind, message);
    return ended(generation, mine, GenerationEvent.Type.FAILED);
  }

  /**
   * What could not be read or stored. A store that does not answer is waited for, each time twice
   * as long; a full or broken one fails the generation at once.
   */
  Turn unserved(Generation generation, StorageException reason) {
    if (reason instanceof UnreachableException && generation.attempt() < MOST_ATTEMPTS) {
      LOG.log(Level.WARNING, reason, () -> "The storage did not serve " + generation.id());
      Duration pause = STORAGE_PAUSE.multipliedBy(1L << (generation.attempt() - 1));
      return again(generation, "The storage does not answer", clock.instant().plus(pause));
    }
    LOG.log(Level.SEVERE, reason, () -> "Storage failed for " + generation.id());
    return failed(generation, ErrorKind.STORAGE_FAILED, "The image could not be stored");
  }

  Turn stopped(Generation generation) {
    discard(generation);
    boolean mine = steps.stopped(generation.id(), generation.attempt());
    return ended(generation, mine, GenerationEvent.Type.CANCELLED);
  }

  /** Images that were delivered before the end are worth having, and are all that is charged. */
  Turn partOrNothing(Generation generation, RenderSession session, ErrorKind kind, String reason) {
    return session.isEmpty()
        ? failed(generation, kind, reason)
        : completed(
            generation,
            session,
            new RenderOutcome.Completed(List.of(new Remark("provider_failed", reason))));
  }

  /** Another attempt after a pause that doubles each time, if there may be one. */
  Turn later(Generation generation, RenderSession session, RenderOutcome.Unavailable outcome) {
    if (generation.attempt() >= MOST_ATTEMPTS) {
      return partOrNothing(generation, session, ErrorKind.MODEL_UNAVAILABLE, outcome.reason());
    }
    Duration pause = outcome.retryAfter().multipliedBy(1L << (generation.attempt() - 1));
    return again(generation, outcome.reason(), clock.instant().plus(pause));
  }

  /** Another attempt at that time. */
  Turn again(Generation generation, String reason, Instant when) {
    discard(generation);
    boolean mine = steps.retryAt(generation.id(), generation.attempt(), reason, when);
    ended(generation, mine, GenerationEvent.Type.QUEUED);
    return mine ? new Again(when) : new Ended();
  }

  /** A delivery whose commit seemed to fail may have been written: then its files stay. */
  private void discard(Generation generation) {
    if (!steps.delivered(generation.id(), generation.attempt())) {
      files.removeAttempt(generation.id(), generation.attempt());
    }
  }

  /** An attempt that was overtaken leaves nothing behind and tells nobody. */
  Turn ended(Generation generation, boolean mine, GenerationEvent.Type type) {
    if (mine) {
      double progress = type == GenerationEvent.Type.COMPLETED ? 1 : 0;
      events.publish(GenerationEvent.plain(type, generation.id(), progress));
      line.call(generation.tenantId());
    } else {
      LOG.warning(
          () -> "Attempt " + generation.attempt() + " of " + generation.id() + " overtaken");
      events.overtaken(generation.id());
      discard(generation);
    }
    return new Ended();
  }
}
