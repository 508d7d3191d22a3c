package dev.easel.adapter.provider.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.provider.JobFile;
import dev.easel.domain.provider.JobWatch;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.provider.Observation;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.provider.RenderedImage;
import dev.easel.domain.provider.SubmitOutcome;
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
  void aBatchThatIsTooSmallIsHandedOnWithoutARemark() {
    provider.submit(node, Stage.job("modelfree"), id);
    Stage.settled(provider, node, id);

    RenderOutcome outcome = provider.fetch(node, Stage.order(4, 0), id, gallery);

    assertThat(gallery.images).extracting(RenderedImage::index).containsExactly(0, 1);
    // Whoever charges by the image says how many are missing; twice would be once too often.
    assertThat(((RenderOutcome.Completed) outcome).warnings()).isEmpty();
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
  void aPromptThatReadsLikeAFileStaysAPrompt() {
    JobFile file = new JobFile("a red fox", new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB));

    provider.submit(node, Stage.job("sd_txt2img", Stage.order(1, 0), file), id);
    Stage.settled(provider, node, id);

    assertThat(comfy.lastGraph()).contains("\"a red fox\"").contains("easel/" + id + "\"");
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
