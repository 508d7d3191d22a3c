package dev.easel.fake.comfy;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.ServerConnection;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.websockets.core.WebSocketChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/** A port that can be closed under those who are connected, and opened again. */
final class FakePort {

  /** All nodes of the JVM share these threads. */
  private static final XnioWorker WORKER = worker();

  /** Requests cut off on purpose are errors to them. Held: a logger nobody holds forgets. */
  private static final List<Logger> QUIET =
      Stream.of("io.undertow", "org.xnio", "org.jboss.threads").map(Logger::getLogger).toList();

  static {
    QUIET.forEach(logger -> logger.setLevel(Level.OFF));
  }

  private final Set<ServerConnection> connections = ConcurrentHashMap.newKeySet();
  private int number;
  private Undertow server;

  /**
   * @param number 0 for any that is free; it stays the same from then on
   */
  FakePort(int number) {
    this.number = number;
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
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void run(Runnable task) {
    WORKER.execute(task);
  }

  int number() {
    return number;
  }

  boolean isOpen() {
    return server != null;
  }

  /**
   * @param sockets is given the client id and the socket
   */
  void open(HttpHandler routes, BiConsumer<String, WebSocketChannel> sockets) {
    HttpHandler socket =
        Handlers.websocket(
            (exchange, channel) ->
                sockets.accept(exchange.getRequestParameters().get("clientId").get(0), channel));
    HttpHandler root = Handlers.path(new BlockingHandler(routes)).addExactPath("/ws", socket);
    server =
        Undertow.builder()
            .setWorker(WORKER)
            .addHttpListener(number, "127.0.0.1")
            .setHandler(
                exchange -> {
                  track(exchange.getConnection());
                  root.handleRequest(exchange);
                })
            .build();
    server.start();
    number = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  private void track(ServerConnection connection) {
    if (connections.add(connection)) {
      connection.addCloseListener(connections::remove);
    }
  }

  void stopListening() {
    server.stop();
    server = null;
  }

  void breakConnections() {
    connections.forEach(IoUtils::safeClose);
  }
}
