package dev.easel.domain.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BatchRunTest {

  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(60);

  private final BatchRun run = new BatchRun("ledger-audit", "", "{}", NOW);

  @Test
  void waitsForAnyServer() {
    assertThat(run.isClaimable("a", false, NOW)).isTrue();
    assertThat(run.state()).isEqualTo(BatchState.QUEUED);
  }

  @Test
  void isLeftToItsServerWhileTheLeaseLasts() {
    run.claim("a", NOW, LEASE);

    assertThat(run.isClaimable("b", false, NOW.plus(LEASE))).isFalse();
    assertThat(run.isClaimable("a", true, NOW)).isFalse();
  }

  @Test
  void isTakenOverOnceTheLeaseIsOver() {
    run.claim("a", NOW, LEASE);

    assertThat(run.isClaimable("b", false, NOW.plus(LEASE).plusMillis(1))).isTrue();
  }

  @Test
  void isTakenUpAtOnceByItsServerInItsNextLife() {
    run.claim("a", NOW, LEASE);

    assertThat(run.isClaimable("a", false, NOW)).isTrue();
  }

  @Test
  void whoeverHadItBeforeHoldsItNoMore() {
    long first = run.claim("a", NOW, LEASE);
    long second = run.claim("b", NOW.plus(LEASE), LEASE);

    assertThat(run.isHeldBy(first)).isFalse();
    assertThat(run.isHeldBy(second)).isTrue();
  }

  @Test
  void completesWhenEveryItemIsDone() {
    run.claim("a", NOW, LEASE);
    run.planned(2);
    run.itemDone();
    run.itemDone();
    run.end(NOW);

    assertThat(run.state()).isEqualTo(BatchState.COMPLETED);
    assertThat(run.endedAt()).contains(NOW);
    assertThat(run.isClaimable("a", false, NOW)).isFalse();
  }

  @Test
  void failsWhenAnItemWasGivenUp() {
    run.claim("a", NOW, LEASE);
    run.planned(2);
    run.itemDone();
    run.itemFailed();
    run.end(NOW);

    assertThat(run.state()).isEqualTo(BatchState.FAILED);
    assertThat(run.error()).contains("1 of 2 items failed");
  }

  @Test
  void stopsAtOnceWhileItWaits() {
    run.stop(NOW);

    assertThat(run.state()).isEqualTo(BatchState.STOPPED);
  }

  @Test
  void stopsWithItemsLeftOnlyWhenAsked() {
    run.claim("a", NOW, LEASE);
    run.planned(2);
    run.itemDone();
    run.stop(NOW);
    run.end(NOW);

    assertThat(run.state()).isEqualTo(BatchState.STOPPED);
  }

  @Test
  void whatIsThroughIsNotCalledStopped() {
    run.claim("a", NOW, LEASE);
    run.planned(0);
    run.stop(NOW);
    run.end(NOW);

    assertThat(run.state()).isEqualTo(BatchState.COMPLETED);
  }

  @Test
  void isTriedAgainAfterAFailureAndGivenUpAfterThree() {
    for (int failure = 1; failure < BatchRun.MOST_FAILURES; failure++) {
      run.claim("a", NOW, LEASE);
      run.fail("no connection", NOW);
      assertThat(run.state()).isEqualTo(BatchState.RUNNING);
      assertThat(run.isClaimable("a", false, NOW)).isFalse();
      assertThat(run.isClaimable("a", false, NOW.plusSeconds(11))).isTrue();
    }
    run.claim("a", NOW, LEASE);
    run.fail("no connection", NOW);

    assertThat(run.state()).isEqualTo(BatchState.FAILED);
    assertThat(run.error()).contains("no connection");
  }

  @Test
  void whatEndedStaysAsItIs() {
    run.stop(NOW);

    assertThatThrownBy(() -> run.claim("a", NOW, LEASE)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> run.end(NOW)).isInstanceOf(IllegalStateException.class);
    run.stop(NOW);
    assertThat(run.stopRequested()).isFalse();
  }
}
