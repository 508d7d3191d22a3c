package dev.easel.service.node;

import dev.easel.domain.node.Node;
import dev.easel.domain.node.NodeBreaker;
import dev.easel.domain.node.NodeInventory;
import dev.easel.domain.node.NodeRepository;
import dev.easel.domain.node.NodeSight;
import dev.easel.domain.node.NodeState;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/** Reads what is stored of nodes. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class NodeReader {

  @Inject NodeRepository stored;

  public Rows rows() {
    return new Rows(stored.all(), stored.states(), stored.breakers());
  }

  public List<NodeInventory> inventories(Collection<String> nodeIds) {
    return stored.inventories(nodeIds);
  }

  public List<NodeSight> sights(String server) {
    return stored.sights(server);
  }

  /**
   * All rows but the large ones.
   *
   * @param nodes by name
   */
  public record Rows(List<Node> nodes, List<NodeState> states, List<NodeBreaker> breakers) {}
}
