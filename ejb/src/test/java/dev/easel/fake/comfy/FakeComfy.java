package dev.easel.fake.comfy;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.ServerConnection;
import io.undertow.server.handlers.BlockingHandler;
import jakarta.json.JsonObject;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/**
 * One node. It listens on the loopback address; all nodes of a JVM share their threads, but for the
 * one each that executes prompts.
 */
public final class FakeComfy implements AutoCloseable {

  private static final XnioWorker WORKER = worker();

  /**
   * Requests cut off on purpose are errors to them. Held: a logger nobody holds forgets its level.
   */
  private static final List<Logger> QUIET =
      Stream.of("io.undertow", "org.xnio", "org.jboss.threads").map(Logger::getLogger).toList();

  static {
    QUIET.forEach(logger -> logger.setLevel(Level.OFF));
  }

  private final FakeModels models = new FakeModels();
  private final FakeFiles files = new FakeFiles();
  private final FakeSockets sockets = new FakeSockets();
  private final FakeFaults faults = new FakeFaults();
  private final Map<String, Integer> executions = new ConcurrentHashMap<>();
  private final Set<ServerConnection> connections = ConcurrentHashMap.newKeySet();
  private volatile FakeQueue queue = new FakeQueue();
  private volatile Duration delay = Duration.ZERO;
  private volatile Duration lateBy = Duration.ofSeconds(2);
  private volatile Duration slowBy = Duration.ofSeconds(1);
  private volatile String version = "0.3.64";
  private volatile boolean previews = true;
  private volatile String lastGraph = "";
  private volatile int interrupts;
  private Undertow server;
  private int port;

  private FakeComfy(int port) {
    this.port = port;
  }

  /** On a free port. */
  public static FakeComfy start() {
    return start(0);
  }

  public static FakeComfy start(int port) {
    FakeComfy comfy = new FakeComfy(port);
    comfy.revive();
    return comfy;
  }

  private static XnioWorker worker() {
    try {
      return Xnio.getInstance()
          .createWorker(
              OptionMap.builder()
                  .set(Options.WORKER_IO_THREADS, 4)
                  .set(Options.WORKER_TASK_CORE_THREADS, 16)
                  .set(Options.WORKER_TASK_MAX_THREADS, 64)
                  .set(Options.THREAD_DAEMON, true)
                  .set(Options.TCP_NODELAY, true)
                  .getMap());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public int port() {
    return port;
  }

  /** Starts the process, with nothing in its queue and history. Files stay, but for temporary. */
  public synchronized void revive() {
    if (server != null) {
      return;
    }
    newLife();
    HttpHandler socket =
        Handlers.websocket(
            (exchange, channel) -> {
              String clientId = exchange.getRequestParameters().get("clientId").get(0);
              sockets.open(clientId, channel, features());
              WORKER.execute(() -> sockets.send(clientId, "status", status(clientId)));
            });
    HttpHandler routes = new BlockingHandler(new FakeRoutes(this));
    HttpHandler root = Handlers.path(routes).addExactPath("/ws", socket);
    server =
        Undertow.builder()
            .setWorker(WORKER)
            .addHttpListener(port, "127.0.0.1")
            .setHandler(
                exchange -> {
                  track(exchange.getConnection());
                  root.handleRequest(exchange);
                })
            .build();
    server.start();
    port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  private void track(ServerConnection connection) {
    if (connections.add(connection)) {
      connection.addCloseListener(connections::remove);
    }
  }

  private void newLife() {
    queue.end();
    FakeQueue life = new FakeQueue();
    queue = life;
    files.wipeTemporary();
    Thread runner = new Thread(() -> live(life), "fake-comfy");
    runner.setDaemon(true);
    runner.start();
  }

  private void live(FakeQueue life) {
    Map<String, JsonObject> cache = new HashMap<>();
    try {
      for (Optional<FakePrompt> next = life.take(); next.isPresent(); next = life.take()) {
        new FakeRun(this, life, next.get()).run(cache);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The process is killed: the port closes, connections break. */
  public synchronized void die() {
    if (server == null) {
      return;
    }
    server.stop();
    server = null;
    queue.end();
    sockets.dropAll();
    connections.forEach(IoUtils::safeClose);
  }

  /** Dies and comes back at once. */
  public synchronized void restart() {
    die();
    revive();
  }

  @Override
  public void close() {
    die();
  }

  /** Once. */
  public FakeComfy arm(ComfyFault fault) {
    return arm(fault, 1);
  }

  public FakeComfy arm(ComfyFault fault, int times) {
    faults.arm(fault, times);
    return this;
  }

  public void disarm() {
    faults.disarm();
  }

  /** How long every job takes; 0 at first. */
  public FakeComfy delay(Duration newDelay) {
    delay = newDelay;
    return this;
  }

  public FakeComfy lateBy(Duration newLateBy) {
    lateBy = newLateBy;
    return this;
  }

  public FakeComfy slowBy(Duration newSlowBy) {
    slowBy = newSlowBy;
    return this;
  }

  /** 0.3.64 at first; from 0.38 on ids are checked and there is an API of jobs. */
  public FakeComfy version(String newVersion) {
    version = newVersion;
    return this;
  }

  public FakeComfy previews(boolean newPreviews) {
    previews = newPreviews;
    return this;
  }

  public void addModel(String folder, String file) {
    models.add(folder, file);
  }

  public void removeModel(String folder, String file) {
    models.remove(folder, file);
  }

  /** How often a prompt of that id was begun, over all lives. */
  public int executions(String promptId) {
    return executions.getOrDefault(promptId, 0);
  }

  public Map<String, Integer> executions() {
    return Map.copyOf(executions);
  }

  /** The graph that was begun last, as JSON. */
  public String lastGraph() {
    return lastGraph;
  }

  /** Requests to interrupt that were received. */
  public int interrupts() {
    return interrupts;
  }

  /** Running and queued. */
  public int remaining() {
    return queue.remaining();
  }

  /** Whether a socket of that id is open. */
  public boolean hears(String clientId) {
    return sockets.isOpen(clientId);
  }

  /** Closes all sockets; the process lives on. */
  public void dropSockets() {
    sockets.dropAll();
  }

  boolean isModern() {
    return !version.startsWith("0.3.");
  }

  String versionText() {
    return version;
  }

  FakeModels models() {
    return models;
  }

  FakeFiles files() {
    return files;
  }

  FakeSockets sockets() {
    return sockets;
  }

  FakeQueue queue() {
    return queue;
  }

  Duration delay() {
    return delay;
  }

  Duration lateBy() {
    return lateBy;
  }

  Duration slowBy() {
    return slowBy;
  }

  boolean previews() {
    return previews;
  }

  boolean strikes(ComfyFault fault) {
    return faults.strikes(fault);
  }

  void begun(FakePrompt prompt) {
    lastGraph = prompt.graph().json().toString();
    executions.merge(prompt.id(), 1, Integer::sum);
  }

  synchronized void interruptAsked() {
    interrupts++;
  }

  void tellStatus() {
    sockets.broadcast("status", status(""));
  }

  private JsonObject status(String clientId) {
    JsonObject info = FakeJson.object().add("queue_remaining", queue.remaining()).build();
    var data = FakeJson.object().add("status", FakeJson.object().add("exec_info", info));
    return (clientId.isEmpty() ? data : data.add("sid", clientId)).build();
  }

  static JsonObject features() {
    return FakeJson.object()
        .add("supports_preview_metadata", true)
        .add("max_upload_size", 104_857_600)
        .build();
  }
}
