package dev.easel.adapter.provider.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.provider.JobFault.Kind;
import dev.easel.domain.provider.JobFile;
import dev.easel.domain.provider.JobWatch;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.provider.Observation;
import dev.easel.domain.provider.PreparedJob;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.provider.RenderedImage;
import dev.easel.domain.provider.SubmitOutcome;
import dev.easel.fake.comfy.ComfyFault;
import dev.easel.fake.comfy.FakeComfy;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComfyProviderTest {

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
  void aJobBecomesImages() {
    SubmitOutcome submitted = provider.submit(node, Stage.job("sd_txt2img"), id);
    Observation seen = Stage.settled(provider, node, id);
    RenderOutcome outcome = provider.fetch(node, Stage.order(1, 0), id, gallery);

    assertThat(submitted).isEqualTo(new SubmitOutcome.Accepted(0));
    assertThat(seen).isEqualTo(new Observation.Finished(1));
    assertThat(outcome).isEqualTo(new RenderOutcome.Completed(List.of()));
    RenderedImage image = gallery.images.get(0);
    assertThat(image.pixels().getWidth()).isEqualTo(512);
    assertThat(image.seed()).isEqualTo(42);
    assertThat(comfy.executions(id)).isEqualTo(1);
  }

  static Stream<String> workflows() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/comfyui/workflows"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void everyShippedGraphRuns(String workflow) {
    SubmitOutcome submitted = provider.submit(node, Stage.jobWithFiles(workflow, 64), id);

    assertThat(submitted).isInstanceOf(SubmitOutcome.Accepted.class);
    assertThat(Stage.settled(provider, node, id)).isInstanceOf(Observation.Finished.class);
    assertThat(provider.fetch(node, Stage.order(1, 0), id, gallery))
        .isInstanceOf(RenderOutcome.Completed.class);
  }

  @Test
  void aBatchComesInOrderAndNoLargerThanOrdered() {
    provider.submit(node, Stage.job("modelfree"), id);
    Stage.settled(provider, node, id);

    provider.fetch(node, Stage.order(1, 0), id, gallery);

    assertThat(gallery.images).hasSize(1);
    assertThat(gallery.images.get(0).index()).isZero();
    assertThat(gallery.images.get(0).seed()).isEqualTo(7);
  }

  @Test
  void aBatchThatIsTooSmallIsSaid() {
    provider.submit(node, Stage.job("modelfree"), id);
    Stage.settled(provider, node, id);

    RenderOutcome outcome = provider.fetch(node, Stage.order(4, 0), id, gallery);

    assertThat(gallery.images).extracting(RenderedImage::index).containsExactly(0, 1);
    assertThat(((RenderOutcome.Completed) outcome).warnings())
        .extracting("code")
        .containsExactly("partial_result");
  }

  @Test
  void whoCancelsWhileImagesComeGetsNoMore() {
    provider.submit(node, Stage.job("modelfree"), id);
    Stage.settled(provider, node, id);
    gallery.stop = true;

    RenderOutcome outcome = provider.fetch(node, Stage.order(2, 0), id, gallery);

    assertThat(outcome).isEqualTo(new RenderOutcome.Cancelled());
    assertThat(gallery.images).isEmpty();
  }

  @Test
  void anInitImageIsReadUnderTheNameItWasGiven() {
    provider.submit(node, Stage.jobWithFiles("modelfree_img2img", 64), id);
    Stage.settled(provider, node, id);
    // The same name again with other bytes: the node calls it "… (1).png".
    provider.submit(node, Stage.jobWithFiles("modelfree_img2img", 96), id);
    Stage.await(() -> comfy.executions(id) == 2 && comfy.remaining() == 0);

    assertThat(provider.observe(node, id)).isInstanceOf(Observation.Finished.class);
    assertThat(comfy.lastGraph()).contains("easel/" + id + "-").contains(" (1).png [temp]");
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
  void aPromptThatReadsLikeAFileStaysAPrompt() {
    JobFile file = new JobFile("a red fox", new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB));

    provider.submit(node, Stage.job("sd_txt2img", Stage.order(1, 0), file), id);
    Stage.settled(provider, node, id);

    assertThat(comfy.lastGraph()).contains("\"a red fox\"").contains("easel/" + id + "\"");
  }

  @Test
  void jobsWaitTheirTurn() {
    comfy.delay(Duration.ofSeconds(5));
    String first = Stage.newId();
    provider.submit(node, Stage.job("sd_txt2img"), first);
    provider.submit(node, Stage.job("sd_txt2img"), id);

    assertThat(provider.observe(node, id)).isEqualTo(new Observation.Queued(1));
    assertThat(provider.observe(node, first)).isInstanceOf(Observation.Running.class);
  }

  @Test
  void aJobThatWaitsIsTakenOffTheQueue() {
    comfy.delay(Duration.ofSeconds(5));
    String first = Stage.newId();
    provider.submit(node, Stage.job("sd_txt2img"), first);
    provider.submit(node, Stage.job("sd_txt2img"), id);

    provider.cancel(node, id);

    assertThat(provider.observe(node, id)).isEqualTo(new Observation.Unknown(true));
    assertThat(provider.observe(node, first)).isInstanceOf(Observation.Running.class);
    assertThat(comfy.interrupts()).isZero();
  }

  @Test
  void aRunningJobIsInterrupted() {
    comfy.delay(Duration.ofSeconds(20));
    provider.submit(node, Stage.job("sd_txt2img"), id);
    Stage.await(() -> provider.observe(node, id) instanceof Observation.Running);

    provider.cancel(node, id);

    assertThat(Stage.settled(provider, node, id)).isEqualTo(new Observation.Interrupted());
    assertThat(comfy.interrupts()).isEqualTo(1);
  }

  @Test
  void theJobOfAnotherIsNeverInterrupted() {
    comfy.delay(Duration.ofSeconds(1));
    provider.submit(node, Stage.job("sd_txt2img"), id);

    provider.cancel(node, Stage.newId());

    assertThat(comfy.interrupts()).isZero();
    assertThat(Stage.settled(provider, node, id)).isEqualTo(new Observation.Finished(1));
  }

  @Test
  void newerServersCancelJobsAtOnce() {
    comfy.version("0.38.1").delay(Duration.ofSeconds(20));
    provider.submit(node, Stage.job("sd_txt2img"), id);
    Stage.await(() -> provider.observe(node, id) instanceof Observation.Running);

    provider.cancel(node, id);

    assertThat(Stage.settled(provider, node, id)).isEqualTo(new Observation.Interrupted());
    assertThat(comfy.interrupts()).isZero();
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
  void theSameGraphTwiceIsTwoResults() {
    String second = Stage.newId();
    provider.submit(node, Stage.job("sd_txt2img"), id);
    provider.submit(node, Stage.job("sd_txt2img"), second);

    assertThat(Stage.settled(provider, node, id)).isEqualTo(new Observation.Finished(1));
    assertThat(Stage.settled(provider, node, second)).isEqualTo(new Observation.Finished(1));
  }

  /** Sent again after a lost answer: the second run comes out of the cache, with our own files. */
  @Test
  void aCachedRunOfTheSameJobIsAResult() {
    provider.submit(node, Stage.job("sd_txt2img"), id);
    Stage.settled(provider, node, id);
    provider.submit(node, Stage.job("sd_txt2img"), id);
    Stage.await(() -> comfy.executions(id) == 2 && comfy.remaining() == 0);

    assertThat(provider.observe(node, id)).isEqualTo(new Observation.Finished(1));
    assertThat(provider.fetch(node, Stage.order(1, 0), id, gallery))
        .isInstanceOf(RenderOutcome.Completed.class);
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

  @Test
  void whoStopsAJobOfOursIsSeen() {
    comfy.arm(ComfyFault.INTERRUPTED_BY_OTHER);
    provider.submit(node, Stage.job("sd_txt2img"), id);

    assertThat(Stage.settled(provider, node, id)).isEqualTo(new Observation.Interrupted());
  }

  @Test
  void anInterruptThatChangesNothingIsNoEnd() {
    comfy.delay(Duration.ofSeconds(10)).arm(ComfyFault.IGNORE_INTERRUPT);
    provider.submit(node, Stage.job("sd_txt2img"), id);
    Stage.await(() -> provider.observe(node, id) instanceof Observation.Running);

    provider.cancel(node, id);

    assertThat(provider.observe(node, id)).isInstanceOf(Observation.Running.class);
  }

  @Test
  void aHungJobCanBeStopped() {
    comfy.arm(ComfyFault.HANG);
    provider.submit(node, Stage.job("sd_txt2img"), id);
    Stage.await(() -> provider.observe(node, id) instanceof Observation.Running);

    provider.cancel(node, id);

    assertThat(Stage.settled(provider, node, id)).isEqualTo(new Observation.Interrupted());
  }

  @Test
  void nothingIsHeldAgainstANodeThatListensElsewhereNow() {
    NodeTarget wrong =
        new NodeTarget(
            node.id(), "gpu-1", "comfyui", URI.create("http://127.0.0.1:9"), Map.of(), "");
    Stage.Ear ear = new Stage.Ear();
    comfy.delay(Duration.ofSeconds(1));
    try (JobWatch before = provider.listen(wrong, id, false, ear);
        JobWatch after = provider.listen(node, id, false, ear)) {
      provider.submit(node, Stage.job("sd_txt2img"), id);

      Stage.await(() -> !ear.progress.isEmpty());
      assertThat(before).isNotEqualTo(after);
    }
  }
}
