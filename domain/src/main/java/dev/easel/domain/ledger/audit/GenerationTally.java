package dev.easel.domain.ledger.audit;

import dev.easel.domain.generation.GenerationStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * A generation as it is stored and what the ledger says of it, in micro-credits.
 *
 * @param mustPay whether it has a price and delivered images
 * @param captured what it says it was charged
 * @param refunded what it says was given back
 * @param holdNamed whether it names a hold
 */
public record GenerationTally(
    String id,
    GenerationStatus status,
    boolean mustPay,
    long captured,
    long refunded,
    boolean holdNamed,
    Entries entries) {

  /**
   * Its entries.
   *
   * @param captured sum of the captures
   * @param refunded sum of the refunds
   */
  public record Entries(long holds, long captures, long captured, long releases, long refunded) {

    @Override
    public String toString() {
      return "%d holds, %d captures of %d, %d releases, refunds of %d"
          .formatted(holds, captures, captured, releases, refunded);
    }
  }

  /** What of it breaks the rules. */
  public List<Discrepancy> discrepancies() {
    List<Discrepancy> all = new ArrayList<>();
    if (entries.holds() != (holdNamed ? 1 : 0)) {
      all.add(found("hold_of_generation", holdNamed ? "1 hold" : "no hold"));
    }
    if (!status.isFinal()) {
      untouched(all);
    } else {
      closed(all);
      charged(all);
    }
    refunds(all);
    return all;
  }

  private void untouched(List<Discrepancy> all) {
    if (entries.captures() + entries.releases() != 0 || captured != 0) {
      all.add(found("open_until_end", "no capture and no release before the end"));
    }
  }

  private void closed(List<Discrepancy> all) {
    if (entries.captures() + entries.releases() != entries.holds()) {
      all.add(found("hold_resolved_once", "each hold ended once"));
    }
  }

  private void charged(List<Discrepancy> all) {
    boolean pays = status == GenerationStatus.COMPLETED && (mustPay || captured > 0);
    if (!pays) {
      if (entries.captures() != 0 || captured != 0) {
        all.add(found("free_end", "no capture for what delivered nothing"));
      }
    } else if (entries.captures() != 1 || entries.captured() != captured || captured == 0) {
      all.add(found("charged_once", "1 capture of " + captured));
    }
  }

  private void refunds(List<Discrepancy> all) {
    if (entries.refunded() > entries.captured()) {
      all.add(found("refunds_within_charge", "refunds of at most " + entries.captured()));
    }
    if (entries.refunded() != refunded) {
      all.add(found("refunds_remembered", "refunds of " + refunded));
    }
  }

  private Discrepancy found(String check, String expected) {
    return Discrepancy.of(check, id, expected, entries);
  }
}
