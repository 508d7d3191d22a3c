package dev.easel.service.node;

import dev.easel.domain.audit.Action;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.node.Node;
import dev.easel.domain.node.NodeRepository;
import dev.easel.domain.node.NodeState;
import dev.easel.domain.node.NodeTerms;
import dev.easel.domain.node.Trust;
import dev.easel.domain.node.Wish;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.audit.AuditTrail;
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
  @Inject AuditTrail audit;
  @Inject Clock clock;

  public Node create(Caller operator, String id, NodeTerms terms) {
    if (stored.all().size() >= MOST_NODES) {
      throw FailureException.of(
              FailureCode.CONFLICT, "There are " + MOST_NODES + " nodes, which is the most")
          .with("reason", "too_many_nodes");
    }
    Instant now = clock.instant();
    Node node = new Node(id, terms, now);
    stored.add(node, new NodeState(id, now));
    audit.note(operator, Action.NODE_ADDED, id, told(terms));
    return node;
  }

  /**
   * @param version the one that is changed; empty for whichever is there
   */
  public Node change(
      Caller operator, String id, Optional<Long> version, UnaryOperator<NodeTerms> edit) {
    Node node = find(id);
    if (version.isPresent() && version.get() != node.version()) {
      throw Node.stale();
    }
    NodeTerms before = node.terms();
    node.amend(edit.apply(before), clock.instant());
    if (!before.address().equals(node.terms().address())) {
      stored.lockedState(id).ifPresent(state -> state.wantInventory(clock.instant()));
    }
    audit.note(operator, Action.NODE_CHANGED, id, told(node.terms()));
    stored.flush();
    return node;
  }

  public Node wish(Caller operator, String id, Wish wish) {
    Node node = find(id);
    if (node.wish() != wish) {
      audit.note(operator, Action.NODE_WISHED, id, node.name() + " " + wish.wire());
    }
    node.wish(wish, clock.instant());
    stored.flush();
    return node;
  }

  /** Lets it go, whatever was held against it. */
  public void release(Caller operator, String id) {
    stored.lockedState(id).ifPresent(state -> state.trust(Trust.full()));
    stored.removeBreakers(id);
    audit.note(operator, Action.NODE_RELEASED, id, "");
  }

  public void remove(Caller operator, String id) {
    Node node = find(id);
    audit.note(operator, Action.NODE_REMOVED, id, told(node.terms()));
    stored.remove(node);
  }

  /** Its headers are secret, not even their names are told. */
  private static String told(NodeTerms terms) {
    return terms.name() + " at " + terms.address();
  }

  private Node find(String id) {
    return stored.find(id).orElseThrow(() -> FailureException.notFound("node", id));
  }
}
