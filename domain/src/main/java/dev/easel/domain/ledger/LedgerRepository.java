package dev.easel.domain.ledger;

import dev.easel.domain.shared.Credits;
import java.util.Optional;

/** Accounts and transfers. Every method works within the caller's transaction. */
public interface LedgerRepository {

  void add(LedgerAccount account);

  void add(Transfer transfer);

  Optional<Transfer> findTransfer(String id);

  Optional<LedgerAccount> findAccount(String id);

  /** Holds the amount if the wallet covers it; false, and nothing changed, if not. */
  boolean hold(String accountId, Credits amount);

  /** Ends a hold and takes {@code charge} of it for good. */
  void settle(String accountId, Credits held, Credits charge);

  /** Adds to (or, negative, takes from) what is posted on an account. */
  void post(String accountId, Credits amount);
}
