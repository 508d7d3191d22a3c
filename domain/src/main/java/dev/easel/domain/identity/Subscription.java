package dev.easel.domain.identity;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** The month a tenant's plan runs, and what was granted in it. Each tenant has one. */
@Entity
@Table(name = "subscription")
public class Subscription {

  /** Whether there will be another period. */
  public enum Status {
    ACTIVE,
    /** No further grants; what the plan allows stays until an administrator changes the plan. */
    CANCELLED;

    /** {@code active}. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Id
  @Column(name = "tenant_id")
  private String tenantId;

  @Enumerated(EnumType.STRING)
  private Status status;

  @Column(name = "anchor_day")
  private int anchorDay;

  @Column(name = "period_start")
  private LocalDate periodStart;

  @Column(name = "period_end")
  private LocalDate periodEnd;

  private long granted;

  protected Subscription() {} // for JPA

  /**
   * A running subscription.
   *
   * @param anchorDay day of the month it is renewed on, 1–31
   * @param granted whole credits that were given for the period already
   */
  public Subscription(String tenantId, int anchorDay, BillingPeriod period, long granted) {
    this.tenantId = tenantId;
    this.status = Status.ACTIVE;
    this.anchorDay = anchorDay;
    this.periodStart = period.start();
    this.periodEnd = period.end();
    this.granted = granted;
  }

  /** Says that somebody else made the tenant's subscription at this moment. */
  public static FailureException opened() {
    return FailureException.of(FailureCode.CONFLICT, "The subscription was opened meanwhile");
  }

  public String tenantId() {
    return tenantId;
  }

  public Status status() {
    return status;
  }

  public int anchorDay() {
    return anchorDay;
  }

  public BillingPeriod period() {
    return new BillingPeriod(periodStart, periodEnd);
  }

  /** Whole credits that were given for this period, by the best plan it has seen. */
  public long granted() {
    return granted;
  }

  /** The day of the next period and its grant; empty if there will be none. */
  public Optional<LocalDate> renewsOn() {
    return status == Status.ACTIVE ? Optional.of(periodEnd) : Optional.empty();
  }

  public boolean dueOn(LocalDate today) {
    return status == Status.ACTIVE && !periodEnd.isAfter(today);
  }

  /** Moves on to the next period, for which nothing is granted yet. */
  public void renew() {
    BillingPeriod next = period().next(anchorDay);
    periodStart = next.start();
    periodEnd = next.end();
    granted = 0;
  }

  /**
   * Notes that this period deserves {@code credits}.
   *
   * @return how many more than it was given, zero if it was given as many
   */
  public long raiseGrant(long credits) {
    long missing = Math.max(0, credits - granted);
    granted += missing;
    return missing;
  }

  public void cancel() {
    status = Status.CANCELLED;
  }

  /** Goes on; periods that passed meanwhile are not made up for, the next begins today. */
  public void resume(LocalDate today) {
    if (status == Status.CANCELLED && periodEnd.isBefore(today)) {
      periodStart = today;
      periodEnd = today;
    }
    status = Status.ACTIVE;
  }
}
