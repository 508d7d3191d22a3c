package dev.easel.service.ledger.audit;

import dev.easel.domain.batch.BatchJob;
import dev.easel.domain.ledger.LedgerRepository;
import dev.easel.domain.ledger.audit.Discrepancy;
import dev.easel.domain.ledger.audit.LedgerAuditRepository;
import dev.easel.domain.ledger.audit.LedgerFinding;
import dev.easel.domain.ledger.audit.WalletTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;

/**
 * The batch job that stores what the entries of each wallet add up to, where something else is
 * stored, and notes what it changed. It never touches an entry.
 */
@ApplicationScoped
public class LedgerRebuild implements BatchJob {

  public static final String NAME = "ledger-rebuild";

  private static final Logger LOG = Logger.getLogger(LedgerRebuild.class.getName());

  @Inject LedgerAuditRepository books;
  @Inject LedgerRepository ledger;
  @Inject Clock clock;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> plan(Map<String, String> parameters) {
    return WalletRanges.plan(books);
  }

  @Override
  public void work(String runId, String itemKey) {
    books.wallets(Ranges.range(itemKey)).stream()
        .filter(tally -> !tally.isAsItsEntriesSay())
        .forEach(suspect -> restore(runId, suspect.walletId()));
  }

  private void restore(String runId, String walletId) {
    ledger.lock(walletId);
    WalletTally tally = books.wallet(walletId).orElseThrow();
    if (tally.isAsItsEntriesSay()) {
      return;
    }
    if (tally.postedByEntries() >= tally.heldByEntries()) {
      books.restore(tally);
    }
    // Where the entries themselves are overdrawn nothing is stored: the finding says so.
    for (Discrepancy discrepancy : tally.discrepancies()) {
      LOG.warning(() -> "Ledger rebuild " + runId + ": " + discrepancy);
      books.add(new LedgerFinding(runId, discrepancy, clock.instant()));
    }
  }
}
