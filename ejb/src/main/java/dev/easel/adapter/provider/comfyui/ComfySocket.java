package dev.easel.adapter.provider.comfyui;

import dev.easel.domain.provider.NodeTarget;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one socket to a node, under one client id for good: a server that comes back picks up the
 * events of what it had sent before. Open while someone listens; a lost connection is made anew,
 * with growing pauses, and those who listen are told to look at the loss and after the return.
 */
final class ComfySocket {

  private static final Logger LOG = Logger.getLogger(ComfySocket.class.getName());
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private static final String FEATURES =
      "{\"type\":\"feature_flags\",\"data\":{\"supports_preview_metadata\":true}}";

  private final NodeTarget node;
  private final String clientId;
  private final Supplier<HttpClient> client;
  private final ScheduledExecutorService timer;
  private final Backoff backoff;
  private final KeepAlive keepAlive;
  private final EventRouter router = new EventRouter();
  private WebSocket open;
  private boolean connecting;
  private boolean closed;

  ComfySocket(
      NodeTarget node,
      String clientId,
      Supplier<HttpClient> client,
      ScheduledExecutorService timer,
      Backoff backoff,
      KeepAlive keepAlive) {
    this.node = node;
    this.clientId = clientId;
    this.client = client;
    this.timer = timer;
    this.backoff = backoff;
    this.keepAlive = keepAlive;
  }

  NodeTarget node() {
    return node;
  }

  EventRouter router() {
    return router;
  }

  void listen(JobHints hints) {
    router.add(hints);
    connect();
  }

  synchronized void close() {
    closed = true;
    if (open != null) {
      open.abort();
      open = null;
    }
  }

  private synchronized void connect() {
    if (closed || connecting || open != null || router.isEmpty()) {
      return;
    }
    connecting = true;
    try {
      WebSocket.Builder builder = client.get().newWebSocketBuilder().connectTimeout(CONNECT);
      node.headers().forEach(builder::header);
      FrameAssembler frames = new FrameAssembler(router, this::lost);
      var unused =
          builder
              .buildAsync(address(), frames)
              .whenComplete((socket, failure) -> connected(socket, frames, failure));
    } catch (IllegalArgumentException e) {
      connected(null, null, e);
    }
  }

  private URI address() {
    String http = node.at("/ws?clientId=" + clientId).toString();
    return URI.create("ws" + http.substring("http".length()));
  }

  private synchronized void connected(WebSocket socket, FrameAssembler frames, Throwable failure) {
    connecting = false;
    if (socket == null || socket.isInputClosed()) {
      LOG.log(Level.FINE, failure, () -> "No socket to " + node);
      retry();
      return;
    }
    if (closed) {
      socket.abort();
      return;
    }
    open = socket;
    backoff.reset();
    sent(socket, socket.sendText(FEATURES, true));
    watch(socket, frames);
    // Nothing is replayed: what happened meanwhile shows in an observation only.
    router.lookAll();
  }

  /** A failure to write is told to whoever wrote, not always to the listener. */
  private void sent(WebSocket socket, CompletableFuture<WebSocket> sending) {
    var unused =
        sending.whenComplete(
            (same, failure) -> {
              if (failure != null) {
                socket.abort();
                lost(socket);
              }
            });
  }

  /** Called once at most for each socket, by whoever notices first. */
  private synchronized void lost(WebSocket socket) {
    if (socket != open) {
      return;
    }
    open = null;
    if (!closed) {
      LOG.fine(() -> "Lost the socket to " + node);
      router.lookAll();
      retry();
    }
  }

  private void retry() {
    later(backoff.next(), this::connect);
  }

  private void watch(WebSocket socket, FrameAssembler frames) {
    later(keepAlive.ping(), () -> check(socket, frames));
  }

  private synchronized void check(WebSocket socket, FrameAssembler frames) {
    if (socket != open) {
      return;
    }
    if (socket.isInputClosed() || frames.silentFor() > keepAlive.silence().toNanos()) {
      socket.abort();
      lost(socket);
      return;
    }
    sent(socket, socket.sendPing(ByteBuffer.allocate(0)));
    watch(socket, frames);
  }

  private void later(Duration pause, Runnable task) {
    try {
      var unused = timer.schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.FINE, e, () -> "Shutting down, the socket to " + node + " stays closed");
    }
  }
}
