package dev.easel.service.generation;

import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.audit.Action;
import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.dispatch.NodeSlots;
import dev.easel.domain.generation.Attempt;
import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationRepository;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.audit.AuditTrail;
import dev.easel.service.dispatch.NodeLine;
import dev.easel.service.gallery.GalleryFiling;
import dev.easel.service.ledger.Ledger;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The short transactions around a render. Each locks the generation's row, checks that the attempt
 * may still write, and changes state and money together.
 */
@Stateless
public class GenerationSteps {

  @Inject GenerationRepository generations;
  @Inject ImageRepository images;
  @Inject Slots slots;
  @Inject NodeSlots places;
  @Inject NodeLine line;
  @Inject Ledger ledger;
  @Inject GalleryFiling gallery;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** A status after an attempt to cancel, and whether this call brought it about. */
  public record Cancellation(GenerationStatus status, String tenantId, boolean becameFinal) {}

  /**
   * A generation whose next attempt was taken, and the route it goes by (empty if the model has
   * none any more). If it was cancelled while its server was dead, it is final already; if its
   * tenant's plan runs no more at once, or no node has a place for it, it is still queued, and
   * waits. If a node has the job already, no other attempt is taken: it is to be looked at.
   *
   * @param attempt empty if none was taken and none is with a node
   */
  public record Claim(
      Generation generation, Optional<ModelRoute> route, Optional<Attempt> attempt) {

    /** The job that a node has, if this is one. */
    Optional<OpenJob> open() {
      return route.isEmpty()
          ? attempt.map(present -> new OpenJob(generation, present))
          : Optional.empty();
    }

    static Claim of(Generation generation) {
      return new Claim(generation, Optional.empty(), Optional.empty());
    }
  }

  /**
   * Takes the next attempt and writes it down before any provider is called. Empty if there is
   * nothing to do: unknown or ended.
   */
  public Optional<Claim> claim(String generationId, Routing routing, String server) {
    Generation found = generations.lock(generationId).orElse(null);
    if (found == null) {
      return Optional.empty();
    }
    if (found.status().isFinal()) {
      free(found); // it may have been called in the moment in which it was cancelled
      return Optional.empty();
    }
    Optional<Attempt> open = openJob(found);
    if (open.isPresent()) {
      return Optional.of(new Claim(found, Optional.empty(), open));
    }
    if (found.cancelRequested()) {
      found.stopped(clock.instant());
      free(found);
      release(found);
      return Optional.of(Claim.of(found));
    }
    boolean forNodes = routing.isForNodes(found); // from memory: others need not ask for a place
    Optional<String> node = forNodes ? places.nodeOf(generationId) : Optional.empty();
    Optional<ModelRoute> byNode = node.flatMap(given -> routing.route(found, given));
    if (forNodes && byNode.isEmpty()) {
      free(found);
      line.enter(found, node.or(() -> lostOn(found)));
      return Optional.of(Claim.of(found));
    }
    // One that has a place on a node was given out before it was held back.
    if (node.isEmpty() && slots.isHeldBack(found)) {
      return Optional.of(Claim.of(found));
    }
    if (!slots.take(found)) {
      return Optional.of(Claim.of(found));
    }
    Optional<ModelRoute> route = forNodes ? byNode : routing.route(found);
    Instant now = clock.instant(); // after the slot, which may have come from one that just ended
    int number = found.claim(now);
    Optional<Attempt> attempt = route.map(r -> attempt(found, number, r, server, now));
    if (attempt.isPresent() && node.isPresent()) {
      attempt.get().sendTo(node.get());
    }
    return Optional.of(new Claim(found, route, attempt));
  }

  private Attempt attempt(
      Generation generation, int number, ModelRoute route, String server, Instant now) {
    generation.servedBy(route.adapter() + "/" + route.upstreamId());
    Attempt attempt =
        new Attempt(generation.id(), number, route.adapter(), route.upstreamId(), server, now);
    generations.add(attempt);
    return attempt;
  }

  /** The present attempt, if it was given to a node and has not ended. */
  private Optional<Attempt> openJob(Generation generation) {
    return generation.status() == GenerationStatus.PROCESSING
        ? generations
            .findAttempt(generation.id(), generation.attempt())
            .filter(attempt -> attempt.jobId().isPresent() && attempt.endedAt().isEmpty())
        : Optional.empty();
  }

  /** Notes that the node has begun to render. */
  public void renders(String generationId, int number) {
    generations
        .findAttempt(generationId, number)
        .ifPresent(attempt -> attempt.renders(clock.instant()));
  }

  /** How many nodes were tried so far. */
  public long nodesTried(String generationId) {
    return generations.attemptsOf(generationId).stream()
        .flatMap(attempt -> attempt.nodeId().stream())
        .distinct()
        .count();
  }

  private Optional<String> lostOn(Generation generation) {
    return generations.findAttempt(generation.id(), generation.attempt()).flatMap(Attempt::nodeId);
  }

  private void free(Generation generation) {
    slots.free(generation);
    places.free(generation.id());
  }

  /** Delivers: image rows, state and charge in one. False if the attempt was overtaken. */
  public boolean complete(String generationId, int number, Delivery delivery) {
    return settle(
        generationId,
        number,
        "completed",
        generation -> {
          Instant now = clock.instant();
          List<Image> made =
              delivery.stored().stream()
                  .map(s -> new Image(generationId, generation.tenantId(), s, now))
                  .toList();
          made.forEach(images::add);
          Credits charge = delivery.charge(generation);
          int units = delivery.units(generation);
          generation.found(delivery.outcome().findings());
          generation.complete(units, charge, delivery.remarks(generation), now);
          generation.holdId().ifPresent(hold -> ledger.capture(hold, charge));
          gallery.delivered(generation, made);
        });
  }

  public boolean fail(String generationId, int number, ErrorKind kind, String message) {
    return settle(
        generationId,
        number,
        kind + ": " + message,
        generation -> {
          generation.fail(kind, message, clock.instant());
          release(generation);
        });
  }

  public boolean stopped(String generationId, int number) {
    return settle(
        generationId,
        number,
        "cancelled",
        generation -> {
          generation.stopped(clock.instant());
          release(generation);
        });
  }

  public boolean retryAt(String generationId, int number, String reason, Instant when) {
    return settle(generationId, number, reason, generation -> generation.retryAt(when));
  }

  public Cancellation cancel(Caller caller, String id) {
    return cancel(owned(caller, id));
  }

  /** Cancels whoever's it is, for an operator. */
  public Cancellation cancelFor(Caller operator, String id) {
    Generation found =
        generations.lock(id).orElseThrow(() -> FailureException.notFound("generation", id));
    boolean fresh = found.status() != GenerationStatus.CANCELLED && !found.cancelRequested();
    Cancellation done = cancel(found);
    if (fresh) {
      audit.note(operator, Action.QUEUE_CANCELLED, id, "of tenant " + found.tenantId());
    }
    return done;
  }

  private Cancellation cancel(Generation found) {
    if (found.status() == GenerationStatus.CANCELLED) {
      return new Cancellation(found.status(), found.tenantId(), false);
    }
    found.cancel(clock.instant());
    boolean ended = found.status().isFinal();
    if (ended) {
      slots.withdraw(found);
      places.free(found.id());
      release(found);
    }
    return new Cancellation(found.status(), found.tenantId(), ended);
  }

  /** Fails what waits and cannot be served; false if it does not wait any more. */
  public boolean giveUp(String id, ErrorKind kind, String message) {
    Generation found =
        generations.lock(id).filter(g -> g.status() == GenerationStatus.QUEUED).orElse(null);
    if (found == null) {
      return false;
    }
    found.fail(kind, message, clock.instant());
    slots.withdraw(found);
    places.free(id);
    release(found);
    return true;
  }

  public boolean cancelRequested(String id) {
    return generations.find(id).map(Generation::cancelRequested).orElse(true);
  }

  /** Whether it is this attempt's images that were delivered. */
  public boolean delivered(String id, int number) {
    return generations
        .find(id)
        .filter(g -> g.status() == GenerationStatus.COMPLETED && g.attempt() == number)
        .isPresent();
  }

  /** Hides an image from its owner. */
  public Image deleteImage(String tenantId, String imageId) {
    Image image =
        images
            .find(imageId)
            .filter(found -> found.tenantId().equals(tenantId))
            .orElseThrow(() -> FailureException.notFound("image", imageId));
    image.delete(clock.instant());
    gallery.removed(image);
    return image;
  }

  private boolean settle(
      String generationId, int number, String outcome, Consumer<Generation> change) {
    Generation held = generations.lock(generationId).filter(g -> g.isHeldBy(number)).orElse(null);
    if (held == null) {
      return false;
    }
    Optional<Attempt> attempt = generations.findAttempt(generationId, number);
    slots.free(held); // before the wallet is locked, as everybody does
    attempt.flatMap(Attempt::nodeId).ifPresent(node -> places.free(generationId));
    change.accept(held);
    attempt.ifPresent(made -> made.end(outcome, clock.instant()));
    return true;
  }

  private void release(Generation generation) {
    generation.holdId().ifPresent(ledger::release);
  }

  private Generation owned(Caller caller, String id) {
    return generations
        .lock(id)
        .filter(g -> g.tenantId().equals(caller.tenantId()))
        .orElseThrow(() -> FailureException.notFound("generation", id));
  }
}
