package dev.easel.service.ledger;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.ledger.EntryKind;
import dev.easel.domain.ledger.LedgerAccount;
import dev.easel.domain.ledger.LedgerRepository;
import dev.easel.domain.ledger.LedgerRepository.KindTotal;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.domain.shared.Utc;
import dev.easel.service.ledger.Statement.Line;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Monthly statements, from a wallet's first entry on. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Statements {

  /** An entry is stamped before it is committed, by servers whose clocks differ a little. */
  private static final Duration LATE = Duration.ofMinutes(5);

  private static final Set<EntryKind> GIVEN = EnumSet.of(EntryKind.GRANT, EntryKind.TOP_UP);
  private static final Set<EntryKind> CORRECTED =
      EnumSet.of(EntryKind.REFUND, EntryKind.ADJUSTMENT);

  @Inject LedgerRepository ledger;
  @Inject Clock clock;

  /**
   * Newest first, with one line per kind.
   *
   * @param before only months before this one
   */
  public Page<Statement> list(Caller caller, Optional<YearMonth> before, int limit) {
    String wallet = LedgerAccount.walletId(caller.tenantId());
    YearMonth first = first(wallet).orElse(null);
    if (first == null) {
      return new Page<>(List.of(), Optional.empty());
    }
    YearMonth newest =
        before.map(m -> m.minusMonths(1)).filter(m -> m.isBefore(thisMonth())).orElse(thisMonth());
    YearMonth oldest = newest.minusMonths(limit - 1L);
    YearMonth start = oldest.isBefore(first) ? first : oldest;
    List<Statement> statements = new ArrayList<>();
    Credits opening = balanceBefore(wallet, start);
    for (YearMonth month = start; !month.isAfter(newest); month = month.plusMonths(1)) {
      Statement statement = new Statement(month, isOpen(month), opening, byKind(wallet, month));
      statements.add(statement);
      opening = statement.closing();
    }
    Collections.reverse(statements);
    boolean more = start.isAfter(first);
    return new Page<>(statements, more ? Optional.of(start.toString()) : Optional.empty());
  }

  /**
   * One month, with one line per model that was charged.
   *
   * @throws FailureException {@code NOT_FOUND} for months before the first entry or after this one
   */
  public Statement get(Caller caller, YearMonth month) {
    String wallet = LedgerAccount.walletId(caller.tenantId());
    boolean known =
        first(wallet).filter(first -> !month.isBefore(first)).isPresent()
            && !month.isAfter(thisMonth());
    if (!known) {
      throw FailureException.notFound("invoice", month);
    }
    return new Statement(
        month, isOpen(month), balanceBefore(wallet, month), byModel(wallet, month));
  }

  private List<Line> byModel(String wallet, YearMonth month) {
    // The models first and then the rest, so that nothing is told twice.
    List<Line> charges =
        ledger.charges(wallet, Statement.start(month), end(month)).stream()
            .map(
                charge ->
                    new Line(
                        EntryKind.CAPTURE,
                        charge.modelId(),
                        charge.generations(),
                        charge.images(),
                        charge.charge().negated()))
            .toList();
    List<Line> others = byKind(wallet, month);
    List<Line> lines = new ArrayList<>();
    others.stream().filter(line -> GIVEN.contains(line.kind())).forEach(lines::add);
    lines.addAll(charges);
    others.stream().filter(line -> CORRECTED.contains(line.kind())).forEach(lines::add);
    return lines;
  }

  private List<Line> byKind(String wallet, YearMonth month) {
    List<KindTotal> totals = ledger.totals(wallet, Statement.start(month), end(month));
    List<Line> lines = new ArrayList<>();
    for (EntryKind kind : EntryKind.values()) {
      List<KindTotal> own = totals.stream().filter(total -> total.kind() == kind).toList();
      long entries = own.stream().mapToLong(KindTotal::entries).sum();
      if (entries > 0) {
        lines.add(new Line(kind, Optional.empty(), entries, 0, sum(own)));
      }
    }
    return lines;
  }

  private Credits balanceBefore(String wallet, YearMonth month) {
    return sum(ledger.totals(wallet, Instant.EPOCH, Statement.start(month)));
  }

  private static Credits sum(List<KindTotal> totals) {
    return totals.stream().map(KindTotal::change).reduce(Credits.ZERO, Credits::plus);
  }

  private Optional<YearMonth> first(String wallet) {
    return ledger.firstEntry(wallet).map(time -> Utc.month(time));
  }

  private YearMonth thisMonth() {
    return Utc.month(clock.instant());
  }

  private boolean isOpen(YearMonth month) {
    return clock.instant().isBefore(end(month).plus(LATE));
  }

  private static Instant end(YearMonth month) {
    return Statement.start(month.plusMonths(1));
  }
}
