package dev.easel.service.generation;

import dev.easel.domain.asset.BlobStore.StorageException;
import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationRunner;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.provider.CallProvider;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Remark;
import dev.easel.domain.shared.ServerName;
import dev.easel.domain.shared.SqlState;
import dev.easel.service.asset.ImageFiles;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.generation.GenerationSteps.Claim;
import dev.easel.service.provider.Providers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes one attempt at a generation: claim, render, store, settle. Holds no transaction while the
 * provider works; every end is told to the watchers after its commit.
 */
@ApplicationScoped
public class RenderWorker implements GenerationRunner {

  private static final Logger LOG = Logger.getLogger(RenderWorker.class.getName());
  private static final int MOST_ATTEMPTS = 4;

  @Inject GenerationSteps steps;
  @Inject NextInLine line;
  @Inject GenerationEvents events;
  @Inject RunningRenders running;
  @Inject CatalogService catalog;
  @Inject Providers providers;
  @Inject ImageFiles files;
  @Inject RenderOrders orders;
  @Inject ServerName server;
  @Inject Clock clock;

  @Override
  public Turn run(String generationId) {
    // Before the claim: whoever cancels after it finds the render to stop.
    RunningRenders.Render render = running.started(generationId);
    try {
      return claimed(generationId, render);
    } finally {
      running.ended(render);
    }
  }

  @Override
  public void left(String tenantId) {
    line.call(tenantId);
  }

  private Turn claimed(String generationId, RunningRenders.Render render) {
    Optional<Claim> claimed = steps.claim(generationId, this::route, server.name());
    if (claimed.isEmpty()) {
      return new Ended();
    }
    Generation generation = claimed.get().generation();
    if (generation.status() == GenerationStatus.QUEUED) {
      return new Waits(generation.tenantId());
    }
    if (generation.status().isFinal()) {
      files.removeBefore(generationId, generation.attempt() + 1);
      return ended(generation, true, GenerationEvent.Type.CANCELLED);
    }
    // What an attempt that died left behind was never told to anyone.
    files.removeBefore(generationId, generation.attempt());
    if (generation.attempt() > MOST_ATTEMPTS) {
      return failed(generation, ErrorKind.RENDER_FAILED, "Gave up after several lost attempts");
    }
    if (claimed.get().route().isEmpty()) {
      return failed(generation, ErrorKind.MODEL_UNAVAILABLE, "The model has no route any more");
    }
    return attempt(generation, claimed.get().route().get(), render);
  }

  private Optional<ModelRoute> route(String modelId) {
    return catalog.current().find(modelId).stream()
        .flatMap(entry -> entry.routes().stream())
        .findFirst();
  }

  private Turn attempt(Generation generation, ModelRoute route, RunningRenders.Render render) {
    events.publish(GenerationEvent.plain(GenerationEvent.Type.STARTED, generation.id(), 0));
    RenderSession session =
        new RenderSession(
            generation, files, events, new StopSign(generation.id(), render, steps, clock));
    RenderOutcome outcome;
    try {
      RenderOrder order = orders.of(generation, route);
      CallProvider provider = providers.find(route.adapter()).orElseThrow();
      outcome = provider.render(order, session);
    } catch (FailureException e) {
      return failed(generation, ErrorKind.INVALID_IMAGE, e.getMessage());
    } catch (StorageException e) {
      LOG.log(Level.SEVERE, e, () -> "Storage failed for " + generation.id());
      return failed(generation, ErrorKind.STORAGE_FAILED, "The image could not be stored");
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, e, () -> "Defect while rendering " + generation.id());
      return failed(generation, ErrorKind.RENDER_FAILED, "The renderer broke");
    }
    // Outside, because what cannot be settled is no defect of the renderer: it is tried again.
    return settle(generation, session, outcome, render);
  }

  private Turn settle(
      Generation generation,
      RenderSession session,
      RenderOutcome outcome,
      RunningRenders.Render render) {
    if (outcome instanceof RenderOutcome.Completed completed) {
      return session.stored().isEmpty()
          ? failed(generation, ErrorKind.RENDER_FAILED, "The provider delivered no image")
          : completed(generation, session, completed);
    }
    if (outcome instanceof RenderOutcome.Refused refused) {
      return failed(generation, ErrorKind.CONTENT_REJECTED, refused.reason());
    }
    if (outcome instanceof RenderOutcome.Failed failed) {
      return partOrNothing(generation, session, ErrorKind.RENDER_FAILED, failed.reason());
    }
    if (outcome instanceof RenderOutcome.Unavailable unavailable) {
      return later(generation, session, unavailable);
    }
    if (render.isCancelled() || steps.cancelRequested(generation.id())) {
      return stopped(generation);
    }
    throw new IllegalStateException("Interrupted while rendering " + generation.id());
  }

  private Turn completed(
      Generation generation, RenderSession session, RenderOutcome.Completed outcome) {
    boolean mine;
    try {
      mine =
          steps.complete(
              generation.id(), generation.attempt(), session.stored(), outcome.warnings());
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

  private Turn failed(Generation generation, ErrorKind kind, String message) {
    discard(generation);
    boolean mine = steps.fail(generation.id(), generation.attempt(), kind, message);
    return ended(generation, mine, GenerationEvent.Type.FAILED);
  }

  private Turn stopped(Generation generation) {
    discard(generation);
    boolean mine = steps.stopped(generation.id(), generation.attempt());
    return ended(generation, mine, GenerationEvent.Type.CANCELLED);
  }

  /** Images that were delivered before the end are worth having, and are all that is charged. */
  private Turn partOrNothing(
      Generation generation, RenderSession session, ErrorKind kind, String reason) {
    return session.stored().isEmpty()
        ? failed(generation, kind, reason)
        : completed(
            generation,
            session,
            new RenderOutcome.Completed(List.of(new Remark("provider_failed", reason))));
  }

  private Turn later(
      Generation generation, RenderSession session, RenderOutcome.Unavailable outcome) {
    if (generation.attempt() >= MOST_ATTEMPTS) {
      return partOrNothing(generation, session, ErrorKind.MODEL_UNAVAILABLE, outcome.reason());
    }
    discard(generation);
    Duration pause = outcome.retryAfter().multipliedBy(1L << (generation.attempt() - 1));
    Instant when = clock.instant().plus(pause);
    boolean mine = steps.retryAt(generation.id(), generation.attempt(), outcome.reason(), when);
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
  private Turn ended(Generation generation, boolean mine, GenerationEvent.Type type) {
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
