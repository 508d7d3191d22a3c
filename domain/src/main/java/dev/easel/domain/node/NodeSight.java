package dev.easel.domain.node;

import dev.easel.domain.shared.StoredText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * How one server sees a node, so that it does not begin anew after a restart. Each server writes
 * rows of its own: what one cannot reach, another may.
 */
@Entity
@Table(name = "node_sight")
public class NodeSight {

  private static final int LONGEST_REASON = 500;

  @Id private String id;

  @Column(name = "node_id")
  private String nodeId;

  private String server;

  @Enumerated(EnumType.STRING)
  @Column(name = "reach_state")
  private Reach.State state;

  private String reason;

  @Column(name = "since_at")
  private Instant since;

  @Column(name = "seen_at")
  private Instant seenAt;

  protected NodeSight() {} // for JPA

  public NodeSight(String nodeId, String server, Reach reach, Optional<Instant> seenAt) {
    this.id = idOf(nodeId, server);
    this.nodeId = nodeId;
    this.server = server;
    see(reach, seenAt);
  }

  public static String idOf(String nodeId, String server) {
    return nodeId + "/" + server;
  }

  public final void see(Reach reach, Optional<Instant> lastAnswer) {
    state = reach.state();
    reason = StoredText.fitting(reach.reason(), LONGEST_REASON);
    since = reach.since();
    seenAt = lastAnswer.orElse(seenAt);
  }

  public String nodeId() {
    return nodeId;
  }

  public String server() {
    return server;
  }

  /** Where the server left off; a node that answered then has to do so again. */
  public Reach reach(Instant now) {
    return state == Reach.State.SILENT
        ? new Reach(state, Reach.MOST_MISSED, 0, since, reason)
        : Reach.unasked(now);
  }

  /** When it last answered that server. */
  public Optional<Instant> seenAt() {
    return Optional.ofNullable(seenAt);
  }
}
