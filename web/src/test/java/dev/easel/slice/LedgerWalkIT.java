package dev.easel.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.ledger.LedgerAccount;
import dev.easel.domain.ledger.Voucher;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Ids;
import dev.easel.service.ledger.Booking;
import dev.easel.service.ledger.Ledger;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * The ledger on random walks over the real database, beside a model of one number for what is owned
 * and one per hold. A step that fails names the seed of its walk.
 */
@ArquillianTest
class LedgerWalkIT {

  private static final int WALKS = 4;
  private static final int STEPS = 80;

  @Inject Ledger ledger;
  @Inject Backstage backstage;

  private Random random;
  private Caller caller;
  private long owned;
  private final Map<String, Held> holds = new LinkedHashMap<>();

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  /** A hold as the model sees it; captured is null until it ends. */
  private static final class Held {
    final long amount;
    Long captured;
    long refunded;

    Held(long amount) {
      this.amount = amount;
    }
  }

  @Test
  void theDatabaseSaysWhatTheModelSaysAfterEveryStep() throws Exception {
    for (int walk = 0; walk < WALKS; walk++) {
      long seed = System.nanoTime();
      random = new Random(seed);
      holds.clear();
      owned = 100;
      caller = backstage.tenantWith(new Credits(owned));
      for (int step = 0; step < STEPS; step++) {
        move();
        check("seed " + seed + ", step " + step);
      }
    }
  }

  private void move() throws Exception {
    long micros = 1 + random.nextInt(60);
    switch (random.nextInt(7)) {
      case 0 -> topUp(micros);
      case 1 -> adjust(random.nextBoolean() ? micros : -micros);
      case 2, 3 -> hold(micros);
      case 4, 5 -> settle(micros);
      default -> refund(micros);
    }
  }

  private void topUp(long micros) throws Exception {
    Voucher voucher = voucher();
    Callable<Booking> booking = () -> ledger.topUp(caller.tenantId(), new Credits(micros), voucher);
    assertThat(backstage.inTransaction(booking).replayed()).isFalse();
    assertThat(backstage.inTransaction(booking).replayed()).isTrue();
    owned += micros;
  }

  private void adjust(long micros) throws Exception {
    Voucher voucher = voucher();
    boolean covered = owned - reserved() + micros >= 0;
    if (did(FailureCode.CONFLICT, covered, () -> adjust(micros, voucher))) {
      owned += micros;
    }
  }

  private Booking adjust(long micros, Voucher voucher) {
    return ledger.adjust(caller.tenantId(), new Credits(micros), voucher);
  }

  private void hold(long micros) throws Exception {
    boolean covered = micros <= owned - reserved();
    String[] id = new String[1];
    Callable<String> hold =
        () -> id[0] = ledger.hold(caller, Ids.random("gen"), new Credits(micros)).orElseThrow();
    if (did(FailureCode.INSUFFICIENT_CREDITS, covered, hold)) {
      holds.put(id[0], new Held(micros));
    }
  }

  private void settle(long micros) throws Exception {
    Optional<String> open = some(false);
    if (open.isEmpty()) {
      return;
    }
    Held held = holds.get(open.get());
    long charge = random.nextInt(4) == 0 ? 0 : micros % (held.amount + 1);
    backstage.inTransaction(
        () -> {
          ledger.capture(open.get(), new Credits(charge));
          return charge;
        });
    held.captured = charge;
    owned -= charge;
  }

  private void refund(long micros) throws Exception {
    Optional<String> ended = some(true);
    if (ended.isEmpty()) {
      return;
    }
    Held held = holds.get(ended.get());
    boolean covered = micros <= held.captured - held.refunded;
    Voucher voucher = voucher();
    Optional<Credits> credits = Optional.of(new Credits(micros));
    Callable<Booking> refund = () -> ledger.refund(ended.get(), credits, null, voucher);
    if (did(FailureCode.CONFLICT, covered, refund)) {
      held.refunded += micros;
      owned += micros;
    }
  }

  /** Books, and expects a refusal where the model says that the money does not suffice. */
  private boolean did(FailureCode refusal, boolean covered, Callable<?> booking) throws Exception {
    try {
      backstage.inTransaction(booking);
    } catch (FailureException e) {
      assertThat(covered).as(e.getMessage()).isFalse();
      assertThat(e.code()).isEqualTo(refusal);
      return false;
    }
    assertThat(covered).isTrue();
    return true;
  }

  private void check(String where) throws Exception {
    String wallet = LedgerAccount.walletId(caller.tenantId());
    String account = "select %s from ledger_account where id = ?";
    assertThat(backstage.count(account.formatted("posted"), wallet)).as(where).isEqualTo(owned);
    assertThat(backstage.count(account.formatted("held"), wallet)).as(where).isEqualTo(reserved());
    assertThat(
            backstage.count(
                "select coalesce(sum(case when credit_account = wallet_id then amount"
                    + " else -amount end), 0) from ledger_transfer"
                    + " where wallet_id = ? and phase in ('SINGLE', 'POST')",
                wallet))
        .as(where)
        .isEqualTo(owned);
  }

  private long reserved() {
    return holds.values().stream().filter(h -> h.captured == null).mapToLong(h -> h.amount).sum();
  }

  private Optional<String> some(boolean ended) {
    List<String> all =
        holds.entrySet().stream()
            .filter(hold -> (hold.getValue().captured != null) == ended)
            .map(Map.Entry::getKey)
            .toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private static Voucher voucher() {
    return new Voucher(Ids.random("key"), "walk", "user_root");
  }
}
