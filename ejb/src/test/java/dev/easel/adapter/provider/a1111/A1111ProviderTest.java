package dev.easel.adapter.provider.a1111;

import static dev.easel.adapter.provider.NodeStage.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.adapter.provider.NodeStage;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.JobFault.Kind;
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
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class A1111ProviderTest {

  private static final String OTHER_JOB = "7c9e6679-7425-30de-944b-e07fc1f90ae7";
  private static final RenderOrder ORDER = NodeStage.order(2, 7, "");

  private final FakeWebUi ui = new FakeWebUi();
  private final InMemoryBlobs blobs = new InMemoryBlobs();
  private final MovableClock clock = new MovableClock();
  private final A1111Provider provider = WebUiStage.provider(blobs, clock);
  private final NodeTarget node = NodeStage.target("a1111", ui.uri(), Map.of());

  @AfterEach
  void stop() {
    ui.close();
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
  void aBrokenConnectionLosesTheJob() {
    ui.breaksOnce();
    submit(ORDER, JOB);

    assertThat(settled(JOB)).isEqualTo(new Observation.Unknown(true));
  }

  @Test
  void anotherCheckpointThanTheOneAskedForIsAFault() {
    ui.hasOnly("v1-5-pruned-emaonly");
    submit(ORDER, JOB);

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
    submit(NodeStage.order(1, 1, "lms"), JOB);
    assertThat(((Observation.Failed) settled(JOB)).fault())
        .isEqualTo(new JobFault(Kind.INVALID_VALUE, "The node has no such sampler", "sampler"));
  }

  @Test
  void credentialsGoWithTheHeadersAndAreMissedAtOnce() {
    ui.locked("Basic dTpw");
    NodeTarget known = NodeStage.target("a1111", ui.uri(), Map.of("Authorization", "Basic dTpw"));

    assertThat(submit(ORDER, JOB))
        .isEqualTo(
            new SubmitOutcome.Rejected(
                JobFault.of(Kind.ACCESS_DENIED, "The node does not accept our credentials")));
    assertThat(provider.submit(known, NodeStage.job(ORDER), JOB))
        .isInstanceOf(SubmitOutcome.Accepted.class);
  }

  @Test
  void aNodeThatIsDownHasCertainlyNotGotTheJob() {
    NodeTarget gone = NodeStage.target("a1111", URI.create("http://127.0.0.1:9"), Map.of());

    SubmitOutcome outcome = provider.submit(gone, NodeStage.job(ORDER), JOB);

    assertThat(((SubmitOutcome.Unreachable) outcome).maybeAccepted()).isFalse();
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
    return provider.submit(node, NodeStage.job(order), id);
  }

  private Observation observe(String id) {
    return provider.observe(node, id);
  }

  private Observation settled(String id) {
    NodeStage.await(
        () ->
            !(observe(id) instanceof Observation.Running)
                && !(observe(id) instanceof Observation.Queued));
    return observe(id);
  }

  private Kind fault(String id) {
    return ((Observation.Failed) settled(id)).fault().kind();
  }

  private Kind fault(int status, String body) {
    String id = UUID.randomUUID().toString();
    ui.answersOnce(status, body);
    submit(ORDER, id);
    return fault(id);
  }
}
