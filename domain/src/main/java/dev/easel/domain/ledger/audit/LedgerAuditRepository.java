package dev.easel.domain.ledger.audit;

import java.util.List;
import java.util.Optional;

/**
 * What an audit asks of the database. Each tally is one statement and so sees the books at one
 * moment, whatever happens meanwhile.
 */
public interface LedgerAuditRepository {

  /** The id of the wallet that is so many after another; empty if there are fewer. */
  Optional<String> walletAfter(String id, int count);

  /** The id of the generation that is so many after another; empty if there are fewer. */
  Optional<String> generationAfter(String id, int count);

  List<WalletTally> wallets(IdRange range);

  Optional<WalletTally> wallet(String id);

  List<GenerationTally> generations(IdRange range);

  Optional<GenerationTally> generation(String id);

  /** What is wrong with entries of these wallets that are judged against each other. */
  List<Discrepancy> entries(IdRange wallets);

  /** What is wrong with the sums over everything. */
  List<Discrepancy> trialBalance();

  /** Stores what the entries say; the wallet's row must be locked. */
  void restore(WalletTally tally);

  void add(LedgerFinding finding);

  /** By check and subject. */
  List<LedgerFinding> findings(String runId, int limit);

  long countFindings(String runId);
}
