package dev.easel.adapter.provider.comfyui;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.adapter.provider.NodeHttp;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.shared.ServerName;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The nodes this server talks to, each with one socket. */
@ApplicationScoped
public class ComfyNodes {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  @Inject NodeHttp http;
  @Inject ServerName server;

  /** Tests have less time. */
  KeepAlive keepAlive = KeepAlive.USUAL;

  private final Map<String, ComfyNode> nodes = new ConcurrentHashMap<>();

  /** For connecting and pinging: tasks that wait for nothing and need nothing of the container. */
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "comfyui-sockets");
            thread.setDaemon(true);
            return thread;
          });

  /** A node with a new address or new headers gets a new socket. */
  ComfyNode of(NodeTarget node) {
    return nodes.compute(
        node.id(),
        (id, known) -> {
          if (known != null && known.socket().node().equals(node)) {
            return known;
          }
          if (known != null) {
            known.socket().close();
          }
          return made(node);
        });
  }

  private ComfyNode made(NodeTarget node) {
    Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
    return new ComfyNode(
        new ComfySocket(node, clientId(node), () -> http.client(node), timer, backoff, keepAlive));
  }

  /** The same over restarts of this server, so that it hears of what it had sent before. */
  String clientId(NodeTarget node) {
    return UUID.nameUUIDFromBytes((server.name() + "@" + node.id()).getBytes(UTF_8)).toString();
  }

  void forget(String nodeId) {
    ComfyNode known = nodes.remove(nodeId);
    if (known != null) {
      known.socket().close();
    }
  }

  @PreDestroy
  void close() {
    timer.shutdownNow();
    nodes.keySet().forEach(this::forget);
  }
}
