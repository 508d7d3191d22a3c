package dev.easel.domain.node;

import dev.easel.domain.shared.FailureException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Nodes and what is known of them; some hundreds, so they are read whole. */
public interface NodeRepository {

  /**
   * @throws FailureException {@code CONFLICT} if there is one of that name or address
   */
  void add(Node node, NodeState state);

  Optional<Node> find(String id);

  /** By name. */
  List<Node> all();

  /** With all that is known of it. */
  void remove(Node node);

  /**
   * Writes what was changed now rather than at the end of the transaction.
   *
   * @throws FailureException {@code CONFLICT} if somebody else did so since it was read, or the
   *     name or the address is taken
   */
  void flush();

  List<NodeState> states();

  /** Its row is locked until the end of the transaction; empty if it was removed meanwhile. */
  Optional<NodeState> lockedState(String nodeId);

  Optional<NodeInventory> inventory(String nodeId);

  List<NodeInventory> inventories(Collection<String> nodeIds);

  void add(NodeInventory inventory);

  /** Of one server. */
  List<NodeSight> sights(String server);

  Optional<NodeSight> sight(String nodeId, String server);

  void add(NodeSight sight);

  /** Those that are open now, or count towards it. */
  List<NodeBreaker> breakers();

  Optional<NodeBreaker> breaker(String nodeId, String modelId);

  void add(NodeBreaker breaker);

  /** A model was rendered: nothing is held against it any more. */
  void removeBreaker(String nodeId, String modelId);

  /** All of a node. */
  void removeBreakers(String nodeId);

  /** Of models that failed last before then. */
  int removeBreakersBefore(Instant time);
}
