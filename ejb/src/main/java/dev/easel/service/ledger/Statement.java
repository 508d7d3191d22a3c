package dev.easel.service.ledger;

import dev.easel.domain.ledger.EntryKind;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Utc;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A month of a wallet: what was there, what moved it, what is left. Opening balance and lines add
 * up to the closing balance. Months are UTC.
 *
 * @param open whether entries may still come
 */
public record Statement(YearMonth month, boolean open, Credits opening, List<Line> lines) {

  /**
   * What one kind of entry, or one model, did to the balance.
   *
   * @param model for charges; empty where the generations are gone
   * @param entries how many there are
   * @param images how many were delivered for a charge
   * @param amount below zero for what was taken
   */
  public record Line(
      EntryKind kind, Optional<String> model, long entries, long images, Credits amount) {}

  public Statement {
    lines = List.copyOf(lines);
  }

  public Credits closing() {
    return lines.stream().map(Line::amount).reduce(opening, Credits::plus);
  }

  public Credits total(EntryKind kind) {
    return lines.stream()
        .filter(line -> line.kind() == kind)
        .map(Line::amount)
        .reduce(Credits.ZERO, Credits::plus);
  }

  /** What was taken for images, as a change of the balance; refunds are not in it. */
  public Credits charged() {
    return total(EntryKind.CAPTURE);
  }

  /** The first day. */
  public LocalDate firstDay() {
    return month.atDay(1);
  }

  /** The last day, which belongs to it whole. */
  public LocalDate lastDay() {
    return month.atEndOfMonth();
  }

  static Instant start(YearMonth month) {
    return Utc.start(month);
  }
}
