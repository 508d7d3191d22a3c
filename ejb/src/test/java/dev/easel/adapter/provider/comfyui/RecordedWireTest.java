package dev.easel.adapter.provider.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.adapter.imaging.ImageIoCodec;
import dev.easel.adapter.provider.NodeJson;
import dev.easel.adapter.provider.NodeReply;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.JobFault.Kind;
import dev.easel.domain.provider.Observation;
import dev.easel.domain.provider.SubmitOutcome;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was recorded from a real server, read by the code that reads real servers. */
class RecordedWireTest {

  private static final Path FIXTURES = Path.of("src/test/resources/comfyui");

  @TestFactory
  Stream<DynamicTest> everyRecordedFileIsRead() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(FIXTURES)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(80);
    return files.stream().map(f -> DynamicTest.dynamicTest(f.toString(), () -> read(f)));
  }

  private static void read(Path file) throws IOException {
    String name = FIXTURES.relativize(file).toString();
    String text = Files.readString(file);
    if (name.startsWith("http_")) {
      readExchange(text);
    } else if (name.startsWith("workflows/")) {
      assertThat(ComfyGraph.of(text).nodeIds()).isNotEmpty();
    } else if (name.endsWith(".jsonl")) {
      readSession(text.lines().map(RecordedWireTest::array).toList());
    } else if (name.startsWith("runs/")) {
      List<JsonArray> steps = new ArrayList<>();
      array(text).forEach(step -> steps.add(step.asJsonArray()));
      readSession(steps);
    } else if (name.equals("object_info_subset.json")) {
      JsonObject classes = NodeJson.parse(text).orElseThrow();
      assertThat(ComfyInspector.choices(NodeJson.child(classes, "KSampler"), "sampler_name"))
          .contains("euler");
    } else {
      throw new AssertionError("Nothing reads " + name);
    }
  }

  private static void readExchange(String text) {
    JsonObject exchange = NodeJson.parse(text).orElseThrow();
    JsonObject request = NodeJson.child(exchange, "request");
    NodeReply reply = reply(NodeJson.child(exchange, "response"));
    String path = NodeJson.string(request, "path");
    boolean submits = path.equals("/prompt") && NodeJson.string(request, "method").equals("POST");
    if (submits) {
      assertThat(new SubmitVerdict(reply).outcome()).isInstanceOf(SubmitOutcome.Rejected.class);
    } else if (path.startsWith("/history?")) {
      JsonObject history = NodeJson.parse(reply.text()).orElseThrow();
      history
          .values()
          .forEach(
              entry -> assertThat(new HistoryEntry(entry.asJsonObject()).number()).isPositive());
    } else if (path.equals("/queue") && reply.isOk() && !reply.text().isEmpty()) {
      assertThat(QueueSnapshot.of(NodeJson.parse(reply.text()).orElseThrow()).running()).isEmpty();
    } else if (path.startsWith("/upload") && reply.isOk()) {
      JsonObject answer = NodeJson.parse(reply.text()).orElseThrow();
      assertThat(OutputFiles.loaderValue(answer)).startsWith("gen/").endsWith(".png");
    } else if (reply.isOk() && reply.text().startsWith("{")) {
      assertThat(NodeJson.parse(reply.text())).isPresent();
    } else {
      assertThat(reply.status()).isBetween(200, 599);
    }
  }

  private static NodeReply reply(JsonObject response) {
    JsonValue json = response.get("json");
    String body = json == null ? NodeJson.string(response, "text") : json.toString();
    int status = response.getInt("status");
    return new NodeReply(status, body.getBytes(StandardCharsets.UTF_8));
  }

  static SubmitVerdict verdict(String fixture) {
    JsonObject exchange = NodeJson.parse(Stage.resource(fixture + ".json")).orElseThrow();
    return new SubmitVerdict(reply(NodeJson.child(exchange, "response")));
  }

  private static JsonArray array(String text) {
    return NodeJson.structure(text)
        .orElseThrow(() -> new AssertionError("Not JSON: " + text.substring(0, 80)))
        .asJsonArray();
  }

  /** Events, frames and histories of a session all go through the code that will see them. */
  private static void readSession(List<JsonArray> steps) {
    ComfyProgress progress = new ComfyProgress();
    double last = 0;
    for (JsonArray step : steps) {
      String kind = NodeJson.string(step.get(0));
      if (kind.equals("WS<") || kind.equals("TEXT")) {
        event(progress, step.getJsonObject(1));
        assertThat(progress.fraction()).isBetween(last, 1.0);
        last = progress.fraction();
      } else if (kind.startsWith("HTTP") && step.toString().contains("\"status_str\"")) {
        assertThat(ended(step)).isNotInstanceOf(Observation.Unknown.class);
      } else {
        assertThat(kind).matches("WS>|WS<bin|BINARY|HTTP.*");
      }
    }
  }

  private static void event(ComfyProgress progress, JsonObject message) {
    JsonObject data = NodeJson.child(message, "data");
    switch (NodeJson.string(message, "type")) {
      case "progress_state" -> progress.state(data);
      case "executing" -> progress.executing(data);
      case "progress" -> progress.step(data);
      case "execution_cached" -> progress.cached(data);
      default -> assertThat(data).isNotEmpty();
    }
  }

  private static Observation ended(JsonArray step) {
    JsonObject histories = step.getJsonObject(step.size() - 1);
    String id = histories.keySet().iterator().next();
    return new HistoryEntry(histories.getJsonObject(id)).verdict(id);
  }

  @ParameterizedTest
  @CsvSource({
    "http_prompt_missing_node, CAPABILITY_MISSING, ''",
    "http_prompt_ckpt_not_in_list, MODEL_MISSING, ckpt_name",
    "http_prompt_image_missing, INVALID_IMAGE, ''",
    "http_prompt_bad_values, INVALID_VALUE, width",
    "http_prompt_partial, INVALID_VALUE, width",
    "http_prompt_bad_link, WORKFLOW_BROKEN, ''",
    "http_prompt_bad_link2, WORKFLOW_BROKEN, ''",
    "http_prompt_missing_class_type, WORKFLOW_BROKEN, ''",
    "http_prompt_no_outputs, WORKFLOW_BROKEN, ''",
    "http_prompt_no_prompt, WORKFLOW_BROKEN, ''",
    "http_prompt_no_body_json, NODE_FAILED, ''",
  })
  void refusalsAreJudgedAsRecorded(String fixture, Kind kind, String parameter) {
    SubmitOutcome outcome = verdict(fixture).outcome();

    JobFault fault = ((SubmitOutcome.Rejected) outcome).fault();
    assertThat(fault.kind()).isEqualTo(kind);
    assertThat(fault.parameter()).isEqualTo(parameter);
    assertThat(fault.reason()).doesNotContain("/", "safetensors", "Traceback");
  }

  @Test
  void onlyAPartialPromptRunsAllTheSame() {
    assertThat(verdict("http_prompt_partial").runsInPart()).isTrue();
    assertThat(verdict("http_prompt_bad_values").runsInPart()).isFalse();
  }

  @Test
  void theClassThatIsMissingIsSeenInTheWordsOfNewerServersToo() {
    String body =
        "{\"error\":{\"type\":\"missing_node_type\",\"message\":\"?\"},\"node_errors\":{}}";

    SubmitOutcome outcome =
        new SubmitVerdict(new NodeReply(400, body.getBytes(StandardCharsets.UTF_8))).outcome();

    assertThat(((SubmitOutcome.Rejected) outcome).fault().kind())
        .isEqualTo(Kind.CAPABILITY_MISSING);
  }

  @Test
  void aModelThatIsMissingAtRunTimeIsToldFromOtherFaults() {
    JsonArray steps = array(Stage.resource("runs/cap_err1.json"));

    Observation seen = ended(steps.getJsonArray(steps.size() - 1));

    JobFault fault = ((Observation.Failed) seen).fault();
    assertThat(fault.kind()).isEqualTo(Kind.MODEL_MISSING);
    assertThat(fault.reason()).doesNotContain("missing.pth");
  }

  @Test
  void theRecordedInterruptIsAnInterrupt() {
    List<Observation> seen =
        Stage.resource("ws_interrupt.jsonl")
            .lines()
            .filter(line -> line.contains("status_str"))
            .map(line -> ended(array(line)))
            .toList();

    assertThat(seen).containsExactly(new Observation.Interrupted());
  }

  @Test
  void filesOfAnotherJobAreNoResult() {
    JsonArray steps = array(Stage.resource("runs/cap_mf2.json"));

    Observation seen = ended(steps.getJsonArray(steps.size() - 1));

    assertThat(((Observation.Failed) seen).fault().kind()).isEqualTo(Kind.WRONG_RESULT);
  }

  @Test
  void anImageOverTheSocketIsReadAsAFrame() {
    String line =
        Stage.resource("ws_image_over_socket.jsonl")
            .lines()
            .filter(text -> text.startsWith("[\"WS<bin\""))
            .findFirst()
            .orElseThrow();
    byte[] frame =
        Base64.getDecoder().decode(array(line).getJsonObject(1).getString("b64_first4000"));

    Optional<PreviewFrame> preview = PreviewFrame.of(ByteBuffer.wrap(frame));

    assertThat(preview.orElseThrow().promptId()).isEmpty();
    assertThat(new ImageIoCodec().decode(preview.get().bytes()).getWidth()).isEqualTo(16);
  }

  @Test
  void bothWaysToDeclareChoicesAreRead() {
    assertThat(choices("http_object_info_ckpt", "CheckpointLoaderSimple", "ckpt_name"))
        .containsExactly("sd-v1-5-inpainting.safetensors", "v1-5-pruned-emaonly-fp16.safetensors");
    assertThat(choices("http_object_info_upscale", "UpscaleModelLoader", "model_name"))
        .containsExactly("RealESRGAN_x4plus.safetensors");
  }

  private static List<String> choices(String fixture, String nodeClass, String input) {
    JsonObject exchange = NodeJson.parse(Stage.resource(fixture + ".json")).orElseThrow();
    JsonObject classes = NodeJson.child(NodeJson.child(exchange, "response"), "json");
    return ComfyInspector.choices(NodeJson.child(classes, nodeClass), input);
  }
}
