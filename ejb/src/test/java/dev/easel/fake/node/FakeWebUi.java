package dev.easel.fake.node;

import dev.easel.adapter.provider.NodeJson;
import dev.easel.fake.node.FakeHttp.Reply;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/** AUTOMATIC1111 with {@code --api}: one picture at a time, and everything about it is global. */
public final class FakeWebUi implements AutoCloseable {

  private static final Set<String> SAMPLERS = Set.of("Euler", "Euler a", "DPM++ 2M", "DDIM");

  private final FakeHttp http;
  private final ReentrantLock one = new ReentrantLock();
  private final Semaphore steps = new Semaphore(0);
  private final Set<String> pending = ConcurrentHashMap.newKeySet();
  private final Set<String> finished = ConcurrentHashMap.newKeySet();
  private final List<JsonObject> orders = new CopyOnWriteArrayList<>();
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private volatile String current = "";
  private volatile boolean interrupted;
  private volatile boolean held;
  private volatile boolean headless;
  private volatile int interrupts;
  private volatile String auth = "";
  private volatile String checkpoint = "sd_xl_base_1.0";
  private volatile Reply next;

  public FakeWebUi() {
    this(0);
  }

  /**
   * @param port 0 for any
   */
  public FakeWebUi(int port) {
    http = new FakeHttp(port, this::answer);
  }

  public URI uri() {
    return http.uri();
  }

  /** What was ordered, newest last. */
  public List<JsonObject> orders() {
    return orders;
  }

  /** Where pictures were asked for, newest last. */
  public List<String> paths() {
    return paths;
  }

  public int interrupts() {
    return interrupts;
  }

  /** Pictures are not finished before {@link #finish}. */
  public void hold() {
    held = true;
  }

  public void finish() {
    steps.release();
  }

  /** From now on only these have access. */
  public void locked(String authorization) {
    auth = authorization;
  }

  /** As with {@code --nowebui}. */
  public void headless() {
    headless = true;
  }

  /** It has no other checkpoint, whatever is asked for. */
  public void hasOnly(String name) {
    checkpoint = name;
  }

  /** The next picture comes to this. */
  public void answersOnce(int status, String body) {
    next = new Reply(status, body);
  }

  /** The connection of the next picture breaks when it is finished. */
  public void breaksOnce() {
    next = Reply.dropped();
  }

  /** Somebody presses the button. */
  public void interruptedByOther() {
    interrupted = true;
    steps.release();
  }

  /** Somebody else's picture is being made. */
  public void busyWith(String taskId) {
    current = taskId;
  }

  private Reply answer(String method, String path, JsonObject body, String authorization)
      throws InterruptedException {
    if (!auth.isEmpty() && !authorization.equals(auth) && path.startsWith("/sdapi")) {
      return new Reply(401, "{\"detail\":\"Incorrect username or password\"}");
    }
    return switch (path) {
      case "/sdapi/v1/txt2img", "/sdapi/v1/img2img" -> picture(path, body);
      case "/sdapi/v1/progress" -> Reply.ok(state());
      case "/internal/progress" -> headless ? notFound() : Reply.ok(task(body));
      case "/sdapi/v1/interrupt" -> interrupt();
      case "/sdapi/v1/sd-models" ->
          Reply.ok(
              "[{\"title\":\"sd_xl_base_1.0.safetensors [31e35c80fc]\",\"model_name\":"
                  + "\"sd_xl_base_1.0\",\"hash\":\"31e35c80fc\",\"sha256\":null,\"filename\":"
                  + "\"/models/Stable-diffusion/base/sd_xl_base_1.0.safetensors\"}]");
      case "/sdapi/v1/samplers" -> Reply.ok("[{\"name\":\"Euler\",\"aliases\":[\"k_euler\"]}]");
      case "/sdapi/v1/schedulers" -> Reply.ok("[{\"name\":\"karras\",\"label\":\"Karras\"}]");
      case "/sdapi/v1/upscalers" -> Reply.ok("[{\"name\":\"R-ESRGAN 4x+\",\"scale\":4}]");
      case "/sdapi/v1/memory" ->
          Reply.ok(
              "{\"ram\":{\"free\":5,\"used\":5,\"total\":10},"
                  + "\"cuda\":{\"system\":{\"free\":20,\"used\":4,\"total\":24}}}");
      default -> notFound();
    };
  }

  private static Reply notFound() {
    return new Reply(404, "{\"detail\":\"Not Found\"}");
  }

  private Reply interrupt() {
    interrupts++;
    interrupted = true;
    steps.release();
    return Reply.ok("{}");
  }

  private Reply picture(String path, JsonObject body) throws InterruptedException {
    orders.add(body);
    paths.add(path);
    String sampler = body.getString("sampler_name", "Euler");
    if (!SAMPLERS.contains(sampler)) {
      return new Reply(
          404,
          "{\"error\":\"HTTPException\",\"detail\":\"Sampler not found\",\"body\":\"\","
              + "\"errors\":\"\"}");
    }
    String taskId = body.getString("force_task_id");
    pending.add(taskId);
    one.lockInterruptibly();
    try {
      pending.remove(taskId);
      current = taskId;
      interrupted = false;
      if (held) {
        steps.acquire();
      }
      Reply made = next == null ? Reply.ok(made(body)) : next;
      next = null;
      return made;
    } finally {
      finished.add(taskId);
      current = "";
      one.unlock();
    }
  }

  private String made(JsonObject body) {
    JsonArrayBuilder images = NodeJson.array();
    JsonArrayBuilder seeds = NodeJson.array();
    for (int i = 0; i < body.getInt("batch_size"); i++) {
      images.add(FakeHttp.png(body.getInt("width"), body.getInt("height")));
      seeds.add(body.getJsonNumber("seed").longValue() + i);
    }
    String info =
        NodeJson.object()
            .add("all_seeds", seeds)
            .add("index_of_first_image", 0)
            .add("sd_model_name", checkpoint)
            .build()
            .toString();
    return NodeJson.object()
        .add("images", images)
        .add("parameters", NodeJson.object())
        .add("info", info)
        .build()
        .toString();
  }

  private String state() {
    return ("{\"progress\":0.45,\"eta_relative\":3.2,\"state\":{\"skipped\":false,"
            + "\"interrupted\":%s,\"job\":\"\",\"job_count\":%d,\"job_no\":0,\"sampling_step\":9,"
            + "\"sampling_steps\":20},\"current_image\":null,\"textinfo\":null}")
        .formatted(interrupted, current.isEmpty() ? 0 : 1);
  }

  private String task(JsonObject body) {
    String id = body.getString("id_task");
    boolean active = id.equals(current);
    boolean shows = active && body.getBoolean("live_preview");
    return NodeJson.object()
        .add("active", active)
        .add("queued", pending.contains(id))
        .add("completed", finished.contains(id))
        .add("progress", active ? 0.45 : 0)
        .add("live_preview", shows ? "data:image/png;base64," + FakeHttp.png(8, 8) : "")
        .add("id_live_preview", shows ? 3 : -1)
        .build()
        .toString();
  }

  @Override
  public void close() {
    http.close();
  }
}
