package dev.easel.service.ledger;

import dev.easel.domain.ledger.LedgerAccount;
import dev.easel.domain.ledger.LedgerRepository;
import dev.easel.domain.ledger.Transfer;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * Moves credits. Every method joins the caller's transaction, so that money and the state it pays
 * for change together or not at all.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Ledger {

  @Inject LedgerRepository ledger;
  @Inject Clock clock;

  /**
   * Reserves the price of a generation.
   *
   * @return id of the hold, or empty if the amount is zero and nothing needs holding
   * @throws FailureException {@code INSUFFICIENT_CREDITS} if the wallet does not cover it
   */
  public Optional<String> hold(String tenantId, String generationId, Credits amount) {
    if (amount.isZero()) {
      return Optional.empty();
    }
    String wallet = LedgerAccount.walletId(tenantId);
    if (!ledger.hold(wallet, amount)) {
      throw insufficient(wallet, amount);
    }
    Transfer hold = Transfer.hold(wallet, amount, generationId, clock.instant());
    ledger.add(hold);
    return Optional.of(hold.id());
  }

  /** Takes {@code charge} of a hold, at most all of it, and frees the rest. */
  public void capture(String holdId, Credits charge) {
    Transfer hold = hold(holdId);
    if (charge.compareTo(hold.amount()) > 0) {
      throw new IllegalArgumentException("Cannot capture more than hold " + holdId);
    }
    boolean nothing = charge.isZero();
    ledger.add(nothing ? hold.voided(clock.instant()) : hold.post(charge, clock.instant()));
    ledger.settle(hold.debitAccount(), hold.amount(), charge);
  }

  /** Frees a hold whole. */
  public void release(String holdId) {
    capture(holdId, Credits.ZERO);
  }

  /** Opens a wallet for a new tenant. */
  public void openWallet(String tenantId) {
    ledger.add(LedgerAccount.walletOf(tenantId));
  }

  /** Gives credits; a second call with the same key fails in the database. */
  public void grant(String tenantId, Credits amount, String key, String reason) {
    String wallet = LedgerAccount.walletId(tenantId);
    ledger.add(Transfer.grant(wallet, amount, key, reason, clock.instant()));
    ledger.post(wallet, amount);
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Credits available(String tenantId) {
    return ledger
        .findAccount(LedgerAccount.walletId(tenantId))
        .map(LedgerAccount::available)
        .orElse(Credits.ZERO);
  }

  private Transfer hold(String holdId) {
    return ledger
        .findTransfer(holdId)
        .orElseThrow(() -> new IllegalStateException("No hold " + holdId));
  }

  private FailureException insufficient(String wallet, Credits amount) {
    String available =
        ledger
            .findAccount(wallet)
            .map(account -> account.available().credits().toPlainString())
            .orElse("0");
    String needed = amount.credits().toPlainString();
    return FailureException.of(
            FailureCode.INSUFFICIENT_CREDITS,
            "This needs " + needed + " credits, " + available + " are available")
        .with("reason", "insufficient_credits")
        .with("credits_required", needed)
        .with("credits_available", available);
  }
}
