package dev.easel.service.ledger.audit;

import dev.easel.domain.batch.BatchJob;
import dev.easel.domain.generation.GenerationRepository;
import dev.easel.domain.ledger.LedgerRepository;
import dev.easel.domain.ledger.audit.Discrepancy;
import dev.easel.domain.ledger.audit.GenerationTally;
import dev.easel.domain.ledger.audit.IdRange;
import dev.easel.domain.ledger.audit.LedgerAuditRepository;
import dev.easel.domain.ledger.audit.LedgerFinding;
import dev.easel.domain.ledger.audit.WalletTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;

/**
 * The batch job that audits the ledger while the server works. A suspicion is judged again with the
 * row locked before it counts as found.
 */
@ApplicationScoped
public class LedgerAudit implements BatchJob {

  public static final String NAME = "ledger-audit";

  private static final Logger LOG = Logger.getLogger(LedgerAudit.class.getName());
  private static final int GENERATIONS_PER_ITEM = 1000;
  private static final String TRIAL = "trial";
  private static final String GENERATIONS = "generations";

  @Inject LedgerAuditRepository books;
  @Inject LedgerRepository ledger;
  @Inject GenerationRepository generations;
  @Inject Clock clock;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> plan(Map<String, String> parameters) {
    List<String> items = new ArrayList<>();
    items.add(TRIAL);
    items.addAll(WalletRanges.plan(books));
    IdRange.covering(after -> books.generationAfter(after, GENERATIONS_PER_ITEM))
        .forEach(range -> items.add(Ranges.key(GENERATIONS, range)));
    return items;
  }

  @Override
  public void work(String runId, String itemKey) {
    List<Discrepancy> found = look(itemKey);
    found.forEach(
        discrepancy -> {
          LOG.warning(() -> "Ledger audit " + runId + ": " + discrepancy);
          books.add(new LedgerFinding(runId, discrepancy, clock.instant()));
        });
  }

  private List<Discrepancy> look(String itemKey) {
    if (itemKey.equals(TRIAL)) {
      return books.trialBalance();
    }
    IdRange range = Ranges.range(itemKey);
    return itemKey.startsWith(GENERATIONS) ? generations(range) : wallets(range);
  }

  private List<Discrepancy> wallets(IdRange range) {
    List<Discrepancy> found = new ArrayList<>(books.entries(range));
    books.wallets(range).stream()
        .filter(tally -> !tally.discrepancies().isEmpty())
        .forEach(suspect -> found.addAll(again(suspect)));
    return found;
  }

  private List<Discrepancy> again(WalletTally suspect) {
    ledger.lock(suspect.walletId());
    return books.wallet(suspect.walletId()).map(WalletTally::discrepancies).orElse(List.of());
  }

  private List<Discrepancy> generations(IdRange range) {
    List<Discrepancy> found = new ArrayList<>();
    books.generations(range).stream()
        .filter(tally -> !tally.discrepancies().isEmpty())
        .forEach(suspect -> found.addAll(again(suspect)));
    return found;
  }

  private List<Discrepancy> again(GenerationTally suspect) {
    if (generations.lock(suspect.id()).isEmpty()) {
      return List.of(); // gone meanwhile: its holds are looked at with their wallet
    }
    return books.generation(suspect.id()).map(GenerationTally::discrepancies).orElse(List.of());
  }
}
