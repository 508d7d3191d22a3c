package dev.easel.domain.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One version of all prices of a model, published at once. Of those whose time has come the newest
 * counts, whole; so a rule that is missing from it is gone. Never edited.
 */
@Entity
@Table(name = "price_list")
public class PriceList {

  /** Characters of a reason. */
  public static final int LONGEST_REASON = 200;

  @Id private String id;

  @Column(name = "model_id", updatable = false)
  private String modelId;

  @Column(name = "list_version", updatable = false)
  private int version;

  @Column(name = "active_from", updatable = false)
  private Instant activeFrom;

  @Column(updatable = false)
  private String reason;

  @Column(updatable = false)
  private String actor;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  protected PriceList() {} // for JPA

  /**
   * @param actor who published it
   */
  public PriceList(
      String modelId, int version, Instant activeFrom, String reason, String actor, Instant now) {
    this.id = modelId + ":" + version;
    this.modelId = modelId;
    this.version = version;
    this.activeFrom = activeFrom;
    this.reason = reason;
    this.actor = actor;
    this.createdAt = now;
  }

  public String id() {
    return id;
  }

  public String modelId() {
    return modelId;
  }

  /** 1 for what was shipped. */
  public int version() {
    return version;
  }

  public Instant activeFrom() {
    return activeFrom;
  }

  public String reason() {
    return reason;
  }

  public String actor() {
    return actor;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
