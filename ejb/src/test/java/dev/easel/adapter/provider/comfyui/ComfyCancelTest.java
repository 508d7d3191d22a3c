package dev.easel.adapter.provider.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.provider.Observation;
import dev.easel.fake.comfy.ComfyFault;
import dev.easel.fake.comfy.FakeComfy;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stopping what is ours, and nothing else. */
class ComfyCancelTest {

  private final FakeComfy comfy = FakeComfy.start();
  private final ComfyProvider provider = Stage.provider();
  private final NodeTarget node = Stage.target(comfy);
  private final String id = Stage.newId();

  @AfterEach
  void stop() {
    provider.nodes.close();
    comfy.close();
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
}
