package dev.easel.service.ledger;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.ledger.EntryKind;
import dev.easel.domain.ledger.LedgerAccount;
import dev.easel.domain.ledger.LedgerRepository;
import dev.easel.domain.ledger.Transfer;
import dev.easel.domain.ledger.Voucher;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.budget.Budgets;
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
  @Inject Budgets budgets;
  @Inject Clock clock;

  /**
   * Reserves the price of a generation.
   *
   * @return id of the hold, or empty if the amount is zero and nothing needs holding
   * @throws FailureException {@code INSUFFICIENT_CREDITS} if the wallet does not cover it or a
   *     budget leaves no room for it
   */
  public Optional<String> hold(Caller caller, String generationId, Credits amount) {
    if (amount.isZero()) {
      return Optional.empty();
    }
    String wallet = LedgerAccount.walletId(caller.tenantId());
    String actor = caller.keyId() == null ? caller.userId() : caller.keyId();
    Transfer hold = Transfer.hold(wallet, amount, generationId, actor, clock.instant());
    budgets.hold(caller, hold.id(), amount);
    if (!ledger.hold(wallet, amount)) {
      throw Refusals.insufficient(amount, available(caller.tenantId()));
    }
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
    budgets.settle(holdId, charge);
    ledger.add(nothing ? hold.voided(clock.instant()) : hold.post(charge, clock.instant()));
    ledger.settle(hold.walletId(), hold.amount(), charge);
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

  /**
   * Adds credits that were paid for, once per key.
   *
   * @throws FailureException {@code IDEMPOTENCY_MISMATCH} if the key led to another entry
   */
  public Booking topUp(String tenantId, Credits amount, Voucher voucher) {
    String wallet = LedgerAccount.walletId(tenantId);
    return book(Transfer.topUp(wallet, amount, voucher, clock.instant()));
  }

  /**
   * Adds credits or, negative, takes some that are not held, once per key.
   *
   * @throws FailureException {@code CONFLICT} if less is available, {@code IDEMPOTENCY_MISMATCH} if
   *     the key led to another entry
   */
  public Booking adjust(String tenantId, Credits change, Voucher voucher) {
    String wallet = LedgerAccount.walletId(tenantId);
    return book(Transfer.adjustment(wallet, change, voucher, clock.instant()));
  }

  /**
   * Gives back credits that were captured of a hold, once per key and never more than is left.
   *
   * @param credits how many; empty for all that is left
   * @param imageId the image they were taken for, or null for no one in particular
   * @throws FailureException {@code CONFLICT} if less is left, {@code IDEMPOTENCY_MISMATCH} if the
   *     key led to another entry
   */
  public Booking refund(String holdId, Optional<Credits> credits, String imageId, Voucher voucher) {
    Transfer capture = capture(holdId);
    // Budgets are locked before wallets everywhere.
    budgets.lock(holdId);
    // Before the sum: whoever comes later sees the refunds of whoever came before.
    ledger.lock(capture.walletId());
    Optional<Transfer> earlier = ledger.findByKey(voucher.key());
    Credits left = capture.amount().minus(ledger.refunded(capture.id()));
    Credits amount = credits.orElse(earlier.map(Transfer::amount).orElse(left));
    if (earlier.isEmpty() && (amount.isZero() || amount.compareTo(left) > 0)) {
      throw Refusals.nothingLeft(amount, capture.amount(), left);
    }
    Booking booking = book(capture.refund(amount, imageId, voucher, clock.instant()));
    if (!booking.replayed()) {
      budgets.refund(holdId, amount);
    }
    return booking;
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Credits available(String tenantId) {
    return ledger
        .findAccount(LedgerAccount.walletId(tenantId))
        .map(LedgerAccount::available)
        .orElse(Credits.ZERO);
  }

  private Booking book(Transfer entry) {
    ledger.lock(entry.walletId());
    Optional<Transfer> earlier = ledger.findByKey(entry.idempotencyKey());
    if (earlier.isPresent()) {
      if (!earlier.get().says(entry)) {
        throw Refusals.keyReused();
      }
      return new Booking(earlier.get(), true);
    }
    move(entry);
    ledger.add(entry);
    return new Booking(entry, false);
  }

  private void move(Transfer entry) {
    if (!entry.balanceEffect().isNegative()) {
      ledger.post(entry.walletId(), entry.amount());
    } else if (!ledger.take(entry.walletId(), entry.amount())) {
      throw Refusals.overdrawn(entry.amount());
    }
  }

  private Transfer hold(String holdId) {
    return ledger
        .findTransfer(holdId)
        .orElseThrow(() -> new IllegalStateException("No hold " + holdId));
  }

  private Transfer capture(String holdId) {
    return ledger
        .findResolution(holdId)
        .filter(entry -> entry.kind() == EntryKind.CAPTURE)
        .orElseThrow(Refusals::nothingCharged);
  }
}
