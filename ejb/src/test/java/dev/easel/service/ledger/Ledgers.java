package dev.easel.service.ledger;

import dev.easel.domain.ledger.LedgerRepository;
import java.time.Clock;

/** Puts a ledger together for tests. */
public final class Ledgers {

  private Ledgers() {}

  public static Ledger of(LedgerRepository accounts, Clock clock) {
    Ledger ledger = new Ledger();
    ledger.ledger = accounts;
    ledger.clock = clock;
    return ledger;
  }
}
