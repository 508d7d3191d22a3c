package dev.easel.domain.generation;

import dev.easel.domain.shared.StoredText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

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

  /** How it ended, for operators; empty while it runs or if it was lost. */
  public Optional<String> outcome() {
    return Optional.ofNullable(outcome);
  }
}
