package dev.easel.adapter.provider.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.provider.JobWatch;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.provider.Observation;
import dev.easel.domain.provider.SubmitOutcome;
import dev.easel.fake.comfy.ComfyFault;
import dev.easel.fake.comfy.FakeComfy;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The socket: what it tells, and that nothing hangs on it. */
class ComfyHintsTest {

  private final FakeComfy comfy = FakeComfy.start();
  private final ComfyProvider provider = Stage.provider();
  private final NodeTarget node = Stage.target(comfy);
  private final Stage.Ear ear = new Stage.Ear();
  private final String id = Stage.newId();

  @AfterEach
  void stop() {
    provider.nodes.close();
    comfy.close();
  }

  private JobWatch listening(boolean previews) {
    JobWatch watch = provider.listen(node, id, previews, ear);
    Stage.await(() -> comfy.hears(provider.nodes.clientId(node)) && ear.looks == 1);
    return watch;
  }

  private void submit(int previews) {
    SubmitOutcome outcome =
        provider.submit(node, Stage.job("sd_txt2img", Stage.order(1, previews)), id);
    assertThat(outcome).isInstanceOf(SubmitOutcome.Accepted.class);
  }

  @Test
  void progressRisesToTheEndWhichIsWorthALook() {
    comfy.delay(Duration.ofMillis(200));
    try (JobWatch watch = listening(false)) {
      submit(0);
      Stage.await(() -> ear.looks == 2);

      assertThat(provider.observe(node, id)).isEqualTo(new Observation.Finished(1));
      assertThat(ear.progress).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(15);
      assertThat(ear.progress.get(ear.progress.size() - 1)).isBetween(0.999, 1.0);
      assertThat(ear.previews).isEmpty();
      assertThat(watch).isNotNull();
    }
  }

  @Test
  void aJobThatEndsBeforeItsSubmissionIsAnsweredHasProgressToo() {
    comfy.delay(Duration.ofMillis(50));
    comfy.arm(ComfyFault.LATE_SUBMIT_REPLY);
    try (JobWatch watch = listening(false)) {
      submit(0);
      Stage.await(() -> ear.looks == 2);

      assertThat(ear.progress).isSorted().isNotEmpty();
      assertThat(watch).isNotNull();
    }
  }

  @Test
  void previewsComeTwiceASecondAtMost() {
    comfy.delay(Duration.ofMillis(1_600));
    try (JobWatch watch = listening(true)) {
      submit(1);
      Stage.await(() -> ear.looks == 2);

      assertThat(ear.previews).hasSizeBetween(2, 4);
      assertThat(ear.previews.get(0).getWidth()).isEqualTo(256);
      assertThat(watch).isNotNull();
    }
  }

  @Test
  void runningTellsHowFarItIs() {
    comfy.delay(Duration.ofSeconds(3));
    try (JobWatch watch = listening(false)) {
      submit(0);
      Stage.await(() -> !ear.progress.isEmpty() && ear.progress.get(ear.progress.size() - 1) > 0.2);

      Observation.Running running = (Observation.Running) provider.observe(node, id);
      assertThat(running.progress()).isBetween(0.2, 1.0);
      assertThat(watch).isNotNull();
    }
  }

  @Test
  void aSocketLostAtTheStartCostsNoResult() {
    comfy.delay(Duration.ofMillis(300)).arm(ComfyFault.DROP_SOCKET);
    try (JobWatch watch = listening(false)) {
      submit(0);

      assertThat(Stage.settled(provider, node, id)).isEqualTo(new Observation.Finished(1));
      Stage.await(() -> ear.looks >= 2);
      assertThat(watch).isNotNull();
    }
  }

  @Test
  void aLostSocketComesBackUnderItsIdAndGoesOnTelling() {
    comfy.delay(Duration.ofSeconds(3)).arm(ComfyFault.DROP_SOCKET);
    try (JobWatch watch = listening(false)) {
      submit(0);
      Stage.await(() -> ear.looks >= 3);
      int before = ear.progress.size();

      Stage.await(() -> ear.progress.size() > before + 2);
      assertThat(watch).isNotNull();
    }
  }

  @Test
  void aServerThatRestartedHearsOfWhatItHadSent() {
    comfy.delay(Duration.ofSeconds(2));
    submit(0);
    provider.nodes.close();
    ComfyProvider reborn = Stage.provider();

    try (JobWatch watch = reborn.listen(node, id, false, ear)) {
      Stage.await(() -> ear.looks >= 1);
      assertThat(reborn.observe(node, id)).isInstanceOf(Observation.Running.class);
      Stage.await(() -> !ear.progress.isEmpty());
      Stage.await(() -> ear.looks >= 2);
      assertThat(watch).isNotNull();
    } finally {
      reborn.nodes.close();
    }
    assertThat(comfy.executions(id)).isEqualTo(1);
  }

  @Test
  void nobodyIsToldAfterTheWatchIsClosed() {
    comfy.delay(Duration.ofMillis(300));
    listening(false).close();
    submit(0);
    Stage.settled(provider, node, id);

    assertThat(ear.progress).isEmpty();
    assertThat(ear.looks).isEqualTo(1);
  }

  @Test
  void aDeadNodeIsWorthALookAtOnce() {
    comfy.arm(ComfyFault.DIE_MID_JOB);
    try (JobWatch watch = listening(false)) {
      submit(0);

      Stage.await(() -> ear.looks == 2);
      assertThat(provider.observe(node, id)).isInstanceOf(Observation.Unreachable.class);
      comfy.revive();
      Stage.await(() -> ear.looks >= 3);
      assertThat(provider.observe(node, id)).isEqualTo(new Observation.Unknown(true));
      assertThat(watch).isNotNull();
    }
  }
}
