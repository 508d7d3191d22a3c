package dev.easel.domain.ledger;

import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Accounts and transfers. Every method works within the caller's transaction. Transfers are added
 * and read; nothing changes or removes one.
 */
public interface LedgerRepository {

  void add(LedgerAccount account);

  void add(Transfer transfer);

  Optional<Transfer> findTransfer(String id);

  Optional<Transfer> findByKey(String idempotencyKey);

  /** What ended a hold, if something has. */
  Optional<Transfer> findResolution(String holdId);

  List<Transfer> findTransfers(Collection<String> ids);

  Optional<LedgerAccount> findAccount(String id);

  /** Keeps everybody else from changing the account until the transaction ends. */
  void lock(String accountId);

  /** Holds the amount if the wallet covers it; false, and nothing changed, if not. */
  boolean hold(String accountId, Credits amount);

  /**
   * Ends a hold and takes {@code charge} of it for good.
   *
   * @throws IllegalStateException if less is held
   */
  void settle(String accountId, Credits held, Credits charge);

  /** Adds to what is posted on an account. */
  void post(String accountId, Credits amount);

  /** Takes what is not held; false, and nothing changed, if that is less. */
  boolean take(String accountId, Credits amount);

  /** What was given back of a capture so far. */
  Credits refunded(String captureId);

  Page<Transfer> list(String walletId, LedgerQuery query);

  /** Time of the wallet's first entry. */
  Optional<Instant> firstEntry(String walletId);

  /** What moved the wallet's balance from one time until before another, by kind. */
  List<KindTotal> totals(String walletId, Instant from, Instant until);

  /** Captures from one time until before another, by the model that earned them. */
  List<ModelCharge> charges(String walletId, Instant from, Instant until);

  /**
   * Sum of one kind.
   *
   * @param change of the balance, negative if it shrank
   * @param entries how many
   */
  record KindTotal(EntryKind kind, Credits change, long entries) {}

  /**
   * What one model earned.
   *
   * @param modelId empty for generations that are gone
   * @param generations how many were charged
   * @param images how many they delivered
   * @param charge before refunds, as a positive amount
   */
  record ModelCharge(Optional<String> modelId, long generations, long images, Credits charge) {}
}
