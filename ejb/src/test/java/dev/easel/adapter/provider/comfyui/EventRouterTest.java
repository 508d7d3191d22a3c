package dev.easel.adapter.provider.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.adapter.imaging.ImageIoCodec;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Events of versions and moments that the fake does not play. */
class EventRouterTest {

  /** The recorded frame of an image without metadata. */
  private static final byte[] FRAME =
      Base64.getDecoder()
          .decode(
              "AAAAAQAAAAKJUE5HDQoaCgAAAA1JSERSAAAAEAAAABAIAgAAAJCRaDYAAAAfSURBVHgBY2RpW85ACmAiRTFI"
                  + "7agGYkJsNJQGRygBANdIAVHN3n75AAAAAElFTkSuQmCC");

  private final EventRouter router = new EventRouter();
  private final Stage.Ear ear = new Stage.Ear();
  private final Stage.Ear other = new Stage.Ear();
  private long now;

  private JobHints listening(String id, boolean previews, Stage.Ear listener) {
    JobHints[] made = new JobHints[1];
    made[0] =
        new JobHints(
            id, previews, listener, new ImageIoCodec(), () -> now, () -> router.remove(made[0]));
    router.add(made[0]);
    return made[0];
  }

  private void event(String type, String data) {
    router.text("{\"type\":\"" + type + "\",\"data\":{" + data + "}}");
  }

  private void graph(JobHints hints) {
    hints.runs(ComfyGraph.of(Stage.workflow("sd_txt2img")));
  }

  @Test
  void anEventWithoutAPromptIdIsOfTheOneThatRuns() {
    graph(listening("a", false, ear));
    graph(listening("b", false, other));

    event("execution_start", "\"prompt_id\":\"b\"");
    event("progress", "\"value\":10,\"max\":20,\"node\":\"3\"");

    assertThat(other.progress).containsExactly(0.45);
    assertThat(ear.progress).isEmpty();
  }

  @Test
  void aPreviewWithoutMetadataIsOfTheOneThatRuns() {
    listening("a", true, ear);
    listening("b", true, other);

    event("executing", "\"node\":\"3\",\"prompt_id\":\"a\"");
    router.binary(ByteBuffer.wrap(FRAME));

    assertThat(ear.previews).hasSize(1);
    assertThat(other.previews).isEmpty();
  }

  @Test
  void whoComesBackIsToldTheNodeWithoutTheId() {
    listening("a", false, ear);

    event("executing", "\"node\":\"3\"");
    event("executing", "\"node\":null");

    assertThat(ear.looks).isZero();
  }

  @Test
  void onlyTheNewestOfManyPreviewsIsShown() {
    listening("a", true, ear);
    event("execution_start", "\"prompt_id\":\"a\"");

    for (int i = 0; i < 20; i++) {
      router.binary(ByteBuffer.wrap(FRAME));
      now += Duration.ofMillis(100).toNanos();
    }

    assertThat(ear.previews).hasSize(4);
  }

  @Test
  void withoutStatesProgressFollowsTheNodes() {
    graph(listening("a", false, ear));

    event("execution_cached", "\"nodes\":[\"4\"],\"prompt_id\":\"a\"");
    event("executing", "\"node\":\"5\",\"prompt_id\":\"a\"");
    event("executing", "\"node\":\"3\",\"prompt_id\":\"a\"");
    event("progress", "\"value\":20,\"max\":20,\"prompt_id\":\"a\",\"node\":\"3\"");

    assertThat(ear.progress).hasSize(3).isSorted();
    assertThat(ear.progress.get(2)).isGreaterThan(0.9);
  }

  @Test
  void progressNeverFalls() {
    graph(listening("a", false, ear));

    event("progress", "\"value\":15,\"max\":20,\"prompt_id\":\"a\",\"node\":\"3\"");
    event("progress", "\"value\":5,\"max\":20,\"prompt_id\":\"a\",\"node\":\"3\"");

    assertThat(ear.progress).hasSize(1);
  }

  @Test
  void theEndIsWorthALookAndSuccessIsNotYet() {
    listening("a", false, ear);

    event("execution_success", "\"prompt_id\":\"a\"");
    assertThat(ear.looks).isZero();
    event("executing", "\"node\":null,\"prompt_id\":\"a\"");

    assertThat(ear.looks).isEqualTo(1);
  }

  @Test
  void whatMakesNoSenseIsPassedOver() {
    listening("a", true, ear);
    event("execution_start", "\"prompt_id\":\"a\"");

    router.text("not json");
    router.text("[]");
    event("progress_state", "\"prompt_id\":\"a\",\"nodes\":{\"1\":7}");
    router.binary(ByteBuffer.wrap(new byte[] {0, 0, 0, 4, 0x7f, 0, 0, 0, 1}));
    router.binary(ByteBuffer.wrap(new byte[] {0, 0, 0, 1, 0, 0, 0, 1, 5, 5}));
    router.binary(ByteBuffer.allocate(3));

    assertThat(ear.previews).isEmpty();
    assertThat(ear.looks).isZero();
  }
}
