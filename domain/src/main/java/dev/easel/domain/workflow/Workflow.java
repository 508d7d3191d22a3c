package dev.easel.domain.workflow;

import static java.util.Objects.requireNonNull;

import dev.easel.domain.catalog.Capability;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;

/**
 * A way to have a model do one thing on a node: a graph with the places where values go. A route of
 * its model as long as it is enabled, which it can be once it passed a check.
 */
@Entity
@Table(name = "workflow")
public class Workflow {

  /** UTF-16 units of a definition. */
  public static final int LONGEST_DEFINITION = 300_000;

  /** UTF-16 units of a name. */
  public static final int LONGEST_NAME = 120;

  /** What shipped workflows were checked against. */
  private static final String SHIPPED_CHECK = "shipped";

  @Id private String id;

  private String name;

  @Column(name = "model_id")
  private String modelId;

  @Enumerated(EnumType.STRING)
  private Capability operation;

  private int preference;
  private String definition;

  @Column(updatable = false)
  private boolean shipped;

  private boolean edited;
  private boolean enabled;

  @Column(name = "checked_at")
  private Instant checkedAt;

  @Column(name = "checked_against")
  private String checkedAgainst;

  @Version private long version;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Workflow() {} // for JPA

  private Workflow(String id, Terms terms, boolean shipped, Instant now) {
    this.id = requireNonNull(id, "id");
    this.shipped = shipped;
    this.createdAt = now;
    take(terms, now);
  }

  /** Of an administrator: not enabled, and to be checked first. */
  public static Workflow own(String id, Terms terms, Instant now) {
    return new Workflow(id, terms, false, now);
  }

  /** Of the release, which was checked when it was made. */
  public static Workflow shipped(String id, Terms terms, boolean enabled, Instant now) {
    Workflow made = new Workflow(id, terms, true, now);
    made.checkedAt = now;
    made.checkedAgainst = SHIPPED_CHECK;
    made.enabled = enabled;
    return made;
  }

  /** An administrator's edit; another definition has to be checked and enabled anew. */
  public void replace(Terms terms, Instant now) {
    if (!terms.definition.equals(definition)) {
      enabled = false;
      checkedAt = null;
      checkedAgainst = null;
    }
    edited = true;
    take(terms, now);
  }

  /** Same graph, other files: whether a node has them is asked whenever the workflow is used. */
  public void chooseFiles(String newDefinition, Instant now) {
    edited = true;
    definition = newDefinition;
    updatedAt = now;
  }

  /**
   * What a later release ships under the same id.
   *
   * @return whether it was taken; what an administrator edited stays
   */
  public boolean upgrade(Terms terms, Instant now) {
    boolean wanted = shipped && !edited && !terms.equals(terms());
    if (wanted) {
      take(terms, now);
    }
    return wanted;
  }

  /**
   * @param against the node, or {@code document}
   */
  public void passed(String against, Instant now) {
    checkedAt = now;
    checkedAgainst = against;
  }

  /** No route any more until it passes. */
  public void failed() {
    checkedAt = null;
    checkedAgainst = null;
    enabled = false;
  }

  /**
   * @throws IllegalStateException if it was not checked
   */
  public void enable(Instant now) {
    if (checkedAt == null) {
      throw new IllegalStateException("Not checked: " + id);
    }
    enabled = true;
    updatedAt = now;
  }

  public void disable(Instant now) {
    enabled = false;
    updatedAt = now;
  }

  private void take(Terms terms, Instant now) {
    name = terms.name;
    modelId = terms.modelId;
    operation = terms.operation;
    preference = terms.preference;
    definition = terms.definition;
    updatedAt = now;
  }

  public Terms terms() {
    return new Terms(name, modelId, operation, preference, definition);
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String modelId() {
    return modelId;
  }

  public Capability operation() {
    return operation;
  }

  /** Lower is tried first. */
  public int preference() {
    return preference;
  }

  /** JSON: the graph and what is known of it. */
  public String definition() {
    return definition;
  }

  /** Whether it came with a release. */
  public boolean shipped() {
    return shipped;
  }

  /** Whether an administrator changed what was shipped. */
  public boolean edited() {
    return edited;
  }

  public boolean enabled() {
    return enabled;
  }

  /** When it last passed a check; empty if it has to. */
  public Optional<Instant> checkedAt() {
    return Optional.ofNullable(checkedAt);
  }

  /** What it was checked against: a node's name, {@code document} or {@code shipped}. */
  public Optional<String> checkedAgainst() {
    return Optional.ofNullable(checkedAgainst);
  }

  public long version() {
    return version;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  /**
   * What an administrator decides.
   *
   * @param modelId public id of the model it serves
   * @param operation what it does for the model
   * @param preference lower is tried first
   * @param definition JSON
   */
  public record Terms(
      String name, String modelId, Capability operation, int preference, String definition) {

    public Terms {
      requireNonNull(operation, "operation");
      if (name.length() > LONGEST_NAME || definition.length() > LONGEST_DEFINITION) {
        throw new IllegalArgumentException("Too long: " + name);
      }
    }
  }
}
