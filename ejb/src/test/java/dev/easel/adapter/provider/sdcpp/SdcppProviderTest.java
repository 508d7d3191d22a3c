package dev.easel.adapter.provider.sdcpp;

import static dev.easel.adapter.provider.NodeStage.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.adapter.imaging.ImageIoCodec;
import dev.easel.adapter.provider.NodeHttp;
import dev.easel.adapter.provider.NodeStage;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.JobFault.Kind;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.provider.Observation;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.provider.RenderedImage;
import dev.easel.domain.provider.SubmitOutcome;
import dev.easel.fake.InMemoryBlobs;
import dev.easel.fake.MovableClock;
import dev.easel.fake.node.FakeSdcpp;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdcppProviderTest {

  private static final RenderOrder ORDER = NodeStage.order(3, 7, "");

  private final FakeSdcpp server = new FakeSdcpp();
  private final InMemoryBlobs blobs = new InMemoryBlobs();
  private final SdcppProvider provider = provider();
  private final NodeTarget node = NodeStage.target("sdcpp", server.uri(), Map.of());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aJobIsObservedAndItsImagesFetchedInOrder() {
    assertThat(submit()).isEqualTo(new SubmitOutcome.Accepted(0));
    assertThat(observe()).isEqualTo(new Observation.Queued(2));
    server.lastBecomes("generating");
    assertThat(observe()).isEqualTo(new Observation.Running(0));
    server.lastBecomes("completed");
    assertThat(observe()).isEqualTo(new Observation.Finished(3));

    NodeStage.Gallery gallery = new NodeStage.Gallery();
    RenderOutcome outcome = provider.fetch(node, ORDER, JOB, gallery);

    assertThat(outcome).isInstanceOf(RenderOutcome.Completed.class);
    assertThat(gallery.images()).extracting(RenderedImage::seed).containsExactly(7L, 8L, 9L);
    assertThat(gallery.images())
        .extracting(image -> image.pixels().getWidth())
        .containsExactly(64, 65, 66);
  }

  @Test
  void anotherServerFindsTheJobByTheShelf() {
    submit();
    server.lastBecomes("completed");

    assertThat(provider().observe(node, JOB)).isEqualTo(new Observation.Finished(3));
  }

  @Test
  void whatTheNodeDoesNotKnowAnyMoreIsLost() {
    assertThat(observe()).isEqualTo(new Observation.Unknown(true));
    submit();
    server.lastExpires();
    assertThat(observe()).isEqualTo(new Observation.Unknown(true));
    server.forgetsAll();
    assertThat(observe()).isEqualTo(new Observation.Unknown(true));
    assertThat(provider.fetch(node, ORDER, JOB, new NodeStage.Gallery()))
        .isInstanceOf(RenderOutcome.Unavailable.class);
  }

  @Test
  void aJobThatWaitsIsCancelledAndOneThatRendersGoesOn() {
    submit();
    server.lastBecomes("generating");
    provider.cancel(node, JOB);
    assertThat(observe()).isEqualTo(new Observation.Running(0));

    server.lastBecomes("queued");
    provider.cancel(node, JOB);
    assertThat(observe()).isEqualTo(new Observation.Interrupted());
  }

  @Test
  void aNodeStartedWithAnotherModelGetsNothing() {
    server.startedWith("v2-1_768-ema-pruned");

    assertThat(((SubmitOutcome.Rejected) submit()).fault().kind()).isEqualTo(Kind.MODEL_MISSING);
    assertThat(server.jobs()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | {"error":"invalid generation parameters"}           | INVALID_VALUE
          400 | {"error":"invalid init image"}                      | INVALID_IMAGE
          400 | {"error":"img_gen mode is not supported"}           | CAPABILITY_MISSING
          401 | {}                                                  | ACCESS_DENIED
          404 | {}                                                  | CAPABILITY_MISSING
          413 | {}                                                  | CAPABILITY_MISSING
          500 | {"error":"server_error","message":"/srv/model.gguf"} | NODE_FAILED
          """)
  void refusalsAreJudged(int status, String body, Kind kind) {
    server.answersOnce(status, body);

    JobFault fault = ((SubmitOutcome.Rejected) submit()).fault();

    assertThat(fault.kind()).isEqualTo(kind);
    assertThat(fault.reason()).doesNotContain("/srv");
  }

  @Test
  void aFullQueueIsNobodysFault() {
    server.answersOnce(429, "{\"error\":\"job queue is full\"}");

    assertThat(submit())
        .isEqualTo(new SubmitOutcome.Unreachable("The queue of the node is full", false));
  }

  @Test
  void aLostReplyMayMeanThatItWasTaken() {
    server.losesReplyOnce();

    assertThat(((SubmitOutcome.Unreachable) submit()).maybeAccepted()).isTrue();
    assertThat(observe()).isEqualTo(new Observation.Unknown(true));
  }

  @Test
  void withoutTheShelfTheJobIsTakenBack() {
    blobs.roomFor(0);

    assertThat(((SubmitOutcome.Unreachable) submit()).maybeAccepted()).isFalse();
    assertThat(server.stateOfLast()).isEqualTo("cancelled");
  }

  @Test
  void failuresAreJudged() {
    submit();
    server.lastFails("generate_image returned no results");
    assertThat(((Observation.Failed) observe()).fault().kind()).isEqualTo(Kind.NODE_FAILED);
    server.lastFails("failed to allocate buffer: out of memory");
    assertThat(((Observation.Failed) observe()).fault().kind()).isEqualTo(Kind.OUT_OF_MEMORY);
  }

  @Test
  void aNodeThatIsDownIsSilent() {
    NodeTarget gone = NodeStage.target("sdcpp", URI.create("http://127.0.0.1:9"), Map.of());
    submit();

    assertThat(provider.observe(gone, JOB)).isInstanceOf(Observation.Unreachable.class);
    assertThat(provider.submit(gone, NodeStage.job(ORDER), JOB))
        .isInstanceOf(SubmitOutcome.Unreachable.class);
  }

  private SubmitOutcome submit() {
    return provider.submit(node, NodeStage.job(ORDER), JOB);
  }

  private Observation observe() {
    return provider.observe(node, JOB);
  }

  private SdcppProvider provider() {
    SdcppProvider made = new SdcppProvider();
    made.http = new NodeHttp();
    made.shelf = NodeStage.shelf(blobs, new MovableClock());
    made.codec = new ImageIoCodec();
    made.start();
    return made;
  }
}
