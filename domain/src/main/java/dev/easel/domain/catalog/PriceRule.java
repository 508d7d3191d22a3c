package dev.easel.domain.catalog;

import dev.easel.domain.shared.Credits;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * What one image of a model costs under certain terms. Never edited: a new price is a new version
 * of all rules of the model ({@link PriceList}), and each generation keeps the rule and the version
 * it was accepted under.
 */
@Entity
@Table(name = "price_rule")
public class PriceRule {

  @Id private String id;

  @Column(name = "model_id", updatable = false)
  private String modelId;

  @Column(updatable = false)
  private String operation;

  @Column(name = "max_pixels", updatable = false)
  private Long maxPixels;

  @Column(updatable = false)
  private String quality;

  @Column(name = "from_count", updatable = false)
  private int fromCount;

  @Column(name = "rule_version", updatable = false)
  private int version;

  @Column(name = "usd_micros", updatable = false)
  private long usdMicros;

  @Column(name = "included_steps", updatable = false)
  private Integer includedSteps;

  @Column(name = "usd_micros_per_extra_step", updatable = false)
  private long usdMicrosPerExtraStep;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  protected PriceRule() {} // for JPA

  /**
   * @param position its place in the list, which makes its id
   */
  public PriceRule(PriceList list, int position, PriceTerms terms) {
    id = list.id() + ":" + position;
    modelId = list.modelId();
    version = list.version();
    operation = terms.operation();
    maxPixels = terms.maxPixels();
    quality = terms.quality();
    fromCount = terms.fromCount();
    usdMicros = terms.usdMicros();
    includedSteps = terms.includedSteps();
    usdMicrosPerExtraStep = terms.usdMicrosPerExtraStep();
    createdAt = list.createdAt();
  }

  public String id() {
    return id;
  }

  public String modelId() {
    return modelId;
  }

  /** The version of the model's prices it belongs to. */
  public int version() {
    return version;
  }

  public PriceTerms terms() {
    return new PriceTerms(
        operation, maxPixels, quality, fromCount, usdMicros, includedSteps, usdMicrosPerExtraStep);
  }

  /** What one image costs that takes so many steps. */
  public Credits perImage(int steps) {
    int extra = includedSteps == null ? 0 : Math.max(0, steps - includedSteps);
    long further = Math.multiplyExact(usdMicrosPerExtraStep, extra);
    return Credits.ofUsdMicros(Math.addExact(usdMicros, further));
  }
}
