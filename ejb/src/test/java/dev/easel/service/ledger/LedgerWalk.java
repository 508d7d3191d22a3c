package dev.easel.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.ledger.LedgerAccount;
import dev.easel.domain.ledger.Transfer;
import dev.easel.domain.ledger.Voucher;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryLedger;
import dev.easel.fake.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The ledger on a random walk, beside a model so simple that it is right by looking at it: one
 * number for what is owned, and for each hold what is left of it.
 */
final class LedgerWalk {

  static final Caller ANN = new Caller("ten_ann", "user_ann", "key_ann", "pro", true);

  /** What can happen next. */
  enum Move {
    GRANT,
    TOP_UP,
    TOP_UP_AGAIN,
    ADJUST_UP,
    ADJUST_DOWN,
    HOLD,
    CAPTURE,
    RELEASE,
    REFUND_SOME,
    REFUND_ALL,
    REFUND_AGAIN
  }

  /**
   * One step.
   *
   * @param pick chooses among what there is
   * @param days that pass before it
   */
  record Step(Move move, int pick, long micros, int days) {}

  /** A hold as the model sees it; captured is null until it ends. */
  static final class Held {
    final long amount;
    Long captured;
    long refunded;

    Held(long amount) {
      this.amount = amount;
    }
  }

  final InMemoryDatabase database = new InMemoryDatabase();
  final InMemoryLedger accounts = new InMemoryLedger(database);
  final MovableClock clock = new MovableClock();
  final Ledger ledger = Ledgers.of(accounts, clock);
  final Map<String, Held> holds = new LinkedHashMap<>();
  long owned;

  private final List<String> topUps = new ArrayList<>();
  private final List<String> refunds = new ArrayList<>();
  private final Map<String, Long> amounts = new LinkedHashMap<>();
  private final Map<String, String> refundedHolds = new LinkedHashMap<>();
  private int keys;

  LedgerWalk() {
    ledger.openWallet(ANN.tenantId());
  }

  long reserved() {
    return holds.values().stream().filter(h -> h.captured == null).mapToLong(h -> h.amount).sum();
  }

  LedgerAccount wallet() {
    return accounts.findAccount(LedgerAccount.walletId(ANN.tenantId())).orElseThrow();
  }

  List<Transfer> entries() {
    return accounts.transfers();
  }

  void play(Step step) {
    clock.pass(Duration.ofDays(step.days));
    long micros = step.micros;
    switch (step.move) {
      case GRANT -> grant(micros);
      case TOP_UP -> topUp(newKey(topUps), micros);
      case TOP_UP_AGAIN -> some(topUps, step.pick).ifPresent(this::topUpAgain);
      case ADJUST_UP -> adjust(micros);
      case ADJUST_DOWN -> adjust(-micros);
      case HOLD -> hold(micros);
      case CAPTURE -> someHold(step.pick, false).ifPresent(id -> capture(id, micros));
      case RELEASE -> someHold(step.pick, false).ifPresent(id -> capture(id, 0));
      case REFUND_SOME -> someHold(step.pick, true).ifPresent(id -> refund(id, micros));
      case REFUND_ALL -> someHold(step.pick, true).ifPresent(id -> refund(id, null));
      case REFUND_AGAIN -> some(refunds, step.pick).ifPresent(this::refundAgain);
    }
  }

  private void grant(long micros) {
    String key = "grant-" + keys++;
    in(() -> ledger.grant(ANN.tenantId(), new Credits(micros), key, "monthly"));
    owned += micros;
  }

  private void topUp(String key, long micros) {
    amounts.put(key, micros);
    assertThat(in(() -> ledger.topUp(ANN.tenantId(), new Credits(micros), voucher(key))).replayed())
        .isFalse();
    owned += micros;
  }

  private void topUpAgain(String key) {
    Credits same = new Credits(amounts.get(key));
    assertThat(in(() -> ledger.topUp(ANN.tenantId(), same, voucher(key))).replayed()).isTrue();
    refused(FailureCode.IDEMPOTENCY_MISMATCH, () -> topUp(key, same.micros() + 1));
    amounts.put(key, same.micros());
  }

  private void adjust(long micros) {
    Voucher voucher = voucher("adjust-" + keys++);
    Supplier<Booking> booking = () -> ledger.adjust(ANN.tenantId(), new Credits(micros), voucher);
    if (owned - reserved() + micros < 0) {
      refused(FailureCode.CONFLICT, () -> in(booking));
      return;
    }
    in(booking);
    owned += micros;
  }

  private void hold(long micros) {
    String generation = "gen_" + keys++;
    Supplier<String> hold = () -> ledger.hold(ANN, generation, new Credits(micros)).orElseThrow();
    if (micros > owned - reserved()) {
      refused(FailureCode.INSUFFICIENT_CREDITS, () -> in(hold));
      return;
    }
    holds.put(in(hold), new Held(micros));
  }

  private void capture(String id, long micros) {
    Held held = holds.get(id);
    long charge = micros % (held.amount + 1);
    in(() -> ledger.capture(id, new Credits(charge)));
    held.captured = charge;
    owned -= charge;
  }

  private void refund(String id, Long micros) {
    Held held = holds.get(id);
    long left = held.captured - held.refunded;
    long amount = micros == null ? left : micros;
    String key = "refund-" + keys++;
    if (amount == 0 || amount > left) {
      refused(FailureCode.CONFLICT, () -> refund(id, micros, key));
      return;
    }
    assertThat(refund(id, micros, key).replayed()).isFalse();
    refunds.add(key);
    refundedHolds.put(key, id);
    held.refunded += amount;
    owned += amount;
  }

  private void refundAgain(String key) {
    assertThat(refund(refundedHolds.get(key), null, key).replayed()).isTrue();
  }

  private Booking refund(String id, Long micros, String key) {
    Optional<Credits> credits = Optional.ofNullable(micros).map(Credits::new);
    return in(() -> ledger.refund(id, credits, null, voucher(key)));
  }

  private Optional<String> someHold(int pick, boolean ended) {
    return some(
        holds.entrySet().stream()
            .filter(hold -> (hold.getValue().captured != null) == ended)
            .map(Map.Entry::getKey)
            .toList(),
        pick);
  }

  private static Optional<String> some(List<String> all, int pick) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(pick % all.size()));
  }

  private String newKey(List<String> known) {
    String key = "key-" + keys++;
    known.add(key);
    return key;
  }

  private static Voucher voucher(String key) {
    return new Voucher(key, "walk", "user_root");
  }

  private <T> T in(Supplier<T> work) {
    return database.inTransaction(work);
  }

  private void in(Runnable work) {
    database.inTransaction(work);
  }

  private static void refused(FailureCode code, Runnable call) {
    try {
      call.run();
    } catch (FailureException e) {
      assertThat(e.code()).isEqualTo(code);
      return;
    }
    throw new AssertionError("Not refused with " + code);
  }
}
