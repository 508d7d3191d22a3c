package dev.easel.adapter.provider.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.provider.JobWatch;
import dev.easel.domain.provider.NodeFacts;
import dev.easel.domain.provider.NodePulse;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.provider.Observation;
import dev.easel.domain.provider.PreparedJob;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.provider.SubmitOutcome;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Against the real server at {@code COMFYUI_URL}, with graphs that need no model. Named so that
 * only {@code ops/comfyui-check} runs it.
 */
class LiveComfyCheck {

  private final ComfyProvider provider = Stage.provider();
  private final NodeTarget node =
      Stage.target(URI.create(String.valueOf(System.getenv("COMFYUI_URL"))));
  private final Stage.Gallery gallery = new Stage.Gallery();
  private final Stage.Ear ear = new Stage.Ear();
  private final String id = Stage.newId();

  @AfterEach
  void stop() {
    provider.nodes.close();
  }

  @Test
  void itIsAliveAndSaysWhatItHas() {
    ComfyInspector inspector = Stage.inspector();

    assertThat(inspector.pulse(node)).isInstanceOf(NodePulse.Alive.class);
    NodeFacts facts = inspector.inspect(node).orElseThrow();
    assertThat(facts.version()).isNotEmpty();
    assertThat(facts.nodeClasses()).contains("EmptyImage", "SaveImage", "LoadImage");
    assertThat(inspector.declaration(node, "NoSuchNode")).isEmpty();
  }

  /** Other values each time: what the server has cached gives no events. */
  private static PreparedJob fresh(PreparedJob job) {
    String colour = "\"color\": " + Math.floorMod(UUID.randomUUID().hashCode(), 1 << 24);
    String workflow = job.workflow().replaceAll("\"color\":\\s*\\d+", colour);
    return new PreparedJob(job.order(), workflow, job.files());
  }

  @Test
  void aGraphWithoutModelsBecomesImages() {
    try (JobWatch watch = provider.listen(node, id, false, ear)) {
      Stage.await(() -> ear.looks == 1);
      assertThat(provider.submit(node, fresh(Stage.job("modelfree")), id))
          .isInstanceOf(SubmitOutcome.Accepted.class);
      assertThat(Stage.settled(provider, node, id)).isEqualTo(new Observation.Finished(2));
      Stage.await(() -> ear.looks >= 2);

      assertThat(provider.fetch(node, Stage.order(2, 0), id, gallery))
          .isEqualTo(new RenderOutcome.Completed(List.of()));
      assertThat(gallery.images).hasSize(2);
      assertThat(gallery.images.get(0).pixels().getWidth()).isEqualTo(128);
      assertThat(ear.progress).isSorted().isNotEmpty();
      assertThat(watch).isNotNull();
    }
  }

  @Test
  void anUploadedImageIsRead() {
    assertThat(provider.submit(node, Stage.jobWithFiles("modelfree_img2img", 64), id))
        .isInstanceOf(SubmitOutcome.Accepted.class);

    assertThat(Stage.settled(provider, node, id)).isInstanceOf(Observation.Finished.class);
  }

  @Test
  void whatItNeverHadIsUnknownAndCancellingItHarmsNobody() {
    provider.cancel(node, id);

    assertThat(provider.observe(node, id)).isInstanceOf(Observation.Unknown.class);
  }

  @Test
  void aClassThatItLacksIsSaid() {
    String workflow = Stage.workflow("modelfree").replace("ImageInvert", "NoSuchNode");

    SubmitOutcome outcome =
        provider.submit(node, new PreparedJob(Stage.order(1, 0), workflow, List.of()), id);

    assertThat(((SubmitOutcome.Rejected) outcome).fault().kind())
        .isEqualTo(dev.easel.domain.provider.JobFault.Kind.CAPABILITY_MISSING);
  }
}
