package dev.easel.fake.comfy;

import static dev.easel.fake.comfy.ComfyFault.FILE_GONE;
import static dev.easel.fake.comfy.ComfyFault.IGNORE_INTERRUPT;
import static dev.easel.fake.comfy.ComfyFault.MUTE;
import static dev.easel.fake.comfy.ComfyFault.SLOW;
import static dev.easel.fake.comfy.ComfyFault.TRICKLE;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/** The HTTP side: every path is also found below {@code /api}. */
final class FakeRoutes implements HttpHandler {

  private final FakeComfy comfy;
  private final FakeSubmit submit;
  private final FakeJobs jobs;

  FakeRoutes(FakeComfy comfy) {
    this.comfy = comfy;
    this.submit = new FakeSubmit(comfy);
    this.jobs = new FakeJobs(comfy);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (comfy.strikes(MUTE)) {
      exchange.dispatch(() -> {});
      return;
    }
    if (comfy.strikes(SLOW)) {
      Thread.sleep(comfy.slowBy().toMillis());
    }
    String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
    if (origin != null && !origin.endsWith("//" + exchange.getHostAndPort())) {
      FakeReply.empty(exchange, 403);
      return;
    }
    String path = exchange.getRequestPath();
    if (path.startsWith("/api/jobs")) {
      jobs.answer(exchange, path);
    } else {
      route(exchange, path.startsWith("/api/") ? path.substring(4) : path);
    }
  }

  private void route(HttpServerExchange exchange, String path) throws IOException {
    boolean post = exchange.getRequestMethod().toString().equals("POST");
    switch (path) {
      case "/prompt" -> {
        if (post) {
          submit.answer(exchange, body(exchange));
        } else {
          FakeReply.json(exchange, 200, info());
        }
      }
      case "/queue" -> {
        if (post) {
          deleteFromQueue(exchange);
        } else {
          FakeReply.json(exchange, 200, comfy.queue().json());
        }
      }
      case "/history" -> {
        if (post) {
          deleteFromHistory(exchange);
        } else {
          FakeReply.json(exchange, 200, comfy.queue().lastOfHistory(most(exchange)));
        }
      }
      case "/interrupt" -> interrupt(exchange);
      case "/view" -> view(exchange);
      case "/upload/image" -> FakeUpload.answer(exchange, comfy.files());
      case "/features" -> FakeReply.json(exchange, 200, FakeSockets.features());
      case "/free" -> FakeReply.empty(exchange, 200);
      default -> read(exchange, path);
    }
  }

  private void read(HttpServerExchange exchange, String path) throws IOException {
    FakeModels models = comfy.models();
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (path.startsWith("/history/")) {
      FakeReply.json(exchange, 200, comfy.queue().history(last));
    } else if (path.equals("/system_stats")) {
      FakeReply.json(exchange, 200, stats());
    } else if (path.equals("/object_info")) {
      FakeReply.json(exchange, 200, models.allDeclarations());
    } else if (path.startsWith("/object_info/")) {
      var found = FakeJson.object();
      FakeReply.json(
          exchange,
          200,
          (models.knows(last) ? found.add(last, models.declaration(last)) : found).build());
    } else if (path.equals("/models")) {
      FakeReply.json(exchange, 200, FakeJson.texts(models.folders()).build());
    } else if (path.startsWith("/models/") && models.folders().contains(last)) {
      FakeReply.json(exchange, 200, FakeJson.texts(models.in(last)).build());
    } else {
      FakeReply.empty(exchange, 404);
    }
  }

  private JsonObject info() {
    return FakeJson.object()
        .add("exec_info", FakeJson.object().add("queue_remaining", comfy.queue().remaining()))
        .build();
  }

  private JsonObject stats() {
    JsonObject recorded =
        FakeJson.child(
            FakeJson.child(
                FakeJson.parse(FakeJson.recorded("http_system_stats.json")).orElseThrow(),
                "response"),
            "json");
    return FakeJson.object(recorded)
        .add(
            "system",
            FakeJson.object(recorded.getJsonObject("system"))
                .add("comfyui_version", comfy.versionText()))
        .build();
  }

  static String body(HttpServerExchange exchange) throws IOException {
    return new String(exchange.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static int most(HttpServerExchange exchange) {
    Deque<String> given = exchange.getQueryParameters().get("max_items");
    return given == null ? Integer.MAX_VALUE : Integer.parseInt(given.getFirst());
  }

  private static Optional<JsonArray> toDelete(HttpServerExchange exchange) throws IOException {
    return FakeJson.parse(body(exchange))
        .map(json -> json.get("delete"))
        .filter(JsonArray.class::isInstance)
        .map(JsonValue::asJsonArray);
  }

  private void deleteFromQueue(HttpServerExchange exchange) throws IOException {
    toDelete(exchange)
        .ifPresent(ids -> ids.forEach(id -> comfy.queue().delete(((JsonString) id).getString())));
    comfy.tellStatus();
    FakeReply.empty(exchange, 200);
  }

  private void deleteFromHistory(HttpServerExchange exchange) throws IOException {
    toDelete(exchange)
        .ifPresent(ids -> ids.forEach(id -> comfy.queue().forget(((JsonString) id).getString())));
    FakeReply.empty(exchange, 200);
  }

  /** Without an id it stops whatever runs. */
  private void interrupt(HttpServerExchange exchange) throws IOException {
    String id =
        FakeJson.parse(body(exchange)).map(json -> FakeJson.string(json, "prompt_id")).orElse("");
    comfy.interruptAsked();
    if (!comfy.strikes(IGNORE_INTERRUPT)) {
      comfy.queue().interrupt(id);
    }
    FakeReply.empty(exchange, 200);
  }

  private void view(HttpServerExchange exchange) throws IOException {
    String name = parameter(exchange, "filename");
    String type = parameter(exchange, "type");
    type = type.isEmpty() ? "output" : type;
    if (name.isEmpty()) {
      FakeReply.empty(exchange, 404);
      return;
    }
    if (name.contains("..") || !Set.of("input", "temp", "output").contains(type)) {
      FakeReply.empty(exchange, 400);
      return;
    }
    Optional<byte[]> file =
        comfy.files().find(FakeFiles.key(type, parameter(exchange, "subfolder"), name));
    if (file.isEmpty() || comfy.strikes(FILE_GONE)) {
      FakeReply.empty(exchange, 404);
    } else if (comfy.strikes(TRICKLE)) {
      FakeReply.trickle(exchange, file.get());
    } else {
      FakeReply.bytes(exchange, 200, "image/png", file.get());
    }
  }

  private static String parameter(HttpServerExchange exchange, String name) {
    Deque<String> values = exchange.getQueryParameters().get(name);
    return values == null ? "" : values.getFirst();
  }
}
