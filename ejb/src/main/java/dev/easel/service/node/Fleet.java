package dev.easel.service.node;

import dev.easel.domain.node.Health;
import dev.easel.domain.node.Inventory;
import dev.easel.domain.workflow.WorkflowNeeds;
import dev.easel.service.catalog.CatalogService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The nodes as this server sees them at this moment. What administrators and other servers did is
 * read anew every two seconds; whoever has work to give away asks memory, not the database.
 */
@ApplicationScoped
public class Fleet {

  @Inject KnownNodes source;
  @Inject Sights sights;
  @Inject RenderTally tally;
  @Inject CatalogService catalog;
  @Inject Clock clock;

  private final AtomicLong edits = new AtomicLong();
  private final AtomicLong changes = new AtomicLong();
  private volatile List<KnownNode> known;
  private volatile List<Offer> offers = List.of();
  private volatile List<FleetNode> view;

  /** All nodes by name, also those that take no work. */
  public List<FleetNode> nodes() {
    List<FleetNode> current = view;
    return current == null ? look() : current;
  }

  public Optional<FleetNode> find(String nodeId) {
    return nodes().stream().filter(node -> node.id().equals(nodeId)).findAny();
  }

  /** Whether a workflow of a model can be served, now or ever. */
  public Prospect prospect(String modelId, WorkflowNeeds needs) {
    return prospect(modelId, List.of(needs));
  }

  /** The best that one of several workflows of a model can hope for. */
  public Prospect prospect(String modelId, Collection<WorkflowNeeds> workflows) {
    Instant now = clock.instant();
    return nodes().stream()
        .filter(node -> workflows.stream().anyMatch(needs -> node.has(modelId, needs)))
        .map(node -> Prospect.of(node, node.isPaused(modelId, now)))
        .min(Comparator.naturalOrder())
        .orElse(Prospect.NO_NODE_WITH_MODEL);
  }

  /** As they are stored; read now if they were edited. */
  List<KnownNode> known() {
    List<KnownNode> current = known;
    return current == null ? read() : current;
  }

  /** Reads them anew. */
  List<KnownNode> read() {
    long before = edits.get();
    List<KnownNode> found = source.read();
    // What was read before an edit must not outlive it.
    if (edits.get() == before) {
      known = found;
      noted();
    }
    offer(found.stream().map(Offer::of).toList());
    return found;
  }

  /** To be told after an edit was committed: from now on this server goes by it. */
  void edited() {
    edits.incrementAndGet();
    known = null;
    noted();
    catalog.refresh();
  }

  /** What can be called depends on it: the catalogue is not to lag behind. */
  private void offer(List<Offer> now) {
    if (!now.equals(offers)) {
      offers = now;
      catalog.refresh();
    }
  }

  /** To be told when a node is seen otherwise, or has another model loaded. */
  void noted() {
    changes.incrementAndGet();
    view = null;
  }

  private List<FleetNode> look() {
    long before = changes.get();
    List<FleetNode> made = known().stream().map(this::seen).toList();
    if (changes.get() == before) {
      view = made;
    }
    return made;
  }

  private FleetNode seen(KnownNode node) {
    return new FleetNode(
        node.target(),
        node.node().wish(),
        Health.of(sights.of(node.id()).reach(), node.state().trust()),
        node.inventory(),
        node.node().terms().allowed(),
        node.paused(),
        loaded(node),
        node.node().terms().maxInFlight(),
        node.state().memory());
  }

  /** What a node brings to the catalogue. */
  private record Offer(String nodeId, Inventory inventory, Set<String> allowed) {
    static Offer of(KnownNode node) {
      return new Offer(node.id(), node.inventory(), node.node().terms().allowed());
    }
  }

  /** The last one rendered by whichever server. */
  private Optional<String> loaded(KnownNode node) {
    Instant elsewhere = node.state().lastRenderAt().orElse(Instant.EPOCH);
    Optional<RenderTally.Last> here =
        tally.last(node.id()).filter(last -> !last.at().isBefore(elsewhere));
    return here.isPresent() ? here.map(RenderTally.Last::modelId) : node.state().lastModel();
  }
}
