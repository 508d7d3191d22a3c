package dev.easel.service.node;

import dev.easel.domain.node.Node;
import dev.easel.domain.node.NodeRepository;
import dev.easel.domain.node.NodeState;
import dev.easel.domain.node.NodeTerms;
import dev.easel.domain.node.Wish;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The transactions of administrators. */
@Stateless
public class NodeSteps {

  private static final int MOST_NODES = 1000;

  @Inject NodeRepository stored;
  @Inject Clock clock;

  public Node create(String id, NodeTerms terms) {
    if (stored.all().size() >= MOST_NODES) {
      throw FailureException.of(
              FailureCode.CONFLICT, "There are " + MOST_NODES + " nodes, which is the most")
          .with("reason", "too_many_nodes");
    }
    Instant now = clock.instant();
    Node node = new Node(id, terms, now);
    stored.add(node, new NodeState(id, now));
    return node;
  }

  /**
   * @param version the one that is changed; empty for whichever is there
   */
  public Node change(String id, Optional<Long> version, UnaryOperator<NodeTerms> edit) {
    Node node = find(id);
    if (version.isPresent() && version.get() != node.version()) {
      throw Node.stale();
    }
    NodeTerms before = node.terms();
    node.amend(edit.apply(before), clock.instant());
    if (!before.address().equals(node.terms().address())) {
      stored.lockedState(id).ifPresent(state -> state.wantInventory(clock.instant()));
    }
    stored.flush();
    return node;
  }

  public Node wish(String id, Wish wish) {
    Node node = find(id);
    node.wish(wish, clock.instant());
    stored.flush();
    return node;
  }

  public void remove(String id) {
    stored.remove(find(id));
  }

  private Node find(String id) {
    return stored.find(id).orElseThrow(() -> FailureException.notFound("node", id));
  }
}
