package dev.easel.adapter.provider.a1111;

import static dev.easel.adapter.provider.NodeStage.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.adapter.provider.NodeStage;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.JobFault.Kind;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.provider.Observation;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.SubmitOutcome;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class A1111FaultsTest {

  private static final RenderOrder ORDER = NodeStage.order(2, 7, "");

  private final WebUiStage stage = new WebUiStage();

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void aBrokenConnectionLosesTheJob() {
    stage.ui.breaksOnce();
    stage.submit(ORDER, JOB);

    assertThat(stage.settled(JOB)).isEqualTo(new Observation.Unknown(true));
  }

  @Test
  void anotherCheckpointThanTheOneAskedForIsAFault() {
    stage.ui.hasOnly("v1-5-pruned-emaonly");
    stage.submit(ORDER, JOB);

    assertThat(fault(JOB)).isEqualTo(Kind.MODEL_MISSING);
  }

  @Test
  void faultsAreJudged() {
    assertThat(fault(500, "{\"error\":\"OutOfMemoryError\",\"detail\":\"\",\"errors\":\"CUDA\"}"))
        .isEqualTo(Kind.OUT_OF_MEMORY);
    assertThat(fault(500, "{\"error\":\"HTTPException\",\"detail\":\"Invalid encoded image\"}"))
        .isEqualTo(Kind.INVALID_IMAGE);
    assertThat(fault(500, "{\"error\":\"NansException\",\"errors\":\"/home/x\"}"))
        .isEqualTo(Kind.NODE_FAILED);
    assertThat(fault(200, "{\"images\":[],\"info\":\"{}\"}")).isEqualTo(Kind.WRONG_RESULT);
    assertThat(fault(401, "{\"detail\":\"Incorrect username or password\"}"))
        .isEqualTo(Kind.ACCESS_DENIED);
    assertThat(fault(413, "")).isEqualTo(Kind.CAPABILITY_MISSING);
  }

  @Test
  void objectionsAreNamedByOurParameters() {
    assertThat(
            WebUiVerdict.of(
                422, "{\"detail\":[{\"loc\":[\"body\",\"width\"],\"msg\":\"x\",\"type\":\"y\"}]}"))
        .isEqualTo(new JobFault(Kind.INVALID_VALUE, "The node does not take this value", "size"));
    stage.submit(NodeStage.order(1, 1, "lms"), JOB);
    assertThat(((Observation.Failed) stage.settled(JOB)).fault())
        .isEqualTo(new JobFault(Kind.INVALID_VALUE, "The node has no such sampler", "sampler"));
  }

  @Test
  void credentialsGoWithTheHeadersAndAreMissedAtOnce() {
    stage.ui.locked("Basic dTpw");
    NodeTarget known =
        NodeStage.target("a1111", stage.ui.uri(), Map.of("Authorization", "Basic dTpw"));

    assertThat(stage.submit(ORDER, JOB))
        .isEqualTo(
            new SubmitOutcome.Rejected(
                JobFault.of(Kind.ACCESS_DENIED, "The node does not accept our credentials")));
    assertThat(stage.provider.submit(known, NodeStage.job(ORDER), JOB))
        .isInstanceOf(SubmitOutcome.Accepted.class);
  }

  @Test
  void aNodeThatIsDownHasCertainlyNotGotTheJob() {
    NodeTarget gone = NodeStage.target("a1111", URI.create("http://127.0.0.1:9"), Map.of());

    SubmitOutcome outcome = stage.provider.submit(gone, NodeStage.job(ORDER), JOB);

    assertThat(((SubmitOutcome.Unreachable) outcome).maybeAccepted()).isFalse();
  }

  private Kind fault(String id) {
    return ((Observation.Failed) stage.settled(id)).fault().kind();
  }

  private Kind fault(int status, String body) {
    String id = UUID.randomUUID().toString();
    stage.ui.answersOnce(status, body);
    stage.submit(ORDER, id);
    return fault(id);
  }
}
