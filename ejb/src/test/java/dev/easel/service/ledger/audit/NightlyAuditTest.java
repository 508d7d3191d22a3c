package dev.easel.service.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.batch.BatchRun;
import dev.easel.domain.batch.BatchState;
import dev.easel.fake.InMemoryBatches;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.MovableClock;
import dev.easel.fake.RecordingQueue;
import dev.easel.service.batch.BatchServices;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NightlyAuditTest {

  private static final Duration DAY = Duration.ofDays(1);

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final InMemoryBatches runs = new InMemoryBatches(database);
  private final RecordingQueue queue = new RecordingQueue(database);
  private final MovableClock clock = new MovableClock();
  private final NightlyAudit audit = new NightlyAudit();

  NightlyAuditTest() {
    audit.runs = BatchServices.runs(runs, clock);
    audit.queue = queue;
    audit.clock = clock;
    audit.every = DAY;
  }

  @Test
  void theFirstOneDoesNotWait() {
    queue.add("gen_a");

    audit.run();

    assertThat(open()).hasSize(1);
  }

  @Test
  void oneThatIsOpenIsEnough() {
    audit.run();
    clock.pass(DAY.multipliedBy(2));
    audit.run();

    assertThat(open()).hasSize(1);
  }

  @Test
  void theNextOneComesADayLater() {
    ended(BatchState.COMPLETED);

    clock.pass(DAY.minusSeconds(1));
    audit.run();
    assertThat(open()).isEmpty();

    clock.pass(Duration.ofSeconds(1));
    audit.run();
    assertThat(open()).hasSize(1);
  }

  @Test
  void itWaitsForAQuietMomentButNotForEver() {
    ended(BatchState.COMPLETED);
    queue.add("gen_a");

    clock.pass(DAY);
    audit.run();
    assertThat(open()).isEmpty();

    clock.pass(DAY.dividedBy(4));
    audit.run();
    assertThat(open()).hasSize(1);
  }

  @Test
  void oneThatFailedIsTriedAgainInAnHour() {
    ended(BatchState.FAILED);

    clock.pass(Duration.ofMinutes(59));
    audit.run();
    assertThat(open()).isEmpty();

    clock.pass(Duration.ofMinutes(1));
    audit.run();
    assertThat(open()).hasSize(1);
  }

  private List<String> open() {
    return runs.findOpen(LedgerAudit.NAME, "").map(BatchRun::id).stream().toList();
  }

  private void ended(BatchState how) {
    BatchRun run = new BatchRun(LedgerAudit.NAME, "", "{}", clock.instant());
    run.claim("server", clock.instant(), Duration.ofMinutes(1));
    run.planned(1);
    if (how == BatchState.FAILED) {
      run.itemFailed();
    } else {
      run.itemDone();
    }
    run.end(clock.instant());
    runs.add(run);
  }
}
