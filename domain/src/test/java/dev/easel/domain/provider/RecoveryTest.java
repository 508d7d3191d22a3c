package dev.easel.domain.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.provider.JobFault.Again;
import dev.easel.domain.provider.JobFault.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecoveryTest {

  private static Recovery after(Observation seen) {
    return Recovery.after(seen, Duration.ZERO, 0);
  }

  @Test
  void whatIsOnTheNodeIsWaitedFor() {
    assertThat(after(new Observation.Queued(3))).isEqualTo(Recovery.WAIT);
    assertThat(after(new Observation.Running(0.5))).isEqualTo(Recovery.WAIT);
  }

  @Test
  void whatEndedIsHarvestedOrJudged() {
    JobFault fault = JobFault.of(Kind.NODE_FAILED, "it broke");

    assertThat(after(new Observation.Finished(1))).isEqualTo(Recovery.HARVEST);
    assertThat(after(new Observation.Failed(fault))).isEqualTo(Recovery.JUDGE_FAULT);
  }

  @Test
  void whatTheNodeDoesNotKnowIsSentAgainUnlessItMayHaveRestarted() {
    assertThat(after(new Observation.Unknown(false))).isEqualTo(Recovery.SEND_AGAIN);
    assertThat(after(new Observation.Unknown(true))).isEqualTo(Recovery.NEW_ATTEMPT);
  }

  @Test
  void whatSomeoneElseStoppedIsLost() {
    assertThat(after(new Observation.Interrupted())).isEqualTo(Recovery.NEW_ATTEMPT);
  }

  @Test
  void aSilentNodeKeepsItsJobsForAWhile() {
    Observation silent = new Observation.Unreachable("refused");
    Duration grace = Recovery.GRACE;

    assertThat(Recovery.after(silent, grace.minusSeconds(1), 9)).isEqualTo(Recovery.LOOK_AGAIN);
    assertThat(Recovery.after(silent, grace, 2)).isEqualTo(Recovery.LOOK_AGAIN);
    assertThat(Recovery.after(silent, grace, 3)).isEqualTo(Recovery.NEW_ATTEMPT);
  }

  @Test
  void whatIsWrongForGoodIsNotTriedAgain() {
    assertThat(Kind.WORKFLOW_BROKEN.again()).isEqualTo(Again.NEVER);
    assertThat(Kind.MODEL_MISSING.again()).isEqualTo(Again.OTHER_NODE);
    assertThat(Kind.OUT_OF_MEMORY.again()).isEqualTo(Again.BIGGER_NODE_ONCE);
  }

  @Test
  void aNodeIsPrintedWithoutItsHeaders() {
    NodeTarget node =
        new NodeTarget(
            "node_1",
            "gpu",
            "comfyui",
            URI.create("http://gpu:8188/comfy/"),
            Map.of("Authorization", "Bearer secret"),
            "");

    assertThat(node.toString()).doesNotContain("secret");
    assertThat(node.at("/queue")).isEqualTo(URI.create("http://gpu:8188/comfy/queue"));
  }
}
