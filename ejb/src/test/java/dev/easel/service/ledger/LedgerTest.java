package dev.easel.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.ledger.LedgerAccount;
import dev.easel.domain.ledger.Transfer;
import dev.easel.domain.ledger.Transfer.Phase;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryLedger;
import dev.easel.fake.MovableClock;
import jakarta.persistence.PersistenceException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final String ANN = "ten_ann";
  private static final Caller CALLER = new Caller(ANN, "user_ann", "key_ann", "pro", true);

  private InMemoryLedger accounts;
  private Ledger ledger;

  @BeforeEach
  void openWallet() {
    accounts = new InMemoryLedger(new InMemoryDatabase());
    ledger = Ledgers.of(accounts, new MovableClock());
    ledger.openWallet(ANN);
  }

  @Test
  void aNewWalletIsEmpty() {
    assertThat(ledger.available(ANN)).isEqualTo(Credits.ZERO);
  }

  @Test
  void whoHasNoWalletHasNothing() {
    assertThat(ledger.available("ten_nobody")).isEqualTo(Credits.ZERO);
  }

  @Test
  void aGrantIsThereToSpend() {
    grant(10);

    assertThat(ledger.available(ANN)).isEqualTo(Credits.of(10));
    assertThat(accounts.transfers()).extracting(Transfer::phase).containsExactly(Phase.SINGLE);
  }

  @Test
  void aGrantIsMadeOncePerKey() {
    ledger.grant(ANN, Credits.of(10), "monthly-2026-11", "monthly");

    assertThatThrownBy(() -> ledger.grant(ANN, Credits.of(10), "monthly-2026-11", "monthly"))
        .isInstanceOf(PersistenceException.class);
    assertThat(ledger.available(ANN)).isEqualTo(Credits.of(10));
  }

  @Test
  void aHoldReservesWithoutTaking() {
    grant(10);

    hold("gen_1", 4);

    assertThat(ledger.available(ANN)).isEqualTo(Credits.of(6));
    assertThat(wallet().posted()).isEqualTo(Credits.of(10));
    assertThat(wallet().held()).isEqualTo(Credits.of(4));
  }

  @Test
  void allThatIsThereCanBeHeld() {
    grant(10);

    hold("gen_1", 10);

    assertThat(ledger.available(ANN)).isEqualTo(Credits.ZERO);
  }

  @Test
  void moreThanIsThereIsRefusedAndChangesNothing() {
    grant(10);
    hold("gen_1", 4);

    FailureException failure = catchThrowableOfType(FailureException.class, () -> hold("gen_2", 7));

    assertThat(failure.code()).isEqualTo(FailureCode.INSUFFICIENT_CREDITS);
    assertThat(failure.details())
        .containsEntry("credits_required", "7")
        .containsEntry("credits_available", "6");
    assertThat(wallet().held()).isEqualTo(Credits.of(4));
    assertThat(accounts.transfers()).hasSize(2);
  }

  @Test
  void oneGenerationIsHeldForOnce() {
    grant(10);
    hold("gen_1", 4);

    assertThatThrownBy(() -> hold("gen_1", 4)).isInstanceOf(PersistenceException.class);
  }

  @Test
  void whatCostsNothingNeedsNoHold() {
    assertThat(ledger.hold(CALLER, "gen_1", Credits.ZERO)).isEmpty();
    assertThat(accounts.transfers()).isEmpty();
  }

  @Test
  void aCaptureTakesItsChargeAndFreesTheRest() {
    grant(10);
    String hold = hold("gen_1", 4);

    ledger.capture(hold, Credits.of(3));

    assertThat(wallet().posted()).isEqualTo(Credits.of(7));
    assertThat(wallet().held()).isEqualTo(Credits.ZERO);
    assertThat(accounts.sum(Phase.POST)).isEqualTo(Credits.of(3));
  }

  @Test
  void noMoreThanTheHoldIsCaptured() {
    grant(10);
    String hold = hold("gen_1", 4);

    assertThatThrownBy(() -> ledger.capture(hold, new Credits(4_000_001)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(wallet().posted()).isEqualTo(Credits.of(10));
    assertThat(wallet().held()).isEqualTo(Credits.of(4));
  }

  @Test
  void capturingNothingVoidsTheHold() {
    grant(10);
    String hold = hold("gen_1", 4);

    ledger.capture(hold, Credits.ZERO);

    assertThat(ledger.available(ANN)).isEqualTo(Credits.of(10));
    assertThat(accounts.sum(Phase.VOID)).isEqualTo(Credits.of(4));
    assertThat(accounts.sum(Phase.POST)).isEqualTo(Credits.ZERO);
  }

  @Test
  void aReleaseFreesTheHoldWhole() {
    grant(10);
    String hold = hold("gen_1", 4);

    ledger.release(hold);

    assertThat(ledger.available(ANN)).isEqualTo(Credits.of(10));
    assertThat(accounts.unresolved()).isEqualTo(Credits.ZERO);
  }

  @Test
  void aHoldIsResolvedOnce() {
    grant(10);
    String hold = hold("gen_1", 4);
    ledger.capture(hold, Credits.of(4));

    assertThatThrownBy(() -> ledger.release(hold)).isInstanceOf(PersistenceException.class);
    assertThatThrownBy(() -> ledger.capture(hold, Credits.of(4)))
        .isInstanceOf(PersistenceException.class);
    assertThat(wallet().posted()).isEqualTo(Credits.of(6));
  }

  @Test
  void aHoldNobodyMadeCannotBeCaptured() {
    assertThatThrownBy(() -> ledger.capture("trf_none", Credits.of(1)))
        .isInstanceOf(IllegalStateException.class);
  }

  private void grant(long credits) {
    ledger.grant(ANN, Credits.of(credits), "first", "test");
  }

  private String hold(String generation, long credits) {
    return ledger.hold(CALLER, generation, Credits.of(credits)).orElseThrow();
  }

  private LedgerAccount wallet() {
    return accounts.findAccount(LedgerAccount.walletId(ANN)).orElseThrow();
  }
}
