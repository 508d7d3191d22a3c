package dev.easel.domain.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.provider.JobFault;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HealthTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private final Reach up = Reach.unasked(NOW).answer(NOW);
  private final Trust quarantined = Trust.full().fault("a", NOW).fault("b", NOW).fault("c", NOW);

  @Test
  void oneThatIsTrustedIsAsItAnswers() {
    assertThat(Health.of(Reach.unasked(NOW), Trust.full())).isEqualTo(Health.SUSPECT);
    assertThat(Health.of(up, Trust.full())).isEqualTo(Health.UP);
    assertThat(Health.of(up.miss("a", NOW), Trust.full())).isEqualTo(Health.SUSPECT);
    assertThat(Health.of(up.miss("a", NOW).miss("b", NOW).miss("c", NOW), Trust.full()))
        .isEqualTo(Health.DOWN);
  }

  @Test
  void comingBackDoesNotEndAQuarantine() {
    assertThat(Health.of(up, quarantined)).isEqualTo(Health.QUARANTINED);
    assertThat(Health.of(Reach.unasked(NOW), quarantined)).isEqualTo(Health.QUARANTINED);
    assertThat(Health.of(up, quarantined.passed())).isEqualTo(Health.UP);
  }

  @Test
  void whatIsMissingKeepsAModelOffAtOnceTooLittleMemoryTheSecondTime() {
    NodeBreaker missing = new NodeBreaker("nod_1", "flux");
    NodeBreaker small = new NodeBreaker("nod_1", "flux");

    missing.fail(JobFault.Kind.MODEL_MISSING, NOW);
    small.fail(JobFault.Kind.OUT_OF_MEMORY, NOW);

    assertThat(missing.openUntil()).contains(NOW.plus(NodeBreaker.PAUSE));
    assertThat(small.openUntil()).isEmpty();
    small.fail(JobFault.Kind.OUT_OF_MEMORY, NOW);
    assertThat(small.openUntil()).contains(NOW.plus(NodeBreaker.PAUSE));
  }
}
