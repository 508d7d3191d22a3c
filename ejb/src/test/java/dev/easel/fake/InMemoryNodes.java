package dev.easel.fake;

import dev.easel.domain.node.Node;
import dev.easel.domain.node.NodeBreaker;
import dev.easel.domain.node.NodeInventory;
import dev.easel.domain.node.NodeRepository;
import dev.easel.domain.node.NodeSight;
import dev.easel.domain.node.NodeState;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Nodes without a database. */
public final class InMemoryNodes implements NodeRepository {

  private final Map<String, Node> nodes = new TreeMap<>();
  private final Map<String, NodeState> states = new TreeMap<>();
  private final Map<String, NodeInventory> inventories = new TreeMap<>();
  private final Map<String, NodeSight> sights = new TreeMap<>();
  private final Map<String, NodeBreaker> breakers = new TreeMap<>();
  private int reads;

  /** How often the nodes were read as a whole. */
  public int reads() {
    return reads;
  }

  @Override
  public void add(Node node, NodeState state) {
    nodes.put(node.id(), node);
    states.put(node.id(), state);
    try {
      unique();
    } catch (FailureException e) {
      remove(node);
      throw e;
    }
  }

  private void unique() {
    long names = nodes.values().stream().map(Node::name).distinct().count();
    long places = nodes.values().stream().map(n -> n.terms().address()).distinct().count();
    if (names < nodes.size() || places < nodes.size()) {
      throw FailureException.of(FailureCode.CONFLICT, "taken").with("reason", "node_exists");
    }
  }

  @Override
  public Optional<Node> find(String id) {
    return Optional.ofNullable(nodes.get(id));
  }

  @Override
  public List<Node> all() {
    reads++;
    return nodes.values().stream().sorted(Comparator.comparing(Node::name)).toList();
  }

  @Override
  public void remove(Node node) {
    nodes.remove(node.id());
    states.remove(node.id());
    inventories.remove(node.id());
    sights.values().removeIf(sight -> sight.nodeId().equals(node.id()));
    removeBreakers(node.id());
  }

  @Override
  public void flush() {
    unique();
    nodes.values().forEach(node -> Stored.set(node, "version", node.version() + 1));
  }

  @Override
  public List<NodeState> states() {
    return states.values().stream().map(Stored::copy).toList();
  }

  @Override
  public Optional<NodeState> lockedState(String nodeId) {
    return Optional.ofNullable(states.get(nodeId));
  }

  @Override
  public Optional<NodeInventory> inventory(String nodeId) {
    return Optional.ofNullable(inventories.get(nodeId));
  }

  @Override
  public List<NodeInventory> inventories(Collection<String> nodeIds) {
    return inventories.values().stream()
        .filter(inventory -> nodeIds.contains(inventory.nodeId()))
        .toList();
  }

  @Override
  public void add(NodeInventory inventory) {
    inventories.put(inventory.nodeId(), inventory);
  }

  @Override
  public List<NodeSight> sights(String server) {
    return sights.values().stream().filter(sight -> sight.server().equals(server)).toList();
  }

  @Override
  public Optional<NodeSight> sight(String nodeId, String server) {
    return Optional.ofNullable(sights.get(NodeSight.idOf(nodeId, server)));
  }

  @Override
  public void add(NodeSight sight) {
    sights.put(NodeSight.idOf(sight.nodeId(), sight.server()), sight);
  }

  @Override
  public List<NodeBreaker> breakers() {
    return breakers.values().stream().map(Stored::copy).toList();
  }

  @Override
  public Optional<NodeBreaker> breaker(String nodeId, String modelId) {
    return Optional.ofNullable(breakers.get(NodeBreaker.idOf(nodeId, modelId)));
  }

  @Override
  public void add(NodeBreaker breaker) {
    breakers.put(NodeBreaker.idOf(breaker.nodeId(), breaker.modelId()), breaker);
  }

  @Override
  public void removeBreaker(String nodeId, String modelId) {
    breakers.remove(NodeBreaker.idOf(nodeId, modelId));
  }

  @Override
  public void removeBreakers(String nodeId) {
    breakers.values().removeIf(breaker -> breaker.nodeId().equals(nodeId));
  }

  @Override
  public int removeBreakersBefore(Instant time) {
    int before = breakers.size();
    breakers.values().removeIf(b -> time.isAfter((Instant) Stored.get(b, "failedAt")));
    return before - breakers.size();
  }
}
