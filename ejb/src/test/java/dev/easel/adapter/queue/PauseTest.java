package dev.easel.adapter.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PauseTest {

  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  @Test
  void nothingRunsInTheMiddleOfTheStart() {
    assertThat(new Pause(Duration.ofHours(6)).getInitialExecutionTime(NOW))
        .isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void aShortPauseIsAllThatStandsBeforeTheFirstRun() {
    assertThat(new Pause(Duration.ofSeconds(4)).getInitialExecutionTime(NOW))
        .isEqualTo(NOW.plusSeconds(4));
  }

  @Test
  void theNextRunIsAPauseAfterTheEndOfTheLast() {
    assertThat(
            new Pause(Duration.ofHours(6))
                .getNextExecutionTime(ExecutionComplete.simulatedSuccess(NOW)))
        .isEqualTo(NOW.plus(Duration.ofHours(6)));
  }
}
