package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunningRendersTest {

  private final RunningRenders running = new RunningRenders();

  @Test
  void aCancelReachesEveryAttemptOfItsGenerationAndNoOther() {
    RunningRenders.Render first = running.started("gen_a");
    RunningRenders.Render second = running.started("gen_a");
    RunningRenders.Render other = running.started("gen_b");

    running.cancel("gen_a");

    assertThat(first.isCancelled()).isTrue();
    assertThat(second.isCancelled()).isTrue();
    assertThat(other.isCancelled()).isFalse();
  }

  @Test
  void theEndOfAnOvertakenAttemptDoesNotDeafenItsSuccessor() {
    RunningRenders.Render lost = running.started("gen_a");
    RunningRenders.Render current = running.started("gen_a");

    running.ended(lost);
    running.cancel("gen_a");

    assertThat(running.count()).isEqualTo(1);
    assertThat(current.isCancelled()).isTrue();
  }

  @Test
  void anAttemptThatFollowsOneCancelledIsNotCancelledItself() {
    RunningRenders.Render lost = running.started("gen_a");
    running.cancel("gen_a");

    assertThat(running.started("gen_a").isCancelled()).isFalse();
    assertThat(lost.isCancelled()).isTrue();
  }

  @Test
  void whatNobodyRendersIsNotCancelled() {
    running.cancel("gen_a");

    assertThat(running.count()).isZero();
    assertThat(running.started("gen_a").isCancelled()).isFalse();
  }
}
