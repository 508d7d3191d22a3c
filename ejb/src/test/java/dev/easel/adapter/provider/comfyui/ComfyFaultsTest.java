package dev.easel.adapter.provider.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.provider.JobFault.Kind;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.provider.Observation;
import dev.easel.domain.provider.PreparedJob;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.provider.SubmitOutcome;
import dev.easel.fake.comfy.ComfyFault;
import dev.easel.fake.comfy.FakeComfy;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every way in which a node can fail, and what the adapter says of it. */
class ComfyFaultsTest {

  private final FakeComfy comfy = FakeComfy.start();
  private final ComfyProvider provider = Stage.provider();
  private final NodeTarget node = Stage.target(comfy);
  private final Stage.Gallery gallery = new Stage.Gallery();
  private final String id = Stage.newId();

  @AfterEach
  void stop() {
    provider.nodes.close();
    comfy.close();
  }

  private Kind rejection(PreparedJob job) {
    SubmitOutcome outcome = provider.submit(node, job, id);
    return ((SubmitOutcome.Rejected) outcome).fault().kind();
  }

  private Kind failure() {
    return ((Observation.Failed) Stage.settled(provider, node, id)).fault().kind();
  }

  @Test
  void anUploadThatVanishedIsSentOnceMore() {
    comfy.arm(ComfyFault.UPLOAD_VANISHES);

    assertThat(provider.submit(node, Stage.jobWithFiles("modelfree_img2img", 64), id))
        .isInstanceOf(SubmitOutcome.Accepted.class);
  }

  @Test
  void anUploadThatVanishesAlwaysIsAnInvalidImage() {
    comfy.arm(ComfyFault.UPLOAD_VANISHES, 2);

    assertThat(rejection(Stage.jobWithFiles("modelfree_img2img", 64)))
        .isEqualTo(Kind.INVALID_IMAGE);
  }

  @Test
  void newerServersWantCanonicalIds() {
    comfy.version("0.38.1");
    String upper = id.toUpperCase(java.util.Locale.ROOT);

    assertThat(provider.submit(node, Stage.job("modelfree"), upper))
        .isInstanceOf(SubmitOutcome.Rejected.class);
    assertThat(provider.submit(node, Stage.job("modelfree"), id))
        .isInstanceOf(SubmitOutcome.Accepted.class);
  }

  @Test
  void errorsInAnAcceptedPromptAreFailureAndLeaveNothingBehind() {
    comfy.delay(Duration.ofSeconds(20)).arm(ComfyFault.NODE_ERRORS_IN_200);

    assertThat(rejection(Stage.job("sd_txt2img"))).isEqualTo(Kind.INVALID_VALUE);

    Stage.await(() -> comfy.remaining() == 0);
  }

  @Test
  void aModelThatTheNodeLacksIsSaidAtSubmit() {
    comfy.removeModel("checkpoints", "v1-5-pruned-emaonly-fp16.safetensors");

    assertThat(rejection(Stage.job("sd_txt2img"))).isEqualTo(Kind.MODEL_MISSING);
    assertThat(comfy.executions(id)).isZero();
  }

  @Test
  void anUpscalerThatTheNodeLacksIsSaidWhenItRuns() {
    comfy.arm(ComfyFault.MODEL_MISSING_AT_RUN);
    provider.submit(node, Stage.job("sd_txt2img"), id);

    assertThat(failure()).isEqualTo(Kind.MODEL_MISSING);
  }

  @Test
  void memoryThatDoesNotSufficeAsksForABiggerNode() {
    comfy.arm(ComfyFault.OUT_OF_MEMORY);
    provider.submit(node, Stage.job("sd_txt2img"), id);

    assertThat(failure()).isEqualTo(Kind.OUT_OF_MEMORY);
  }

  @Test
  void aNodeThatThrowsFailedWithoutTellingItsInside() {
    comfy.arm(ComfyFault.NODE_THROWS);
    provider.submit(node, Stage.job("sd_txt2img"), id);

    Observation.Failed seen = (Observation.Failed) Stage.settled(provider, node, id);
    assertThat(seen.fault().kind()).isEqualTo(Kind.NODE_FAILED);
    assertThat(seen.fault().reason()).doesNotContain("shapes", "srv");
    assertThat(provider.fetch(node, Stage.order(1, 0), id, gallery))
        .isInstanceOf(RenderOutcome.Unavailable.class);
  }

  @Test
  void successWithoutImagesIsFailure() {
    comfy.arm(ComfyFault.NO_IMAGES);
    provider.submit(node, Stage.job("sd_txt2img"), id);

    assertThat(failure()).isEqualTo(Kind.WORKFLOW_BROKEN);
  }

  @Test
  void aFileOfAnOlderJobIsNotDelivered() {
    comfy.arm(ComfyFault.REPLAY_OLD_FILE);
    provider.submit(node, Stage.job("sd_txt2img"), id);

    assertThat(failure()).isEqualTo(Kind.WRONG_RESULT);
    assertThat(provider.fetch(node, Stage.order(1, 0), id, gallery))
        .isInstanceOf(RenderOutcome.Unavailable.class);
    assertThat(gallery.images).isEmpty();
  }

  @Test
  void whatIsNoImageIsLost() {
    comfy.arm(ComfyFault.INVALID_PNG);
    provider.submit(node, Stage.job("sd_txt2img"), id);
    Stage.settled(provider, node, id);

    assertThat(provider.fetch(node, Stage.order(1, 0), id, gallery))
        .isInstanceOf(RenderOutcome.Unavailable.class);
  }

  @Test
  void aFileThatIsGoneIsLost() {
    comfy.arm(ComfyFault.FILE_GONE);
    provider.submit(node, Stage.job("sd_txt2img"), id);
    Stage.settled(provider, node, id);

    assertThat(provider.fetch(node, Stage.order(1, 0), id, gallery))
        .isInstanceOf(RenderOutcome.Unavailable.class);
  }

  @Test
  void aNodeThatFailsToTakeAJobHasItNot() {
    comfy.arm(ComfyFault.ERROR_500);

    assertThat(rejection(Stage.job("sd_txt2img"))).isEqualTo(Kind.NODE_FAILED);
  }

  @Test
  void aLostAnswerMayHaveBeenAnAcceptance() {
    comfy.arm(ComfyFault.LOSE_SUBMIT_REPLY);

    SubmitOutcome outcome = provider.submit(node, Stage.job("sd_txt2img"), id);

    assertThat(outcome).isInstanceOf(SubmitOutcome.Unreachable.class);
    assertThat(((SubmitOutcome.Unreachable) outcome).maybeAccepted()).isTrue();
    assertThat(Stage.settled(provider, node, id)).isEqualTo(new Observation.Finished(1));
    assertThat(comfy.executions(id)).isEqualTo(1);
  }

  @Test
  void aNodeThatIsDownCertainlyHasNothing() {
    comfy.die();

    SubmitOutcome outcome = provider.submit(node, Stage.job("sd_txt2img"), id);

    assertThat(((SubmitOutcome.Unreachable) outcome).maybeAccepted()).isFalse();
    assertThat(provider.observe(node, id)).isInstanceOf(Observation.Unreachable.class);
  }

  @Test
  void aNodeThatDiesInTheMiddleIsUnreachableAndThenHasForgotten() {
    comfy.arm(ComfyFault.DIE_MID_JOB);
    provider.submit(node, Stage.job("sd_txt2img"), id);
    Stage.await(() -> provider.observe(node, id) instanceof Observation.Unreachable);

    comfy.revive();

    assertThat(provider.observe(node, id)).isEqualTo(new Observation.Unknown(true));
  }

  @Test
  void aNodeThatRestartedIsToldFromOneThatDroppedTheJob() {
    comfy.delay(Duration.ofMillis(300));
    String first = Stage.newId();
    String last = Stage.newId();
    provider.submit(node, Stage.job("sd_txt2img"), first);
    provider.submit(node, Stage.job("sd_txt2img"), id);
    provider.cancel(node, id);
    provider.submit(node, Stage.job("sd_txt2img"), last);
    Stage.settled(provider, node, last);
    assertThat(provider.observe(node, id)).isEqualTo(new Observation.Unknown(false));

    comfy.restart();
    assertThat(provider.observe(node, last)).isEqualTo(new Observation.Unknown(true));

    String later = Stage.newId();
    provider.submit(node, Stage.job("sd_txt2img"), later);
    Stage.settled(provider, node, later);
    assertThat(provider.observe(node, last)).isEqualTo(new Observation.Unknown(true));
  }
}
