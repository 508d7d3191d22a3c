package dev.easel.domain.catalog;

import dev.easel.domain.shared.Credits;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * What one image of a model costs for one operation. Never edited: a new price is a new version,
 * and each generation keeps the one it was accepted under. A model without a rule cannot be called.
 */
@Entity
@Table(name = "price_rule")
public class PriceRule {

  @Id private String id;

  @Column(name = "model_id")
  private String modelId;

  private String operation;

  @Column(name = "rule_version")
  private int version;

  @Column(name = "usd_micros")
  private long usdMicros;

  protected PriceRule() {} // for JPA

  public String id() {
    return id;
  }

  public String modelId() {
    return modelId;
  }

  /** Name of a {@link Capability}, or {@code *} for every operation without its own rule. */
  public String operation() {
    return operation;
  }

  public int version() {
    return version;
  }

  public Credits perImage() {
    return Credits.ofUsdMicros(usdMicros);
  }
}
