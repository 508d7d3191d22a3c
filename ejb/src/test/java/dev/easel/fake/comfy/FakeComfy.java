package dev.easel.fake.comfy;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One node. It listens on the loopback address; all nodes of a JVM share their threads, but for the
 * one each that executes prompts.
 */
public final class FakeComfy implements AutoCloseable {

  private final FakeModels models = new FakeModels();
  private final FakeFiles files = new FakeFiles();
  private final FakeSockets sockets = new FakeSockets();
  private final FakeFaults faults = new FakeFaults();
  private final Map<String, Integer> executions = new ConcurrentHashMap<>();
  private volatile FakeQueue queue = new FakeQueue();
  private volatile Duration delay = Duration.ZERO;
  private volatile Duration lateBy = Duration.ofSeconds(2);
  private volatile Duration slowBy = Duration.ofSeconds(1);
  private volatile String version = "0.3.64";
  private volatile boolean previews = true;
  private volatile String lastGraph = "";
  private volatile int interrupts;
  private final FakePort port;

  private FakeComfy(int port) {
    this.port = new FakePort(port);
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

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  public int port() {
    return port.number();
  }

  /** Starts the process, with nothing in its queue and history. Files stay, but for temporary. */
  public synchronized void revive() {
    if (port.isOpen()) {
      return;
    }
    newLife();
    port.open(
        new FakeRoutes(this),
        (clientId, channel) -> {
          sockets.open(clientId, channel, FakeSockets.features());
          FakePort.run(() -> sockets.send(clientId, "status", status(clientId)));
        });
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
    if (!port.isOpen()) {
      return;
    }
    port.stopListening();
    queue.end();
    sockets.dropAll();
    port.breakConnections();
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
}
