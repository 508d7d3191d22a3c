package dev.easel.fake.comfy;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The events of one prompt, told to the socket that sent it. */
final class FakeEvents {

  private final FakeSockets sockets;
  private final FakePrompt prompt;
  private final JsonArrayBuilder messages = FakeJson.array();
  private final Map<String, JsonObject> states = new LinkedHashMap<>();

  FakeEvents(FakeSockets sockets, FakePrompt prompt) {
    this.sockets = sockets;
    this.prompt = prompt;
  }

  JsonArray messages() {
    return messages.build();
  }

  void tell(String type, JsonObjectBuilder data) {
    sockets.send(prompt.clientId(), type, data.add("prompt_id", prompt.id()).build());
  }

  /** One that the history keeps as well. */
  JsonObject message(String type, JsonObjectBuilder data) {
    JsonObject whole =
        data.add("prompt_id", prompt.id()).add("timestamp", System.currentTimeMillis()).build();
    messages.add(FakeJson.array().add(type).add(whole));
    sockets.send(prompt.clientId(), type, whole);
    return whole;
  }

  void running(String id) {
    state(id, 0, 1);
    tell("executing", FakeJson.object().add("node", id).add("display_node", id));
  }

  void state(String id, int value, int max) {
    states.put(
        id,
        FakeJson.object()
            .add("value", value)
            .add("max", max)
            .add("state", value == max && max == 1 ? "finished" : "running")
            .add("node_id", id)
            .add("prompt_id", prompt.id())
            .add("display_node_id", id)
            .add("parent_node_id", JsonValue.NULL)
            .add("real_node_id", id)
            .build());
    JsonObjectBuilder nodes = FakeJson.object();
    states.forEach(nodes::add);
    tell("progress_state", FakeJson.object().add("nodes", nodes));
  }

  void progress(String id, int value, int max, boolean preview) {
    state(id, value, max + (max == 1 ? 1 : 0));
    if (preview) {
      preview(id);
    }
    tell("progress", FakeJson.object().add("value", value).add("max", max).add("node", id));
  }

  private void preview(String id) {
    byte[] jpeg = FakePainter.jpeg(256, 256, prompt.number());
    boolean metadata = sockets.wantsMetadata(prompt.clientId());
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      byte[] about =
          FakeJson.object()
              .add("node_id", id)
              .add("prompt_id", prompt.id())
              .add("display_node_id", id)
              .add("parent_node_id", JsonValue.NULL)
              .add("real_node_id", id)
              .add("image_type", "image/jpeg")
              .build()
              .toString()
              .getBytes(StandardCharsets.UTF_8);
      out.writeInt(metadata ? 4 : 1);
      out.writeInt(metadata ? about.length : 1);
      if (metadata) {
        out.write(about);
      }
      out.write(jpeg);
      sockets.send(prompt.clientId(), bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void executed(String id, JsonObject shown) {
    tell(
        "executed", FakeJson.object().add("node", id).add("display_node", id).add("output", shown));
  }

  JsonObject interrupted(String id, List<String> executed) {
    return message("execution_interrupted", where(id, executed));
  }

  JsonObject error(String id, List<String> executed, String type, String message) {
    return message(
        "execution_error",
        where(id, executed)
            .add("exception_message", message)
            .add("exception_type", type)
            .add("traceback", FakeJson.array().add("  File \"/srv/comfyui\", line 496, in execute"))
            .add("current_inputs", FakeJson.object())
            .add("current_outputs", FakeJson.array()));
  }

  private JsonObjectBuilder where(String id, List<String> executed) {
    return FakeJson.object()
        .add("node_id", id)
        .add("node_type", prompt.graph().nodeClass(id))
        .add("executed", FakeJson.texts(executed));
  }
}
