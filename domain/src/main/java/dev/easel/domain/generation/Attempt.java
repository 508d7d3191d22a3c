package dev.easel.domain.generation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.domain.shared.StoredText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One try at rendering a generation. Written when it is claimed and once more when it ends; an
 * attempt without an end was lost with its server.
 */
@Entity
@Table(name = "attempt")
public class Attempt {

  private static final int LONGEST_OUTCOME = 500;

  @Id private String id;

  @Column(name = "generation_id")
  private String generationId;

  @Column(name = "attempt_number")
  private int number;

  private String adapter;

  @Column(name = "upstream_id")
  private String upstreamId;

  private String node;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  private String outcome;

  @Column(name = "node_id")
  private String nodeId;

  @Column(name = "job_id")
  private String jobId;

  @Column(name = "rendering_since")
  private Instant renderingSince;

  protected Attempt() {} // for JPA

  public Attempt(
      String generationId,
      int number,
      String adapter,
      String upstreamId,
      String node,
      Instant startedAt) {
    this.id = idOf(generationId, number);
    this.generationId = generationId;
    this.number = number;
    this.adapter = adapter;
    this.upstreamId = upstreamId;
    this.node = node;
    this.startedAt = startedAt;
  }

  public static String idOf(String generationId, int number) {
    return generationId + "-" + number;
  }

  /**
   * Gives the job to a node.
   *
   * @return the id it is sent under: the same for the same attempt, so that a server that takes
   *     over looks for what was sent
   */
  public String sendTo(String renderingNode) {
    nodeId = renderingNode;
    jobId = UUID.nameUUIDFromBytes(id.getBytes(UTF_8)).toString();
    return jobId;
  }

  /** Notes that the node has begun, once. */
  public void renders(Instant now) {
    renderingSince = renderingSince == null ? now : renderingSince;
  }

  public void end(String newOutcome, Instant now) {
    outcome = StoredText.fitting(newOutcome, LONGEST_OUTCOME);
    endedAt = now;
  }

  public int number() {
    return number;
  }

  public String adapter() {
    return adapter;
  }

  public String upstreamId() {
    return upstreamId;
  }

  /** The server that made the attempt. */
  public String node() {
    return node;
  }

  public Instant startedAt() {
    return startedAt;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  /** The rendering node that was given the job; empty for calls. */
  public Optional<String> nodeId() {
    return Optional.ofNullable(nodeId);
  }

  /** What the job is called on the node; empty for calls. */
  public Optional<String> jobId() {
    return Optional.ofNullable(jobId);
  }

  /** When the node was first seen rendering it. */
  public Optional<Instant> renderingSince() {
    return Optional.ofNullable(renderingSince);
  }

  /** How it ended, for operators; empty while it runs or if it was lost. */
  public Optional<String> outcome() {
    return Optional.ofNullable(outcome);
  }
}
