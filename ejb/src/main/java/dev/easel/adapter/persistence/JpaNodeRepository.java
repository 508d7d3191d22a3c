package dev.easel.adapter.persistence;

import dev.easel.domain.node.Node;
import dev.easel.domain.node.NodeBreaker;
import dev.easel.domain.node.NodeInventory;
import dev.easel.domain.node.NodeRepository;
import dev.easel.domain.node.NodeSight;
import dev.easel.domain.node.NodeState;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.SqlState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Nodes by JPA. */
@ApplicationScoped
public class JpaNodeRepository implements NodeRepository {

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public void add(Node node, NodeState state) {
    Unique.add(entities, node, JpaNodeRepository::taken);
    entities.persist(state);
    entities.flush();
  }

  @Override
  public Optional<Node> find(String id) {
    return Optional.ofNullable(entities.find(Node.class, id));
  }

  @Override
  public List<Node> all() {
    return entities.createQuery("select n from Node n order by n.name", Node.class).getResultList();
  }

  @Override
  public void remove(Node node) {
    for (String of : List.of("NodeState", "NodeInventory", "NodeSight", "NodeBreaker")) {
      entities
          .createQuery("delete from " + of + " e where e.nodeId = ?1")
          .setParameter(1, node.id())
          .executeUpdate();
    }
    entities.remove(node);
    flush();
  }

  @Override
  public void flush() {
    try {
      entities.flush();
    } catch (OptimisticLockException e) {
      throw Node.stale();
    } catch (PersistenceException e) {
      throw SqlState.of(e).filter(SqlState.DUPLICATE_KEY::equals).isPresent() ? taken() : e;
    }
  }

  private static FailureException taken() {
    return FailureException.of(
            FailureCode.CONFLICT, "There is a node of that name or at that address")
        .with("reason", "node_exists");
  }

  @Override
  public List<NodeState> states() {
    return entities.createQuery("select s from NodeState s", NodeState.class).getResultList();
  }

  @Override
  public Optional<NodeState> lockedState(String nodeId) {
    return Optional.ofNullable(
        entities.find(NodeState.class, nodeId, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public Optional<NodeInventory> inventory(String nodeId) {
    return Optional.ofNullable(entities.find(NodeInventory.class, nodeId));
  }

  @Override
  public List<NodeInventory> inventories(Collection<String> nodeIds) {
    return nodeIds.isEmpty()
        ? List.of()
        : entities
            .createQuery("select i from NodeInventory i where i.nodeId in ?1", NodeInventory.class)
            .setParameter(1, nodeIds)
            .getResultList();
  }

  @Override
  public void add(NodeInventory inventory) {
    entities.persist(inventory);
  }

  @Override
  public List<NodeSight> sights(String server) {
    return entities
        .createQuery("select s from NodeSight s where s.server = ?1", NodeSight.class)
        .setParameter(1, server)
        .getResultList();
  }

  @Override
  public Optional<NodeSight> sight(String nodeId, String server) {
    return Optional.ofNullable(entities.find(NodeSight.class, NodeSight.idOf(nodeId, server)));
  }

  @Override
  public void add(NodeSight sight) {
    entities.persist(sight);
  }

  @Override
  public List<NodeBreaker> breakers() {
    return entities.createQuery("select b from NodeBreaker b", NodeBreaker.class).getResultList();
  }

  @Override
  public Optional<NodeBreaker> breaker(String nodeId, String modelId) {
    return Optional.ofNullable(entities.find(NodeBreaker.class, NodeBreaker.idOf(nodeId, modelId)));
  }

  @Override
  public void add(NodeBreaker breaker) {
    entities.persist(breaker);
  }

  @Override
  public void removeBreaker(String nodeId, String modelId) {
    entities
        .createQuery("delete from NodeBreaker b where b.id = ?1")
        .setParameter(1, NodeBreaker.idOf(nodeId, modelId))
        .executeUpdate();
  }

  @Override
  public void removeBreakers(String nodeId) {
    entities
        .createQuery("delete from NodeBreaker b where b.nodeId = ?1")
        .setParameter(1, nodeId)
        .executeUpdate();
  }

  @Override
  public int removeBreakersBefore(Instant time) {
    return entities
        .createQuery("delete from NodeBreaker b where b.failedAt < ?1")
        .setParameter(1, time)
        .executeUpdate();
  }
}
