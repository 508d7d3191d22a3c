package dev.easel.fake.comfy;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Nodes as a process, for scripts and benches: {@code --port P --nodes N --delay-ms D --version V
 * --control C}. Nodes listen on P to P+N-1; the control endpoint on C, P-1 if none is given, knows:
 *
 * <pre>
 * GET  /nodes                          ports, queues, executions per prompt
 * POST /nodes/{i|all}/faults/{FAULT}?times=1
 * POST /nodes/{i|all}/disarm | die | revive | restart | drop-sockets
 * POST /nodes/{i|all}/delay?ms=500 | late?ms=500
 * POST /nodes/{i|all}/models/{folder}?file=NAME&amp;there=true
 * </pre>
 */
public final class FakeComfyServer {

  private final List<FakeComfy> nodes = new ArrayList<>();

  private FakeComfyServer() {}

  public static void main(String[] arguments) {
    int port = Integer.parseInt(option(arguments, "--port", "8188"));
    int count = Integer.parseInt(option(arguments, "--nodes", "1"));
    int control = Integer.parseInt(option(arguments, "--control", String.valueOf(port - 1)));
    Duration delay = Duration.ofMillis(Long.parseLong(option(arguments, "--delay-ms", "0")));
    FakeComfyServer server = new FakeComfyServer();
    for (int i = 0; i < count; i++) {
      server.nodes.add(
          FakeComfy.start(port + i).delay(delay).version(option(arguments, "--version", "0.3.64")));
    }
    Undertow.builder()
        .addHttpListener(control, "127.0.0.1")
        .setHandler(new BlockingHandler(server::answer))
        .build()
        .start();
    System.out.println("ready: " + count + " nodes from port " + port + ", control " + control);
  }

  private static String option(String[] arguments, String name, String otherwise) {
    int at = List.of(arguments).indexOf(name);
    return at < 0 ? otherwise : arguments[at + 1];
  }

  private void answer(HttpServerExchange exchange) throws IOException {
    String[] path = exchange.getRequestPath().split("/");
    if (path.length == 2) {
      var all = FakeJson.array();
      nodes.forEach(node -> all.add(state(node)));
      FakeReply.json(exchange, 200, all.build());
      return;
    }
    try {
      chosen(path[2]).forEach(node -> act(node, path, exchange));
      FakeReply.empty(exchange, 200);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      FakeReply.empty(exchange, 400);
    }
  }

  private List<FakeComfy> chosen(String name) {
    return name.equals("all") ? nodes : List.of(nodes.get(Integer.parseInt(name)));
  }

  private static jakarta.json.JsonObject state(FakeComfy node) {
    var executions = FakeJson.object();
    node.executions().forEach(executions::add);
    return FakeJson.object()
        .add("port", node.port())
        .add("remaining", node.remaining())
        .add("interrupts", node.interrupts())
        .add("executions", executions)
        .build();
  }

  private static void act(FakeComfy node, String[] path, HttpServerExchange exchange) {
    switch (path[3]) {
      case "faults" ->
          node.arm(
              ComfyFault.valueOf(path[4].toUpperCase(Locale.ROOT).replace('-', '_')),
              Integer.parseInt(parameter(exchange, "times", "1")));
      case "disarm" -> node.disarm();
      case "die" -> node.die();
      case "revive" -> node.revive();
      case "restart" -> node.restart();
      case "drop-sockets" -> node.dropSockets();
      case "delay" -> node.delay(millis(exchange));
      case "late" -> node.lateBy(millis(exchange));
      case "models" -> model(node, path[4], exchange);
      default -> throw new IllegalArgumentException(path[3]);
    }
  }

  private static void model(FakeComfy node, String folder, HttpServerExchange exchange) {
    String file = parameter(exchange, "file", "");
    if (parameter(exchange, "there", "true").equals("true")) {
      node.addModel(folder, file);
    } else {
      node.removeModel(folder, file);
    }
  }

  private static Duration millis(HttpServerExchange exchange) {
    return Duration.ofMillis(Long.parseLong(parameter(exchange, "ms", "0")));
  }

  private static String parameter(HttpServerExchange exchange, String name, String otherwise) {
    Deque<String> values = exchange.getQueryParameters().get(name);
    return values == null ? otherwise : values.getFirst();
  }
}
