package dev.easel.adapter.provider.comfyui;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.adapter.provider.NodeHttp;
import dev.easel.adapter.provider.NodeJson;
import dev.easel.adapter.provider.NodeReply;
import dev.easel.adapter.provider.NodeSilentException;
import dev.easel.domain.provider.NodeTarget;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;

/** The requests that ComfyUI knows, each with its time and size. */
final class ComfyClient {

  /** Largest image there is to fetch; what decodes it takes no more. */
  static final int MOST_IMAGE_BYTES = 25 << 20;

  private static final Duration PROBE = Duration.ofSeconds(3);
  private static final Duration ASK = Duration.ofSeconds(10);

  /** Validation is done before the answer, on a process that may be busy loading a model. */
  private static final Duration SUBMIT = Duration.ofSeconds(30);

  private static final Duration TRANSFER = Duration.ofSeconds(120);
  private static final int SMALL = 1 << 20;

  /** Queue and history hold whole graphs; declarations of hundreds of classes are larger still. */
  private static final int LARGE = 64 << 20;

  private final NodeHttp http;

  ComfyClient(NodeHttp http) {
    this.http = http;
  }

  NodeReply submit(NodeTarget node, JsonObject body) throws NodeSilentException {
    return post(node, "/prompt", body, SUBMIT);
  }

  /** Queue length; the cheapest request there is. */
  NodeReply probe(NodeTarget node) throws NodeSilentException {
    return get(node, "/prompt", PROBE, SMALL);
  }

  QueueSnapshot queue(NodeTarget node) throws NodeSilentException {
    return QueueSnapshot.of(object(get(node, "/queue", ASK, LARGE), "/queue"));
  }

  /** What is remembered of a prompt; empty while it waits or runs, and if it is not known. */
  Optional<HistoryEntry> history(NodeTarget node, String promptId) throws NodeSilentException {
    JsonObject found = object(get(node, "/history/" + promptId, ASK, LARGE), "/history");
    return found.containsKey(promptId)
        ? Optional.of(new HistoryEntry(NodeJson.child(found, promptId)))
        : Optional.empty();
  }

  /** The prompt that ended last. */
  Optional<HistoryEntry> lastOfHistory(NodeTarget node) throws NodeSilentException {
    JsonObject found = object(get(node, "/history?max_items=1", ASK, LARGE), "/history");
    return found.keySet().stream()
        .map(id -> new HistoryEntry(NodeJson.child(found, id)))
        .findFirst();
  }

  NodeReply view(NodeTarget node, OutputFiles.Saved file) throws NodeSilentException {
    return get(node, file.viewPath(), TRANSFER, MOST_IMAGE_BYTES);
  }

  /** Into the folder that the node empties whenever it starts: inputs are not ours to leave. */
  NodeReply upload(NodeTarget node, String filename, byte[] png) throws NodeSilentException {
    Multipart form =
        new Multipart(filename)
            .field("type", "temp")
            .field("subfolder", OutputFiles.FOLDER)
            .png("image", filename, png);
    HttpRequest request =
        http.request(node, "/upload/image")
            .header("Content-Type", form.contentType())
            .POST(form.publisher())
            .build();
    return http.send(node, request, TRANSFER, SMALL);
  }

  /** A prompt that waits is gone after this, without a trace; any other stays as it is. */
  void dequeue(NodeTarget node, String promptId) throws NodeSilentException {
    JsonObject body = NodeJson.object().add("delete", NodeJson.array().add(promptId)).build();
    requireOk(post(node, "/queue", body, ASK), "/queue");
  }

  /** Older servers ignore the id and stop whatever runs: only for a prompt seen running. */
  void interrupt(NodeTarget node, String promptId) throws NodeSilentException {
    JsonObject body = NodeJson.object().add("prompt_id", promptId).build();
    requireOk(post(node, "/interrupt", body, ASK), "/interrupt");
  }

  /** Whether the node has the API of jobs, which 0.38 brought. */
  boolean hasJobs(NodeTarget node) throws NodeSilentException {
    return get(node, "/api/jobs?limit=1", ASK, LARGE).isOk();
  }

  /** Takes the job away wherever it is, without a race; false if that did not work. */
  boolean cancelJob(NodeTarget node, String promptId) throws NodeSilentException {
    JsonObject nothing = NodeJson.object().build();
    return post(node, "/api/jobs/" + promptId + "/cancel", nothing, ASK).isOk();
  }

  JsonObject systemStats(NodeTarget node) throws NodeSilentException {
    return object(get(node, "/system_stats", ASK, SMALL), "/system_stats");
  }

  /** Declarations of all classes, or of one; an object without it if the class is not known. */
  JsonObject objectInfo(NodeTarget node, String classOrNothing) throws NodeSilentException {
    String path = "/object_info" + (classOrNothing.isEmpty() ? "" : "/" + segment(classOrNothing));
    return object(get(node, path, SUBMIT, LARGE), path);
  }

  /** Custom classes have spaces, brackets and slashes in their names. */
  private static String segment(String nodeClass) {
    return URLEncoder.encode(nodeClass, UTF_8).replace("+", "%20");
  }

  /** A list: of folders for {@code /models}, of files for one below it. */
  JsonStructure models(NodeTarget node, String path) throws NodeSilentException {
    NodeReply reply = get(node, path, ASK, LARGE);
    requireOk(reply, path);
    return NodeJson.structure(reply.text()).orElseThrow(() -> strange(path, reply));
  }

  private NodeReply get(NodeTarget node, String path, Duration within, int most)
      throws NodeSilentException {
    return http.send(node, http.request(node, path).GET().build(), within, most);
  }

  private NodeReply post(NodeTarget node, String path, JsonObject body, Duration within)
      throws NodeSilentException {
    HttpRequest request =
        http.request(node, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    return http.send(node, request, within, LARGE);
  }

  private static JsonObject object(NodeReply reply, String path) throws NodeSilentException {
    requireOk(reply, path);
    return NodeJson.parse(reply.text()).orElseThrow(() -> strange(path, reply));
  }

  private static void requireOk(NodeReply reply, String path) throws NodeSilentException {
    if (!reply.isOk()) {
      throw strange(path, reply);
    }
  }

  private static NodeSilentException strange(String path, NodeReply reply) {
    return new NodeSilentException("No sense in the answer to " + path, reply.status());
  }
}
