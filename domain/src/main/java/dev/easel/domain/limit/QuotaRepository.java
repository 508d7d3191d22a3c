package dev.easel.domain.limit;

import java.time.LocalDate;
import java.util.OptionalLong;

/** Generations accepted per tenant and UTC day, as they are stored. */
public interface QuotaRepository {

  /** Puts the day's row there with nothing used, unless it is there. */
  void open(String tenantId, LocalDate day);

  /**
   * Adds to the count if that stays within the limit; no race passes it.
   *
   * @return false if it would not, or if the day was never opened
   */
  boolean use(String tenantId, LocalDate day, long count, long limit);

  /** Empty if the day was never opened. */
  OptionalLong used(String tenantId, LocalDate day);

  /** Deletes the counts of days before that one and returns how many. */
  int forgetBefore(LocalDate day);
}
