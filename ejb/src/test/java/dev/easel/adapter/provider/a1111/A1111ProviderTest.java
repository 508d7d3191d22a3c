package dev.easel.adapter.provider.a1111;

import static dev.easel.adapter.provider.NodeStage.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.adapter.provider.NodeStage;
import dev.easel.domain.provider.JobWatch;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.provider.Observation;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.provider.RenderedImage;
import dev.easel.domain.provider.SubmitOutcome;
import dev.easel.domain.shared.Remark;
import dev.easel.fake.InMemoryBlobs;
import dev.easel.fake.MovableClock;
import dev.easel.fake.node.FakeWebUi;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class A1111ProviderTest {

  private static final String OTHER_JOB = "7c9e6679-7425-30de-944b-e07fc1f90ae7";
  private static final RenderOrder ORDER = NodeStage.order(2, 7, "");

  private final WebUiStage stage = new WebUiStage();
  private final FakeWebUi ui = stage.ui;
  private final InMemoryBlobs blobs = stage.blobs;
  private final MovableClock clock = stage.clock;
  private final A1111Provider provider = stage.provider;
  private final NodeTarget node = stage.node;

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void aJobIsSeenRunningAndItsImagesFetched() {
    ui.hold();
    assertThat(submit(ORDER, JOB)).isInstanceOf(SubmitOutcome.Accepted.class);
    NodeStage.await(() -> observe(JOB).equals(new Observation.Running(0.45)));

    ui.finish();

    assertThat(settled(JOB)).isEqualTo(new Observation.Finished(2));
    NodeStage.Gallery gallery = new NodeStage.Gallery();
    RenderOutcome outcome = provider.fetch(node, ORDER, JOB, gallery);
    assertThat(outcome).isInstanceOf(RenderOutcome.Completed.class);
    assertThat(gallery.images()).extracting(RenderedImage::seed).containsExactly(7L, 8L);
    assertThat(gallery.images()).allMatch(image -> image.pixels().getWidth() == 64);
  }

  @Test
  void anotherServerFindsTheAnswerOnTheShelf() {
    submit(ORDER, JOB);
    settled(JOB);

    A1111Provider other = WebUiStage.provider(blobs, clock);

    assertThat(other.observe(node, JOB)).isEqualTo(new Observation.Finished(2));
    NodeStage.Gallery gallery = new NodeStage.Gallery();
    other.fetch(node, ORDER, JOB, gallery);
    assertThat(gallery.images()).hasSize(2);
  }

  @Test
  void afterACrashItIsWaitedForWhileTheNodeStillMakesItAndThenLost() {
    ui.hold();
    submit(ORDER, JOB);
    NodeStage.await(() -> observe(JOB) instanceof Observation.Running);
    InMemoryBlobs left = new InMemoryBlobs();
    NodeStage.shelf(left, clock).put(JOB, WebUiCalls.SENT, "sd_xl_base_1.0");
    A1111Provider restarted = WebUiStage.provider(left, clock);

    assertThat(restarted.observe(node, JOB)).isEqualTo(new Observation.Running(0.45));

    ui.finish();
    settled(JOB);
    assertThat(restarted.observe(node, JOB)).isEqualTo(new Observation.Running(0));
    clock.pass(Patience.LONGEST);
    assertThat(restarted.observe(node, JOB)).isEqualTo(new Observation.Unknown(true));
  }

  @Test
  void whatWasNeverSentIsUnknown() {
    assertThat(observe(JOB)).isEqualTo(new Observation.Unknown(true));
  }

  @Test
  void onlyTheJobThatRunsIsInterrupted() {
    ui.hold();
    submit(ORDER, JOB);
    NodeStage.await(() -> observe(JOB) instanceof Observation.Running);
    submit(ORDER, OTHER_JOB);
    NodeStage.await(() -> observe(OTHER_JOB).equals(new Observation.Queued(1)));

    provider.cancel(node, OTHER_JOB);
    assertThat(ui.interrupts()).isZero();
    provider.cancel(node, JOB);

    assertThat(ui.interrupts()).isEqualTo(1);
    assertThat(settled(JOB)).isEqualTo(new Observation.Interrupted());
  }

  @Test
  void aNodeIsNotGivenMoreThanOneJobBesideTheOneThatWasGivenUp() {
    ui.hold();
    submit(ORDER, JOB);
    submit(ORDER, OTHER_JOB);

    assertThat(submit(ORDER, "5b1e2c1c-0000-3000-8000-000000000000"))
        .isEqualTo(
            new SubmitOutcome.Unreachable("The node still has what it was given before", false));
  }

  @Test
  void aPictureThatSomebodyElseStoppedIsNotTakenForAWholeOne() {
    ui.hold();
    submit(ORDER, JOB);
    NodeStage.await(() -> observe(JOB) instanceof Observation.Running);

    ui.interruptedByOther();

    assertThat(settled(JOB)).isEqualTo(new Observation.Interrupted());
  }

  @Test
  void withoutTheWebUiTheOpenCallTellsThatItRuns() {
    ui.headless();
    ui.hold();
    submit(ORDER, JOB);

    assertThat(observe(JOB)).isEqualTo(new Observation.Running(0));
    provider.cancel(node, JOB);
    assertThat(ui.interrupts()).isZero();
    ui.finish();
    assertThat(settled(JOB)).isEqualTo(new Observation.Finished(2));
  }

  @Test
  void whoListensIsShownPreviewsAndToldOfTheEnd() {
    NodeStage.Ear ear = new NodeStage.Ear();
    ui.hold();
    JobWatch watch = provider.listen(node, JOB, true, ear);
    submit(ORDER, JOB);
    NodeStage.await(() -> observe(JOB) instanceof Observation.Running && !ear.previews().isEmpty());
    ui.finish();
    NodeStage.await(() -> ear.looks() > 0);
    watch.close();

    assertThat(ear.previews().get(0).getWidth()).isEqualTo(8);
  }

  @Test
  void aSamplerTheKindHasNotIsRemarkedOn() {
    RenderOrder order = NodeStage.order(1, 1, "res_multistep");
    submit(order, JOB);
    settled(JOB);

    RenderOutcome outcome = provider.fetch(node, order, JOB, new NodeStage.Gallery());

    assertThat(((RenderOutcome.Completed) outcome).warnings())
        .extracting(Remark::code)
        .containsExactly("parameter_ignored");
  }

  @Test
  void theShelfIsEmptiedInTheEnd() {
    submit(ORDER, JOB);
    settled(JOB);
    provider.fetch(node, ORDER, JOB, new NodeStage.Gallery());
    assertThat(blobs.keys()).isNotEmpty();
    clock.pass(Duration.ofMinutes(15));

    submit(ORDER, OTHER_JOB);

    settled(OTHER_JOB);
    assertThat(blobs.keys()).allMatch(key -> key.startsWith("jobs/" + OTHER_JOB));
  }

  private SubmitOutcome submit(RenderOrder order, String id) {
    return stage.submit(order, id);
  }

  private Observation observe(String id) {
    return stage.observe(id);
  }

  private Observation settled(String id) {
    return stage.settled(id);
  }
}
