package dev.easel.fake.node;

import dev.easel.adapter.provider.NodeJson;
import dev.easel.fake.node.FakeHttp.Reply;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The server of stable-diffusion.cpp: jobs stand still until a test says what becomes of them. */
public final class FakeSdcpp implements AutoCloseable {

  private final FakeHttp http;
  private final AtomicInteger number = new AtomicInteger();
  private final Map<String, JsonObject> orders = new ConcurrentHashMap<>();
  private final Map<String, String> states = new ConcurrentHashMap<>();
  private final List<String> ids = new CopyOnWriteArrayList<>();
  private volatile String model = "sd_xl_base_1.0";
  private volatile String message = "generate_image returned no results";
  private volatile Reply next;
  private volatile boolean busy;

  public FakeSdcpp() {
    this(0);
  }

  /**
   * @param port 0 for any
   */
  public FakeSdcpp(int port) {
    http = new FakeHttp(port, this::answer);
  }

  /** From now on a job is done when it was looked at twice. */
  public void works() {
    busy = true;
  }

  public URI uri() {
    return http.uri();
  }

  /** The body of the job that was sent last. */
  public JsonObject lastOrder() {
    return orders.get(last());
  }

  public int jobs() {
    return ids.size();
  }

  /** {@code queued}, {@code generating}, {@code completed}, {@code failed}, {@code cancelled}. */
  public void lastBecomes(String state) {
    states.put(last(), state);
  }

  public String stateOfLast() {
    return states.get(last());
  }

  public void lastFails(String why) {
    message = why;
    lastBecomes("failed");
  }

  /** As after a restart. */
  public void forgetsAll() {
    states.clear();
  }

  public void lastExpires() {
    lastBecomes("expired");
  }

  public void startedWith(String stem) {
    model = stem;
  }

  /** The next job is answered so, whether it is taken or not. */
  public void answersOnce(int status, String body) {
    next = new Reply(status, body);
  }

  /** The next job is taken, and nobody hears of it. */
  public void losesReplyOnce() {
    next = Reply.dropped();
  }

  private String last() {
    return ids.get(ids.size() - 1);
  }

  private Reply answer(String method, String path, JsonObject body, String authorization) {
    if (path.equals("/sdcpp/v1/capabilities")) {
      return Reply.ok(capabilities());
    }
    if (path.equals("/sdcpp/v1/img_gen")) {
      return taken(body);
    }
    String[] parts = path.split("/");
    boolean job = path.startsWith("/sdcpp/v1/jobs/");
    if (!job || !states.containsKey(parts[4])) {
      return new Reply(404, "{\"error\":\"job not found\"}");
    }
    if (states.get(parts[4]).equals("expired")) {
      return new Reply(410, "{\"error\":\"job expired\"}");
    }
    return path.endsWith("/cancel") ? cancelled(parts[4]) : looked(parts[4]);
  }

  private Reply looked(String id) {
    Reply reply = Reply.ok(job(id));
    if (busy) {
      states.computeIfPresent(
          id, (i, state) -> state.equals("queued") ? "generating" : "completed");
    }
    return reply;
  }

  private Reply taken(JsonObject body) {
    Reply given = next;
    next = null;
    if (given != null && given.status() != 0) {
      return given;
    }
    String id = "job_6743f1a0_%08x".formatted(number.incrementAndGet());
    ids.add(id);
    orders.put(id, body);
    states.put(id, "queued");
    return given != null
        ? given
        : new Reply(
            202,
            ("{\"id\":\"%s\",\"kind\":\"img_gen\",\"status\":\"queued\",\"created\":1775401200,"
                    + "\"poll_url\":\"/sdcpp/v1/jobs/%s\"}")
                .formatted(id, id));
  }

  private Reply cancelled(String id) {
    if (!states.get(id).equals("queued")) {
      return new Reply(409, "{\"error\":\"job is not cancellable\"}");
    }
    states.put(id, "cancelled");
    return Reply.ok(job(id));
  }

  private String job(String id) {
    String state = states.get(id);
    String result = state.equals("completed") ? result(orders.get(id)) : "null";
    String error =
        switch (state) {
          case "failed" -> "{\"code\":\"generation_failed\",\"message\":\"" + message + "\"}";
          case "cancelled" -> "{\"code\":\"cancelled\",\"message\":\"job cancelled by client\"}";
          default -> "null";
        };
    return ("{\"id\":\"%s\",\"kind\":\"img_gen\",\"status\":\"%s\",\"created\":1775401200,"
            + "\"started\":null,\"completed\":null,\"queue_position\":%d,\"result\":%s,"
            + "\"error\":%s}")
        .formatted(id, state, state.equals("queued") ? 2 : 0, result, error);
  }

  /** In disorder, which clients have to bear. */
  private static String result(JsonObject order) {
    JsonArrayBuilder images = NodeJson.array();
    for (int index = order.getInt("batch_count") - 1; index >= 0; index--) {
      images.add(
          NodeJson.object()
              .add("index", index)
              .add("b64_json", FakeHttp.png(order.getInt("width") + index, 8)));
    }
    return NodeJson.object().add("output_format", "png").add("images", images).build().toString();
  }

  private String capabilities() {
    return ("{\"model\":{\"name\":\"%s.safetensors\",\"stem\":\"%s\",\"path\":\"/models/%s\"},"
            + "\"current_mode\":\"img_gen\",\"supported_modes\":[\"img_gen\"],"
            + "\"samplers\":[\"euler\",\"euler_a\"],\"schedulers\":[\"discrete\",\"karras\"],"
            + "\"loras\":[{\"name\":\"ink\",\"path\":\"ink.safetensors\"}],"
            + "\"limits\":{\"max_batch_count\":8,\"max_queue_size\":16}}")
        .formatted(model, model, model);
  }

  @Override
  public void close() {
    http.close();
  }
}
