package dev.easel.service.node;

import dev.easel.domain.node.Inventory;
import dev.easel.domain.node.Node;
import dev.easel.domain.node.NodeBreaker;
import dev.easel.domain.node.NodeInventory;
import dev.easel.domain.node.NodeState;
import dev.easel.domain.node.NodeTerms;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.shared.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the nodes; inventories and secrets only if they changed since the last time. */
@ApplicationScoped
public class KnownNodes {

  private static final Logger LOG = Logger.getLogger(KnownNodes.class.getName());

  @Inject NodeReader reader;
  @Inject SecretBox box;
  @Inject Clock clock;

  private Map<String, Taken> inventories = Map.of();
  private Map<String, Map<String, String>> headers = Map.of();

  /** By name. */
  synchronized List<KnownNode> read() {
    NodeReader.Rows rows = reader.rows();
    Map<String, NodeState> states =
        rows.states().stream().collect(Collectors.toMap(NodeState::nodeId, Function.identity()));
    readInventories(states);
    Map<String, Map<String, String>> opened = new HashMap<>();
    List<KnownNode> known = new ArrayList<>();
    for (Node node : rows.nodes()) {
      // Removed between the two reads.
      if (states.containsKey(node.id())) {
        known.add(known(node, states.get(node.id()), rows.breakers(), opened));
      }
    }
    headers = opened;
    return List.copyOf(known);
  }

  private KnownNode known(
      Node node,
      NodeState state,
      List<NodeBreaker> breakers,
      Map<String, Map<String, String>> opened) {
    NodeTerms terms = node.terms();
    String sealed = terms.sealedHeaders();
    opened.put(sealed, Optional.ofNullable(headers.get(sealed)).orElseGet(() -> open(node)));
    Taken taken = inventories.get(node.id());
    return new KnownNode(
        node,
        state,
        target(node.id(), terms, opened.get(sealed)),
        taken == null ? Inventory.none() : taken.inventory,
        paused(of(node.id(), breakers)),
        of(node.id(), breakers).map(NodeBreaker::modelId).collect(Collectors.toSet()));
  }

  static NodeTarget target(String id, NodeTerms terms, Map<String, String> headers) {
    return new NodeTarget(
        id, terms.name(), terms.kind(), URI.create(terms.address()), headers, terms.tlsIdentity());
  }

  private static Stream<NodeBreaker> of(String nodeId, List<NodeBreaker> breakers) {
    return breakers.stream().filter(breaker -> breaker.nodeId().equals(nodeId));
  }

  private Map<String, Instant> paused(Stream<NodeBreaker> breakers) {
    Instant now = clock.instant();
    Map<String, Instant> paused = new HashMap<>();
    breakers.forEach(
        breaker ->
            breaker
                .openUntil()
                .filter(until -> until.isAfter(now))
                .ifPresent(until -> paused.put(breaker.modelId(), until)));
    return paused;
  }

  /** A node whose secrets cannot be read any more will refuse us, which shows as being down. */
  private Map<String, String> open(Node node) {
    String sealed = node.terms().sealedHeaders();
    if (sealed.isEmpty()) {
      return Map.of();
    }
    try {
      return HeaderText.parse(box.open(sealed, node.id()));
    } catch (IllegalArgumentException e) {
      LOG.warning(
          () ->
              "The headers of node "
                  + node.name()
                  + " cannot be read; was the master key changed? Set them anew.");
      return Map.of();
    }
  }

  private void readInventories(Map<String, NodeState> states) {
    Map<String, Taken> kept = new HashMap<>();
    List<String> changed = new ArrayList<>();
    states.forEach(
        (id, state) -> {
          Taken old = inventories.get(id);
          if (old != null && state.inventoryAt().filter(old.at::equals).isPresent()) {
            kept.put(id, old);
          } else if (state.inventoryAt().isPresent()) {
            changed.add(id);
          }
        });
    for (NodeInventory row : reader.inventories(changed)) {
      kept.put(row.nodeId(), new Taken(row.takenAt(), row.inventory()));
    }
    inventories = kept;
  }

  private record Taken(Instant at, Inventory inventory) {}
}
