package dev.easel.service.generation;

import dev.easel.domain.asset.BlobStore.StorageException;
import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.generation.Attempt;
import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationRunner;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.generation.Reference;
import dev.easel.domain.provider.CallProvider;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.ServerName;
import dev.easel.service.asset.ImageFiles;
import dev.easel.service.editing.EditPictures;
import dev.easel.service.generation.GenerationSteps.Claim;
import dev.easel.service.provider.Providers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes one attempt at a generation: claim, render, store, settle. Holds no transaction while the
 * provider works; every end is told to the watchers after its commit.
 */
@ApplicationScoped
public class RenderWorker implements GenerationRunner {

  private static final Logger LOG = Logger.getLogger(RenderWorker.class.getName());

  @Inject GenerationSteps steps;
  @Inject Settlement settlement;
  @Inject NextInLine line;
  @Inject GenerationEvents events;
  @Inject RunningRenders running;
  @Inject Routing routing;
  @Inject JobWorker jobs;
  @Inject Providers providers;
  @Inject ImageFiles files;
  @Inject RenderOrders orders;
  @Inject References references;
  @Inject Sessions sessions;
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
    line.left(tenantId);
  }

  private Turn claimed(String generationId, RunningRenders.Render render) {
    Optional<Claim> claimed = steps.claim(generationId, routing, server.name());
    if (claimed.isEmpty()) {
      return new Ended();
    }
    Optional<OpenJob> open = claimed.get().open();
    if (open.isPresent()) {
      return jobs.look(open.get());
    }
    Generation generation = claimed.get().generation();
    if (generation.status() == GenerationStatus.QUEUED) {
      return new Waits(generation.tenantId());
    }
    if (generation.status().isFinal()) {
      files.removeBefore(generationId, generation.attempt() + 1);
      return settlement.ended(generation, true, GenerationEvent.Type.CANCELLED);
    }
    // What an attempt that died left behind was never told to anyone.
    files.removeBefore(generationId, generation.attempt());
    if (generation.attempt() > Settlement.MOST_ATTEMPTS) {
      return settlement.failed(
          generation, ErrorKind.RENDER_FAILED, "Gave up after several lost attempts");
    }
    if (claimed.get().route().isEmpty()) {
      return settlement.failed(
          generation, ErrorKind.MODEL_UNAVAILABLE, "The model has no route any more");
    }
    Attempt attempt = claimed.get().attempt().orElseThrow();
    return attempt.jobId().isPresent()
        ? jobs.start(new OpenJob(generation, attempt))
        : attempt(generation, claimed.get().route().get(), render);
  }

  private Turn attempt(Generation generation, ModelRoute route, RunningRenders.Render render) {
    events.publish(GenerationEvent.plain(GenerationEvent.Type.STARTED, generation.id(), 0));
    RenderSession session;
    RenderOutcome outcome;
    try {
      List<Reference> taken = references.taken(generation, route.adapter(), route.upstreamId());
      EditPictures pictures = orders.pictures(generation);
      StopSign stop = new StopSign(generation.id(), render, steps, clock);
      RenderOrder order = orders.of(generation, route.adapter(), route.upstreamId(), pictures);
      CallProvider provider = providers.find(route.adapter()).orElseThrow();
      boolean beyondDoubt = provider.isBeyondDoubt(order);
      session = sessions.open(generation, taken, pictures, beyondDoubt, stop);
      outcome = rendered(provider, order, session);
    } catch (FailureException e) {
      return settlement.failed(generation, ErrorKind.INVALID_IMAGE, e.getMessage());
    } catch (StorageException e) {
      return settlement.unserved(generation, e);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, e, () -> "Defect while rendering " + generation.id());
      return settlement.failed(generation, ErrorKind.RENDER_FAILED, "The renderer broke");
    }
    // Outside, because what cannot be settled is no defect of the renderer: it is tried again.
    return settle(generation, session, outcome, render);
  }

  /** Who finishes an image waits for its turn at a network, and can be stopped there as well. */
  private static RenderOutcome rendered(
      CallProvider provider, RenderOrder order, RenderSession session) {
    try {
      return provider.render(order, session);
    } catch (CancellationException e) {
      return new RenderOutcome.Cancelled();
    }
  }

  private Turn settle(
      Generation generation,
      RenderSession session,
      RenderOutcome outcome,
      RunningRenders.Render render) {
    if (outcome instanceof RenderOutcome.Completed completed) {
      return settlement.completed(generation, session, completed);
    }
    if (outcome instanceof RenderOutcome.Refused refused) {
      return settlement.failed(generation, ErrorKind.CONTENT_REJECTED, refused.reason());
    }
    if (outcome instanceof RenderOutcome.Failed failed) {
      return settlement.partOrNothing(
          generation, session, ErrorKind.RENDER_FAILED, failed.reason());
    }
    if (outcome instanceof RenderOutcome.Unavailable unavailable) {
      return settlement.later(generation, session, unavailable);
    }
    if (render.isCancelled() || steps.cancelRequested(generation.id())) {
      return settlement.stopped(generation);
    }
    throw new IllegalStateException("Interrupted while rendering " + generation.id());
  }
}
