package dev.easel.slice;

import static dev.easel.slice.Backstage.origin;
import static dev.easel.slice.Backstage.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.generation.Generation;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.ledger.EntryKind;
import dev.easel.domain.ledger.LedgerQuery;
import dev.easel.domain.ledger.LedgerRepository;
import dev.easel.domain.ledger.LedgerRepository.KindTotal;
import dev.easel.domain.ledger.LedgerRepository.ModelCharge;
import dev.easel.domain.ledger.Transfer;
import dev.easel.domain.ledger.Voucher;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Ids;
import dev.easel.domain.shared.Page;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import dev.easel.service.generation.Submission;
import dev.easel.service.ledger.Booking;
import dev.easel.service.ledger.CreditDesk;
import dev.easel.service.ledger.Ledger;
import dev.easel.service.ledger.Statement;
import dev.easel.service.ledger.Statement.Line;
import dev.easel.service.ledger.Statements;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Money under contention, on the real database. */
@ArquillianTest
class LedgerIT {

  private static final Optional<Credits> ALL = Optional.empty();

  @Inject GenerationService generations;
  @Inject CatalogService catalog;
  @Inject Ledger ledger;
  @Inject CreditDesk desk;
  @Inject Statements statements;
  @Inject LedgerRepository entries;
  @Inject Backstage backstage;
  @Inject Crowd crowd;

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  @Test
  void of200AtOnceWithMoneyForOneOneIsAccepted() throws Exception {
    assertAccepted(1);
  }

  @Test
  void of200AtOnceWithMoneyFor50Exactly50AreAccepted() throws Exception {
    assertAccepted(50);
  }

  @Test
  void eightRefundsAtOnceGiveTheMoneyBackOnce() throws Exception {
    Caller caller = backstage.tenantWith(each());
    String id = delivered(caller).id();

    List<Object> ends = crowd.all(8, n -> desk.refund(caller, id, ALL, voucher("r" + n)));

    assertThat(ends.stream().filter(Booking.class::isInstance)).hasSize(1);
    assertThat(ends.stream().filter(FailureException.class::isInstance))
        .hasSize(7)
        .allMatch(e -> ((FailureException) e).code() == FailureCode.CONFLICT);
    assertThat(ledger.available(caller.tenantId())).isEqualTo(each());
    assertThat(refunded(id)).isEqualTo(each().micros());
    assertBooksAreInOrder(caller);
  }

  @Test
  void eightRefundsWithOneKeyAreOneRefund() throws Exception {
    Caller caller = backstage.tenantWith(each());
    String id = delivered(caller).id();
    Voucher voucher = voucher("same");

    assertOneBooking(n -> desk.refund(caller, id, ALL, voucher));

    assertThat(refunded(id)).isEqualTo(each().micros());
    assertBooksAreInOrder(caller);
  }

  @Test
  void eightTopUpsWithOneKeyAreOneTopUp() throws Exception {
    Caller caller = backstage.tenantWith(Credits.of(1));
    Voucher voucher = voucher("same");

    assertOneBooking(n -> desk.topUp(caller, caller.tenantId(), Credits.of(5), voucher));

    assertThat(ledger.available(caller.tenantId())).isEqualTo(Credits.of(6));
    assertBooksAreInOrder(caller);
  }

  @Test
  void eightAdjustmentsAtOnceTakeNoMoreThanThereIs() throws Exception {
    Caller caller = backstage.tenantWith(Credits.of(10));

    List<Object> ends =
        crowd.all(8, n -> desk.adjust(caller, caller.tenantId(), Credits.of(-3), voucher("a" + n)));

    assertThat(ends.stream().filter(Booking.class::isInstance)).hasSize(3);
    assertThat(ledger.available(caller.tenantId())).isEqualTo(Credits.of(1));
    assertBooksAreInOrder(caller);
  }

  @Test
  void theDatabaseRefusesToChangeOrRemoveAnEntry() throws Exception {
    Caller caller = backstage.tenantWith(Credits.of(10));
    String wallet = "acc_" + caller.tenantId();

    for (String change :
        List.of("update ledger_transfer set amount = 1", "delete from ledger_transfer")) {
      assertThatThrownBy(() -> backstage.change(change + " where wallet_id = ?", wallet))
          .hasStackTraceContaining("never changed or removed");
    }
    assertThatThrownBy(() -> backstage.change("truncate table ledger_transfer"))
        .isInstanceOf(Exception.class);
    assertBooksAreInOrder(caller);
  }

  @Test
  void entriesAreListedAndSummedAsTheyWereBooked() throws Exception {
    Caller caller = backstage.tenantWith(Credits.of(10));
    String wallet = "acc_" + caller.tenantId();
    String id = delivered(caller).id();
    desk.refund(caller, id, Optional.of(new Credits(1)), voucher("r"));
    desk.adjust(caller, caller.tenantId(), Credits.of(-1), voucher("a"));
    Instant start = backstage.now().minus(Duration.ofHours(1));
    Instant end = backstage.now().plus(Duration.ofHours(1));

    assertThat(pages(wallet))
        .containsExactly(
            EntryKind.ADJUSTMENT,
            EntryKind.REFUND,
            EntryKind.CAPTURE,
            EntryKind.HOLD,
            EntryKind.GRANT);
    assertThat(backstage.inTransaction(() -> entries.totals(wallet, start, end)))
        .containsExactlyInAnyOrder(
            new KindTotal(EntryKind.GRANT, Credits.of(10), 1),
            new KindTotal(EntryKind.CAPTURE, each().negated(), 1),
            new KindTotal(EntryKind.REFUND, new Credits(1), 1),
            new KindTotal(EntryKind.ADJUSTMENT, Credits.of(-1), 1));
    assertThat(backstage.inTransaction(() -> entries.charges(wallet, start, end)))
        .containsExactly(new ModelCharge(Optional.of(Backstage.MODEL), 1, 1, each()));
    assertThat(backstage.inTransaction(() -> entries.firstEntry(wallet))).isPresent();
    assertThat(backstage.inTransaction(() -> entries.totals(wallet, end, end))).isEmpty();
  }

  @Test
  void chargesForGenerationsThatAreGoneAreTold() throws Exception {
    Caller caller = backstage.tenantWith(Credits.of(10));
    String hold =
        backstage.inTransaction(
            () -> ledger.hold(caller, Ids.random("gen"), Credits.of(4)).orElseThrow());
    backstage.inTransaction( // another one, as the render's is: entries refer to stored holds
        () -> {
          ledger.capture(hold, Credits.of(3));
          return hold;
        });

    Statement statement =
        statements.get(caller, YearMonth.from(backstage.now().atOffset(ZoneOffset.UTC)));

    assertThat(statement.lines())
        .contains(new Line(EntryKind.CAPTURE, Optional.empty(), 1, 0, Credits.of(-3)));
    assertThat(statement.closing()).isEqualTo(Credits.of(7));
    assertBooksAreInOrder(caller);
  }

  private void assertAccepted(int wanted) throws Exception {
    Caller caller = backstage.tenantWith(each().times(wanted));

    List<Object> ends =
        crowd.all(200, n -> generations.submit(caller, small(), origin(), Idempotency.none()));

    assertThat(ends.stream().filter(Submission.class::isInstance)).hasSize(wanted);
    assertThat(ends.stream().filter(FailureException.class::isInstance))
        .hasSize(200 - wanted)
        .allMatch(e -> ((FailureException) e).code() == FailureCode.INSUFFICIENT_CREDITS);
    for (Object end : ends) {
      if (end instanceof Submission submission) {
        backstage.awaitEnd(caller, submission.generation().id());
      }
    }
    assertThat(ledger.available(caller.tenantId())).isEqualTo(Credits.ZERO);
    assertThat(
            backstage.count(
                "select count(*) from generation where tenant_id = ?", caller.tenantId()))
        .isEqualTo(wanted);
    assertBooksAreInOrder(caller);
  }

  private void assertOneBooking(IntFunction<Object> call) throws Exception {
    List<Object> ends = crowd.all(8, call);

    assertThat(ends).allMatch(Booking.class::isInstance);
    assertThat(ends.stream().map(end -> ((Booking) end).entry().id()).distinct()).hasSize(1);
    assertThat(ends.stream().filter(end -> !((Booking) end).replayed())).hasSize(1);
  }

  /** What the wallet says of itself is the sum of its entries. */
  private void assertBooksAreInOrder(Caller caller) throws Exception {
    String wallet = "acc_" + caller.tenantId();
    long moved =
        backstage.count(
            "select sum(case when credit_account = wallet_id then amount else -amount end)"
                + " from ledger_transfer where wallet_id = ? and phase in ('SINGLE', 'POST')",
            wallet);
    long held =
        backstage.count(
            "select coalesce(sum(h.amount), 0) from ledger_transfer h where h.wallet_id = ?"
                + " and h.phase = 'PENDING' and not exists"
                + " (select 1 from ledger_transfer e where e.pending_id = h.id)",
            wallet);

    assertThat(backstage.count("select posted from ledger_account where id = ?", wallet))
        .isEqualTo(moved)
        .isGreaterThanOrEqualTo(held);
    assertThat(backstage.count("select held from ledger_account where id = ?", wallet))
        .isEqualTo(held);
  }

  private List<EntryKind> pages(String wallet) throws Exception {
    List<EntryKind> kinds = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Optional<String> start = after;
      Page<Transfer> page = backstage.inTransaction(() -> entries.list(wallet, query(start)));
      page.items().forEach(entry -> kinds.add(entry.kind()));
      after = page.next();
    } while (after.isPresent());
    return kinds;
  }

  private static LedgerQuery query(Optional<String> after) {
    return new LedgerQuery(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), after, 2);
  }

  private Generation delivered(Caller caller) throws Exception {
    String id = generations.submit(caller, small(), origin(), Idempotency.none()).generation().id();
    return backstage.awaitEnd(caller, id).generation();
  }

  private Credits each() {
    return catalog.current().get(Backstage.MODEL).listPrice().get();
  }

  private long refunded(String id) throws Exception {
    return backstage.count("select refunded from generation where id = ?", id);
  }

  private static Voucher voucher(String key) {
    return new Voucher(Ids.random(key.substring(0, 1)), "slice", "user_root");
  }
}
