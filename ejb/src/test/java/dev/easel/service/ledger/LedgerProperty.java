package dev.easel.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.ledger.EntryKind;
import dev.easel.domain.ledger.LedgerAccount;
import dev.easel.domain.ledger.LedgerQuery;
import dev.easel.domain.ledger.Transfer;
import dev.easel.domain.ledger.Transfer.Phase;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Page;
import dev.easel.service.ledger.LedgerWalk.Move;
import dev.easel.service.ledger.LedgerWalk.Step;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is booked in whatever order, the books are in order after every step. */
class LedgerProperty {

  @Property(tries = 400)
  void theBooksAreInOrderAfterEveryStep(@ForAll("walks") List<Step> steps) {
    LedgerWalk walk = new LedgerWalk();
    List<String> written = List.of();
    for (Step step : steps) {
      walk.play(step);
      checkModel(walk);
      checkEntries(walk.entries());
      written = checkNothingChanged(walk, written);
    }
  }

  @Property(tries = 200)
  void statementsAddUpToTheBalance(@ForAll("walks") List<Step> steps) {
    LedgerWalk walk = new LedgerWalk();
    steps.forEach(walk::play);
    Statements statements = Ledgers.statements(walk.accounts, walk.clock);

    List<Statement> all = pages(statements);

    Credits balance = Credits.ZERO;
    for (Statement statement : all) {
      assertThat(statement.opening()).isEqualTo(balance);
      balance = statement.closing();
      Statement whole = statements.get(LedgerWalk.ANN, statement.month());
      assertThat(whole.total(EntryKind.GRANT)).isEqualTo(statement.total(EntryKind.GRANT));
      assertThat(whole.opening()).isEqualTo(statement.opening());
      assertThat(whole.closing()).isEqualTo(statement.closing());
    }
    assertThat(balance).isEqualTo(walk.wallet().posted());
    YearMonth now = YearMonth.from(walk.clock.instant().atOffset(ZoneOffset.UTC));
    assertThat(all).allMatch(s -> s.open() == s.month().equals(now));
  }

  @Property(tries = 200)
  void theListTellsEveryEntryAndWhatItDid(@ForAll("walks") List<Step> steps) {
    LedgerWalk walk = new LedgerWalk();
    steps.forEach(walk::play);
    LedgerReader reader = Ledgers.reader(walk.accounts);

    List<LedgerEntry> told = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<LedgerEntry> page = reader.list(LedgerWalk.ANN, query(after));
      told.addAll(page.items());
      after = page.next();
    } while (after.isPresent());

    assertThat(told.stream().map(entry -> entry.transfer().id()))
        .containsExactlyInAnyOrderElementsOf(walk.entries().stream().map(Transfer::id).toList());
    assertThat(sum(told.stream().map(entry -> entry.transfer().balanceEffect()).toList()))
        .isEqualTo(walk.wallet().posted());
    assertThat(sum(told.stream().map(LedgerEntry::availableEffect).toList()))
        .isEqualTo(walk.wallet().available());
  }

  private static void checkModel(LedgerWalk walk) {
    LedgerAccount wallet = walk.wallet();
    assertThat(wallet.posted().micros()).isEqualTo(walk.owned);
    assertThat(wallet.held().micros()).isEqualTo(walk.reserved());
    assertThat(wallet.available().isNegative()).isFalse();
  }

  private static void checkEntries(List<Transfer> entries) {
    Map<String, Long> balances = new HashMap<>();
    entries.stream()
        .filter(entry -> entry.phase() == Phase.SINGLE || entry.phase() == Phase.POST)
        .forEach(
            entry -> {
              balances.merge(entry.creditAccount(), entry.amount().micros(), Long::sum);
              balances.merge(entry.debitAccount(), -entry.amount().micros(), Long::sum);
            });
    assertThat(balances.values().stream().mapToLong(Long::longValue).sum()).isZero();
    entries.stream().filter(e -> e.phase() == Phase.PENDING).forEach(e -> checkHold(e, entries));
    entries.stream().filter(e -> e.phase() == Phase.POST).forEach(e -> checkRefunds(e, entries));
  }

  private static void checkHold(Transfer hold, List<Transfer> entries) {
    List<Transfer> ends =
        entries.stream().filter(e -> e.pendingId().filter(hold.id()::equals).isPresent()).toList();
    assertThat(ends).hasSizeLessThanOrEqualTo(1);
    assertThat(ends).allMatch(end -> end.amount().compareTo(hold.amount()) <= 0);
    assertThat(ends).allMatch(end -> end.generationId().equals(hold.generationId()));
  }

  private static void checkRefunds(Transfer capture, List<Transfer> entries) {
    List<Credits> refunds =
        entries.stream()
            .filter(e -> e.captureId().filter(capture.id()::equals).isPresent())
            .map(Transfer::amount)
            .toList();
    assertThat(sum(refunds)).isLessThanOrEqualTo(capture.amount());
  }

  private static List<String> checkNothingChanged(LedgerWalk walk, List<String> before) {
    List<String> now =
        walk.entries().stream()
            .map(e -> e.id() + e.kind() + e.signedAmount() + e.reason() + e.createdAt())
            .toList();
    assertThat(now.subList(0, before.size())).isEqualTo(before);
    return now;
  }

  /** Oldest first, read in small pages. */
  private static List<Statement> pages(Statements statements) {
    List<Statement> all = new ArrayList<>();
    Optional<YearMonth> before = Optional.empty();
    do {
      Page<Statement> page = statements.list(LedgerWalk.ANN, before, 2);
      page.items().forEach(statement -> all.add(0, statement));
      before = page.next().map(YearMonth::parse);
    } while (before.isPresent());
    return all;
  }

  private static LedgerQuery query(Optional<String> after) {
    return new LedgerQuery(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), after, 3);
  }

  private static Credits sum(List<Credits> credits) {
    return credits.stream().reduce(Credits.ZERO, Credits::plus);
  }

  @Provide
  Arbitrary<List<Step>> walks() {
    Arbitrary<Step> step =
        Combinators.combine(
                Arbitraries.of(Move.class),
                Arbitraries.integers().between(0, 100),
                Arbitraries.longs().between(1, 1000),
                Arbitraries.integers().between(0, 20))
            .as(Step::new);
    return step.list().ofMinSize(1).ofMaxSize(40);
  }
}
