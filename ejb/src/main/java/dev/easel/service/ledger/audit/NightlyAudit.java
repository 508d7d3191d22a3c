package dev.easel.service.ledger.audit;

import dev.easel.domain.batch.BatchRun;
import dev.easel.domain.batch.BatchState;
import dev.easel.domain.generation.GenerationQueue;
import dev.easel.domain.shared.Housekeeping;
import dev.easel.service.batch.BatchRuns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks for an audit of the ledger once in a period, at the first moment nothing waits to be
 * rendered; when it is never quiet, a quarter of the period later. One that failed is asked for
 * again after a 24th of the period.
 */
@ApplicationScoped
public class NightlyAudit implements Housekeeping {

  @Inject BatchRuns runs;
  @Inject GenerationQueue queue;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "easel.ledger.audit-every", defaultValue = "PT24H")
  Duration every;

  @Override
  public String name() {
    return "ledger-audit";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run() {
    Optional<BatchRun> last = runs.latest(LedgerAudit.NAME);
    if (last.isEmpty() || (!last.get().state().isOpen() && isDue(last.get()))) {
      runs.request(LedgerAudit.NAME);
    }
  }

  private boolean isDue(BatchRun last) {
    Duration since = Duration.between(last.createdAt(), clock.instant());
    if (last.state() == BatchState.FAILED) {
      return since.compareTo(every.dividedBy(24)) >= 0;
    }
    boolean overdue = since.compareTo(every.plus(every.dividedBy(4))) >= 0;
    return since.compareTo(every) >= 0 && (overdue || queue.depth(1) == 0);
  }
}
