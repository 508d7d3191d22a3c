package dev.easel.domain.node;

import dev.easel.domain.provider.JobFault;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keeps a model off a node that could not load it, for a while. */
@Entity
@Table(name = "node_breaker")
public class NodeBreaker {

  /** How long. */
  public static final Duration PAUSE = Duration.ofMinutes(10);

  private static final int MOST_TIMES_FULL = 2;

  @Id private String id;

  @Column(name = "node_id")
  private String nodeId;

  @Column(name = "model_id")
  private String modelId;

  private int failures;

  @Column(name = "failed_at")
  private Instant failedAt;

  @Column(name = "open_until")
  private Instant openUntil;

  protected NodeBreaker() {} // for JPA

  public NodeBreaker(String nodeId, String modelId) {
    this.id = idOf(nodeId, modelId);
    this.nodeId = nodeId;
    this.modelId = modelId;
  }

  public static String idOf(String nodeId, String modelId) {
    return nodeId + "/" + modelId;
  }

  /** Whether a fault is about one model rather than about the node. */
  public static boolean counts(JobFault.Kind kind) {
    return switch (kind) {
      case MODEL_MISSING, CAPABILITY_MISSING, OUT_OF_MEMORY -> true;
      case INVALID_VALUE,
          INVALID_IMAGE,
          WORKFLOW_BROKEN,
          ACCESS_DENIED,
          NODE_FAILED,
          WRONG_RESULT ->
          false;
    };
  }

  /** What is missing stays missing for now; memory may suffice for a smaller image. */
  public void fail(JobFault.Kind kind, Instant now) {
    failures++;
    failedAt = now;
    boolean open = kind != JobFault.Kind.OUT_OF_MEMORY || failures >= MOST_TIMES_FULL;
    if (open) {
      failures = 0;
      openUntil = now.plus(PAUSE);
    }
  }

  public String nodeId() {
    return nodeId;
  }

  public String modelId() {
    return modelId;
  }

  /** Empty if it has not opened. */
  public Optional<Instant> openUntil() {
    return Optional.ofNullable(openUntil);
  }
}
