package dev.easel.fake.comfy;

import static dev.easel.fake.comfy.ComfyFault.ERROR_500;
import static dev.easel.fake.comfy.ComfyFault.LATE_SUBMIT_REPLY;
import static dev.easel.fake.comfy.ComfyFault.LOSE_SUBMIT_REPLY;
import static dev.easel.fake.comfy.ComfyFault.NODE_ERRORS_IN_200;
import static dev.easel.fake.comfy.ComfyFault.UPLOAD_VANISHES;

import io.undertow.server.HttpServerExchange;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.xnio.IoUtils;

/** {@code POST /prompt}. */
final class FakeSubmit {

  private final FakeComfy comfy;

  FakeSubmit(FakeComfy comfy) {
    this.comfy = comfy;
  }

  void answer(HttpServerExchange exchange, String body) throws IOException {
    Optional<JsonObject> request = FakeJson.parse(body);
    if (request.isEmpty() || comfy.strikes(ERROR_500)) {
      FakeReply.trouble(exchange);
      return;
    }
    if (!(request.get().get("prompt") instanceof JsonObject prompt)) {
      refuse(exchange, "no_prompt", "No prompt provided", "No prompt provided");
      return;
    }
    String id = FakeJson.string(request.get(), "prompt_id");
    if (comfy.isModern() && !id.equals(canonical(id))) {
      refuse(exchange, "invalid_prompt_id", "prompt_id must be a canonical lowercase UUID", id);
      return;
    }
    FakeGraph graph = new FakeGraph(prompt);
    if (comfy.strikes(UPLOAD_VANISHES)) {
      forgetUploads(graph);
    }
    validated(exchange, request.get(), id, graph);
  }

  private static String canonical(String id) {
    try {
      return UUID.fromString(id).toString();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private void forgetUploads(FakeGraph graph) {
    for (String node : graph.json().keySet()) {
      if (graph.inputs(node).get("image") instanceof JsonString file) {
        comfy.files().remove(FakeFiles.loaderKey(file.getString()));
      }
    }
  }

  private void validated(
      HttpServerExchange exchange, JsonObject request, String id, FakeGraph graph)
      throws IOException {
    FakeValidation validation = new FakeValidation(comfy.models(), comfy.files(), graph);
    Optional<JsonObject> refusal = validation.refusal();
    if (refusal.isPresent()) {
      FakeReply.json(exchange, 400, modernised(refusal.get()));
      return;
    }
    JsonObject extra =
        FakeJson.object(FakeJson.child(request, "extra_data"))
            .add("client_id", FakeJson.string(request, "client_id"))
            .build();
    String promptId = id.isEmpty() ? UUID.randomUUID().toString() : id;
    FakePrompt queued = comfy.queue().add(promptId, graph, extra, validation.goodOutputs());
    comfy.tellStatus();
    if (comfy.strikes(LOSE_SUBMIT_REPLY)) {
      IoUtils.safeClose(exchange.getConnection());
      return;
    }
    if (comfy.strikes(LATE_SUBMIT_REPLY)) {
      LockSupport.parkNanos(comfy.slowBy().toNanos());
    }
    FakeReply.json(
        exchange,
        200,
        FakeJson.object()
            .add("prompt_id", promptId)
            .add("number", queued.number())
            .add("node_errors", errors(validation))
            .build());
  }

  private JsonObject errors(FakeValidation validation) {
    if (!comfy.strikes(NODE_ERRORS_IN_200)) {
      return validation.nodeErrors();
    }
    JsonObject recorded =
        FakeJson.parse(FakeJson.recorded("http_prompt_partial.json")).orElseThrow();
    return FakeJson.child(
        FakeJson.child(FakeJson.child(recorded, "response"), "json"), "node_errors");
  }

  /** An unknown class got a type of its own. */
  private JsonObject modernised(JsonObject refusal) {
    JsonObject error = refusal.getJsonObject("error");
    return comfy.isModern() && error.getString("message").contains("does not exist")
        ? FakeJson.object(refusal)
            .add("error", FakeJson.object(error).add("type", "missing_node_type"))
            .build()
        : refusal;
  }

  private static void refuse(
      HttpServerExchange exchange, String type, String message, String details) throws IOException {
    FakeReply.json(
        exchange,
        400,
        FakeJson.object()
            .add("error", FakeValidation.error(type, message, details))
            .add("node_errors", FakeJson.object())
            .build());
  }
}
