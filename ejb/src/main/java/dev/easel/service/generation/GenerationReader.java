package dev.easel.service.generation;

import static java.util.stream.Collectors.groupingBy;

import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.dispatch.Halts;
import dev.easel.domain.generation.Attempt;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationQuery;
import dev.easel.domain.generation.GenerationQueue;
import dev.easel.domain.generation.GenerationRepository;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.generation.Parked;
import dev.easel.domain.generation.WaitingRoom;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.dispatch.HaltWatch;
import dev.easel.service.dispatch.NodeFleet;
import dev.easel.service.dispatch.NodeLine;
import dev.easel.service.generation.GenerationDetails.Waiting;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads generations for their owner. What belongs to another tenant does not exist. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class GenerationReader {

  private static final int COUNTED = 1_000;

  @Inject GenerationRepository generations;
  @Inject ImageRepository images;
  @Inject GenerationQueue queue;
  @Inject ConcurrencyCaps caps;
  @Inject WaitingRoom room;
  @Inject Slots slots;
  @Inject NodeFleet fleet;
  @Inject GenerationEvents events;
  @Inject Expectations expectations;
  @Inject HaltWatch halts;
  @Inject Clock clock;

  public GenerationDetails get(Caller caller, String id) {
    Generation found =
        generations
            .find(id)
            .filter(g -> g.tenantId().equals(caller.tenantId()))
            .orElseThrow(() -> FailureException.notFound("generation", id));
    return details(found, images.ofGeneration(id), waiting(found));
  }

  /** What was accepted a moment ago, without asking the database for it again. */
  public GenerationDetails fresh(Generation accepted) {
    return details(accepted, List.of(), waiting(accepted));
  }

  public Page<GenerationDetails> list(Caller caller, GenerationQuery query) {
    Page<Generation> page = generations.list(caller.tenantId(), query);
    Map<String, List<Image>> byGeneration =
        images.ofGenerations(page.items().stream().map(Generation::id).toList()).stream()
            .collect(groupingBy(Image::generationId));
    // No queue positions here: a page of waiting rows would count the backlog once for each.
    return page.map(
        g -> details(g, byGeneration.getOrDefault(g.id(), List.of()), Optional.empty()));
  }

  public long count(Caller caller, GenerationQuery query, long cap) {
    return generations.count(caller.tenantId(), query, cap);
  }

  public long countImages(Caller caller) {
    return generations.imagesOrdered(caller.tenantId()) - images.deletedOf(caller.tenantId());
  }

  /** The attempts made so far, oldest first, for the receipt. */
  public List<Attempt> attempts(Generation generation) {
    return generations.attemptsOf(generation.id());
  }

  private GenerationDetails details(Generation g, List<Image> found, Optional<Waiting> waiting) {
    double progress = g.status() == GenerationStatus.COMPLETED ? 1 : events.progress(g.id());
    return new GenerationDetails(g, found, progress, waiting);
  }

  private Optional<Waiting> waiting(Generation generation) {
    if (generation.status() != GenerationStatus.QUEUED) {
      return Optional.empty();
    }
    boolean backoff = generation.retryAt().filter(clock.instant()::isBefore).isPresent();
    Optional<Parked> parked = parked(generation);
    int before = parked.map(p -> room.ahead(p, COUNTED)).orElse(0);
    int ahead = Math.min(COUNTED, queue.ahead(generation.id()) + before);
    String engine = ahead > 0 ? "engine_busy" : "starting";
    if (halts.stops(generation)) {
      return Optional.of(new Waiting(ahead + 1, Halts.PAUSED, Optional.empty()));
    }
    String reason = backoff ? "retry_backoff" : parked.map(this::reason).orElse(engine);
    return Optional.of(new Waiting(ahead + 1, reason, expectations.of(generation, ahead)));
  }

  private Optional<Parked> parked(Generation generation) {
    boolean mayWait =
        caps.of(generation.tenantId()).isPresent()
            || halts.stops(generation)
            || fleet.isForNodes(generation.modelId(), generation.operation());
    return mayWait ? room.find(generation.id()) : Optional.empty();
  }

  /** Why it waits for a node is asked now: nodes come and go. */
  private String reason(Parked parked) {
    if (!NodeLine.holds(parked)) {
      return parked.reason().equals(Halts.PAUSED) && slots.hasPlace(parked.tenantId())
          ? "engine_busy"
          : Slots.CONCURRENCY_CAP;
    }
    boolean capped = !slots.hasPlace(parked.tenantId());
    Operation operation = Operation.valueOf(parked.operation());
    return capped
        ? Slots.CONCURRENCY_CAP
        : fleet.obstacle(parked.modelId(), operation).orElse(parked.reason());
  }
}
