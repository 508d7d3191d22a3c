package dev.easel.service.node;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.node.Node;
import dev.easel.domain.node.NodeTerms;
import dev.easel.domain.node.Wish;
import dev.easel.domain.provider.NodePulse;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Ids;
import dev.easel.domain.shared.Page;
import dev.easel.service.provider.JobProviders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What administrators do with nodes. An edit takes effect here at once. */
@ApplicationScoped
public class NodeDesk {

  @Inject Fleet fleet;
  @Inject Sights sights;
  @Inject NodeSteps steps;
  @Inject TermsReader terms;
  @Inject NodeProbes probes;
  @Inject Inventories inventories;
  @Inject Trials trials;
  @Inject JobProviders providers;
  @Inject Works works;

  /**
   * @param after name of the last node of the page before
   */
  public Page<NodeView> list(Optional<String> after, int limit) {
    List<NodeView> rows =
        fleet.read().stream()
            .filter(node -> after.isEmpty() || node.node().name().compareTo(after.get()) > 0)
            .limit(limit + 1L)
            .map(this::view)
            .toList();
    return Page.of(rows, limit, view -> view.node().name());
  }

  /**
   * @param word its id or its name
   * @throws FailureException {@code NOT_FOUND}
   */
  public NodeView get(String word) {
    return view(find(word));
  }

  /**
   * Registers a node and looks at it at once. One that does not answer is registered all the same:
   * it may be switched on later.
   *
   * @throws FailureException {@code INVALID_REQUEST}, or {@code CONFLICT} if there is one of that
   *     name or address
   */
  public NodeView add(Caller operator, NodeWish wish) {
    String id = Ids.random("nod");
    steps.create(operator, id, terms.terms(id, wish));
    fleet.edited();
    return probe(id);
  }

  /**
   * @param version the one that is changed; empty for whichever is there
   * @throws FailureException {@code CONFLICT} if another version is there
   */
  public NodeView change(Caller operator, String word, Optional<Long> version, NodeWish wish) {
    KnownNode old = find(word);
    NodeTerms before = old.node().terms();
    Node changed =
        steps.change(operator, old.id(), version, was -> terms.changed(old.id(), was, wish));
    fleet.edited();
    if (talksOtherwise(before, changed.terms())) {
      providers.of(old.target().kind()).ifPresent(provider -> provider.forget(old.target()));
      return probe(old.id());
    }
    return get(old.id());
  }

  private static boolean talksOtherwise(NodeTerms old, NodeTerms now) {
    return !old.address().equals(now.address())
        || !old.kind().equals(now.kind())
        || !old.sealedHeaders().equals(now.sealedHeaders())
        || !old.tlsIdentity().equals(now.tlsIdentity());
  }

  public NodeView wish(Caller operator, String word, Wish wish) {
    String id = find(word).id();
    steps.wish(operator, id, wish);
    fleet.edited();
    return get(id);
  }

  /** Asks it now, and looks at what it has if it answers. Seconds. */
  public NodeView probe(String word) {
    KnownNode node = find(word);
    if (probes.probe(node.target()) instanceof NodePulse.Alive) {
      inventories.take(node.target());
    }
    return get(node.id());
  }

  /** Lets it render a trial image now; a node in quarantine leaves it if that succeeds. */
  public Trial trial(String word) {
    KnownNode node = find(word);
    Optional<String> fault = trials.make(node.target());
    return new Trial(get(node.id()), fault);
  }

  /** Lets it out of quarantine without a trial, and its models with it. */
  public NodeView release(Caller operator, String word) {
    String id = find(word).id();
    steps.release(operator, id);
    fleet.edited();
    return get(id);
  }

  /**
   * @param forced also if it still has work; that is then lost and made again elsewhere
   * @throws FailureException {@code CONFLICT} if it has work
   */
  public void remove(Caller operator, String word, boolean forced) {
    KnownNode node = find(word);
    int jobs = works.inFlight(node.id());
    if (jobs > 0 && !forced) {
      throw FailureException.of(
              FailureCode.CONFLICT, "The node has work; drain it first, or force it")
          .with("reason", "node_busy")
          .with("in_flight", jobs);
    }
    steps.remove(operator, node.id());
    fleet.edited();
    providers.of(node.target().kind()).ifPresent(provider -> provider.forget(node.target()));
  }

  private KnownNode find(String word) {
    return fleet.read().stream()
        .filter(node -> node.id().equals(word) || node.node().name().equals(word))
        .findFirst()
        .orElseThrow(() -> FailureException.notFound("node", word));
  }

  private NodeView view(KnownNode node) {
    FleetNode seen =
        fleet.find(node.id()).orElseThrow(() -> FailureException.notFound("node", node.id()));
    return new NodeView(
        node.node(), node.state(), sights.of(node.id()), seen, works.inFlight(node.id()));
  }

  /**
   * How a trial render went.
   *
   * @param fault empty if it succeeded
   */
  public record Trial(NodeView node, Optional<String> fault) {}
}
