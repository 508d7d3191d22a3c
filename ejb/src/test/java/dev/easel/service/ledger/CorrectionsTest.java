package dev.easel.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.ledger.EntryKind;
import dev.easel.domain.ledger.LedgerAccount;
import dev.easel.domain.ledger.Transfer;
import dev.easel.domain.ledger.Voucher;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryLedger;
import dev.easel.fake.MovableClock;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administrators book by hand. */
class CorrectionsTest {

  private static final Caller ANN = new Caller("ten_ann", "user_ann", "key_ann", "pro", true);

  private InMemoryLedger accounts;
  private Ledger ledger;

  @BeforeEach
  void openWallet() {
    accounts = new InMemoryLedger(new InMemoryDatabase());
    ledger = Ledgers.of(accounts, new MovableClock());
    ledger.openWallet(ANN.tenantId());
  }

  @Test
  void aTopUpIsThereToSpend() {
    Booking booking = topUp(10, "k");

    assertThat(booking.replayed()).isFalse();
    assertThat(booking.entry().kind()).isEqualTo(EntryKind.TOP_UP);
    assertThat(booking.entry().actor()).isEqualTo("user_root");
    assertThat(booking.entry().reason()).isEqualTo("because");
    assertThat(available()).isEqualTo(Credits.of(10));
  }

  @Test
  void aTopUpIsBookedOncePerKey() {
    String first = topUp(10, "k").entry().id();

    Booking again = topUp(10, "k");

    assertThat(again.replayed()).isTrue();
    assertThat(again.entry().id()).isEqualTo(first);
    assertThat(available()).isEqualTo(Credits.of(10));
  }

  @Test
  void aKeyStandsForOneEntryOnly() {
    topUp(10, "k");

    assertRefused(FailureCode.IDEMPOTENCY_MISMATCH, () -> topUp(11, "k"));
    assertRefused(FailureCode.IDEMPOTENCY_MISMATCH, () -> adjust(10, "k"));
    assertThat(available()).isEqualTo(Credits.of(10));
  }

  @Test
  void anAdjustmentGoesEitherWay() {
    adjust(10, "plus");

    Transfer minus = adjust(-4, "minus").entry();

    assertThat(available()).isEqualTo(Credits.of(6));
    assertThat(minus.signedAmount()).isEqualTo(Credits.of(-4));
    assertThat(minus.creditAccount()).isEqualTo(LedgerAccount.ADJUSTMENTS);
    assertThat(minus.debitAccount()).isEqualTo(minus.walletId());
  }

  @Test
  void anAdjustmentTakesNothingThatIsHeld() {
    topUp(10, "k");
    ledger.hold(ANN, "gen_1", Credits.of(7));

    assertRefused(FailureCode.CONFLICT, () -> adjust(-4, "minus"));
    assertThat(adjust(-3, "less").replayed()).isFalse();
    assertThat(available()).isEqualTo(Credits.ZERO);
  }

  @Test
  void aRefundComesBackWhole() {
    String hold = charged(4);

    Transfer refund = refund(hold, null, "r").entry();

    assertThat(refund.amount()).isEqualTo(Credits.of(4));
    assertThat(refund.captureId()).isPresent();
    assertThat(refund.generationId()).contains("gen_1");
    assertThat(refund.signedAmount()).isEqualTo(Credits.of(4));
    assertThat(available()).isEqualTo(Credits.of(10));
  }

  @Test
  void refundsTogetherNeverExceedTheCharge() {
    String hold = charged(4);
    refund(hold, Credits.of(3), "r1");

    FailureException failure =
        assertRefused(FailureCode.CONFLICT, () -> refund(hold, Credits.of(2), "r2"));

    assertThat(failure.details()).containsEntry("credits_refundable", "1");
    assertThat(refund(hold, null, "r3").entry().amount()).isEqualTo(Credits.of(1));
    assertRefused(FailureCode.CONFLICT, () -> refund(hold, null, "r4"));
    assertThat(available()).isEqualTo(Credits.of(10));
  }

  @Test
  void aRefundIsBookedOncePerKey() {
    String hold = charged(4);
    refund(hold, null, "r");
    refund(charged(5, "gen_2"), Credits.of(2), "r2");

    assertThat(refund(hold, null, "r").replayed()).isTrue();
    assertThat(refund(hold, Credits.of(4), "r").replayed()).isTrue();
    assertRefused(FailureCode.IDEMPOTENCY_MISMATCH, () -> refund(hold, Credits.of(1), "r"));
    assertRefused(FailureCode.IDEMPOTENCY_MISMATCH, () -> refund(hold, null, "r2"));
  }

  @Test
  void whatWasReleasedOrIsStillHeldCannotBeRefunded() {
    topUp(10, "k");
    String held = ledger.hold(ANN, "gen_1", Credits.of(4)).orElseThrow();
    String released = ledger.hold(ANN, "gen_2", Credits.of(4)).orElseThrow();
    ledger.release(released);

    assertRefused(FailureCode.CONFLICT, () -> refund(held, null, "r"));
    assertRefused(FailureCode.CONFLICT, () -> refund(released, null, "r"));
  }

  @Test
  void nothingIsBookedWithoutAReason() {
    assertThatThrownBy(() -> new Voucher("k", " ", "user_root"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Voucher("k", "x".repeat(201), "user_root"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Booking topUp(long credits, String key) {
    return ledger.topUp(ANN.tenantId(), Credits.of(credits), voucher(key));
  }

  private Booking adjust(long credits, String key) {
    return ledger.adjust(ANN.tenantId(), Credits.of(credits), voucher(key));
  }

  private Booking refund(String hold, Credits credits, String key) {
    return ledger.refund(hold, Optional.ofNullable(credits), null, voucher(key));
  }

  private String charged(long credits) {
    topUp(10, "k");
    return charged(credits, "gen_1");
  }

  private String charged(long credits, String generation) {
    String hold = ledger.hold(ANN, generation, Credits.of(credits)).orElseThrow();
    ledger.capture(hold, Credits.of(credits));
    return hold;
  }

  private Credits available() {
    return ledger.available(ANN.tenantId());
  }

  private static Voucher voucher(String key) {
    return new Voucher(key, "because", "user_root");
  }

  private static FailureException assertRefused(FailureCode code, ThrowingCallable call) {
    FailureException failure = catchThrowableOfType(FailureException.class, call);
    assertThat(failure.code()).isEqualTo(code);
    return failure;
  }
}
