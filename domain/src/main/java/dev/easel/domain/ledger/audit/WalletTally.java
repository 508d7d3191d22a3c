package dev.easel.domain.ledger.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * A wallet as it is stored and as its entries add up, in micro-credits.
 *
 * @param heldByEntries holds that nothing ended yet
 */
public record WalletTally(
    String walletId, long posted, long held, long postedByEntries, long heldByEntries) {

  /** What of it breaks the rules. */
  public List<Discrepancy> discrepancies() {
    List<Discrepancy> all = new ArrayList<>();
    if (posted != postedByEntries) {
      all.add(Discrepancy.of("wallet_posted", walletId, postedByEntries, posted));
    }
    if (held != heldByEntries) {
      all.add(Discrepancy.of("wallet_held", walletId, heldByEntries, held));
    }
    if (posted < held) {
      all.add(Discrepancy.of("wallet_available", walletId, "at least 0", posted - held));
    }
    if (postedByEntries < heldByEntries) {
      long available = postedByEntries - heldByEntries;
      all.add(Discrepancy.of("entries_available", walletId, "at least 0", available));
    }
    return all;
  }

  public boolean isAsItsEntriesSay() {
    return posted == postedByEntries && held == heldByEntries;
  }
}
