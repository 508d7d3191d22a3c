package dev.easel.service.ledger.audit;

import dev.easel.domain.batch.BatchRun;
import dev.easel.domain.batch.BatchState;
import dev.easel.domain.ledger.audit.LedgerAuditRepository;
import dev.easel.domain.ledger.audit.LedgerFinding;
import dev.easel.service.batch.BatchRuns;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the audits of the ledger say. */
@Stateless
public class LedgerWatch {

  private static final int MOST_FINDINGS = 1000;

  @Inject BatchRuns runs;
  @Inject LedgerAuditRepository books;

  /** A run, what it found or changed, and how much that is when not all is told. */
  public record Report(BatchRun run, long count, List<LedgerFinding> findings) {}

  /**
   * How the books were when somebody last looked.
   *
   * @param findings 0 if all was right
   * @param auditedAt empty before the first audit
   */
  public record Verdict(long findings, Optional<Instant> auditedAt) {

    /** {@code up}, {@code failing} or {@code unaudited}. */
    public String status() {
      return auditedAt.isEmpty() ? "unaudited" : findings == 0 ? "up" : "failing";
    }
  }

  public Verdict verdict() {
    return runs.latest(LedgerAudit.NAME, BatchState.COMPLETED)
        .map(run -> new Verdict(books.countFindings(run.id()), run.endedAt()))
        .orElse(new Verdict(0, Optional.empty()));
  }

  /** The last audit that came to its end. */
  public Optional<Report> lastAudit() {
    return last(LedgerAudit.NAME);
  }

  /** The last rebuild that came to its end. */
  public Optional<Report> lastRebuild() {
    return last(LedgerRebuild.NAME);
  }

  private Optional<Report> last(String job) {
    return runs.latest(job, BatchState.COMPLETED)
        .map(
            run ->
                new Report(
                    run, books.countFindings(run.id()), books.findings(run.id(), MOST_FINDINGS)));
  }
}
