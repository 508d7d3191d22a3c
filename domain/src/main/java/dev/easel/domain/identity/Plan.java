package dev.easel.domain.identity;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.OptionalInt;

/**
 * What a tenant has subscribed to. Source: seed 001 "Rate Limits"; limits that are absent are not
 * enforced.
 */
@Entity
@Table(name = "plan")
public class Plan {

  @Id private String id;

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "per_minute")
  private Integer perMinute;

  @Column(name = "per_hour")
  private Integer perHour;

  @Column(name = "per_day")
  private Integer perDay;

  private Integer concurrency;

  @Column(name = "monthly_credits")
  private long monthlyCredits;

  @Column(name = "storage_mb")
  private int storageMb;

  private boolean vip;

  private int weight = 1;

  protected Plan() {} // for JPA

  public Plan(String id, PlanTerms terms) {
    this.id = id;
    revise(terms);
  }

  /** Says that there is a plan of this id. */
  public static FailureException taken(String id) {
    return FailureException.of(FailureCode.CONFLICT, "There is a plan " + id + " already");
  }

  /** Replaces what it offers: limits within seconds, grants from the next period on. */
  public final void revise(PlanTerms terms) {
    displayName = terms.displayName();
    perMinute = nullable(terms.perMinute());
    perHour = nullable(terms.perHour());
    perDay = nullable(terms.perDay());
    concurrency = nullable(terms.concurrency());
    monthlyCredits = terms.monthlyCredits();
    storageMb = terms.storageMb();
    vip = terms.vip();
    weight = terms.weight();
  }

  public PlanTerms terms() {
    return new PlanTerms(
        displayName,
        perMinute(),
        perHour(),
        perDay(),
        concurrency(),
        monthlyCredits,
        storageMb,
        vip,
        weight);
  }

  public String id() {
    return id;
  }

  public String displayName() {
    return displayName;
  }

  public OptionalInt perMinute() {
    return optional(perMinute);
  }

  public OptionalInt perHour() {
    return optional(perHour);
  }

  public OptionalInt perDay() {
    return optional(perDay);
  }

  /** How many generations of a tenant run at once; the others wait. */
  public OptionalInt concurrency() {
    return optional(concurrency);
  }

  /** Whole credits granted each month. */
  public long monthlyCredits() {
    return monthlyCredits;
  }

  public int storageMb() {
    return storageMb;
  }

  public boolean vip() {
    return vip;
  }

  /** The share of the nodes beside other plans' tenants who wait. */
  public int weight() {
    return weight;
  }

  private static Integer nullable(OptionalInt limit) {
    return limit.isPresent() ? limit.getAsInt() : null;
  }

  private static OptionalInt optional(Integer limit) {
    return limit == null ? OptionalInt.empty() : OptionalInt.of(limit);
  }
}
