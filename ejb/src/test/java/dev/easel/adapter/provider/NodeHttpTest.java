package dev.easel.adapter.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.easel.domain.provider.NodeTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class NodeHttpTest {

  private static final Duration SHORT = Duration.ofMillis(700);

  private final NodeHttp http = new NodeHttp();
  private HttpServer server;
  private NodeTarget node;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    node = new NodeTarget("node_1", "gpu", "any", uri, Map.of("Authorization", "Bearer x"), "");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private HttpRequest get(NodeTarget from) {
    return http.request(from, "/x").GET().build();
  }

  private NodeSilentException silence(NodeTarget from, int mostBytes) {
    return catchThrowableOfType(
        NodeSilentException.class, () -> http.send(from, get(from), SHORT, mostBytes));
  }

  @Test
  void headersOfTheNodeAreSentAndNoOrigin() throws Exception {
    AtomicReference<com.sun.net.httpserver.Headers> seen = new AtomicReference<>();
    server.createContext(
        "/x",
        exchange -> {
          seen.set(exchange.getRequestHeaders());
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });

    NodeReply reply = http.send(node, get(node), SHORT, 10);

    assertThat(reply.isOk()).isTrue();
    assertThat(seen.get().getFirst("Authorization")).isEqualTo("Bearer x");
    assertThat(seen.get()).doesNotContainKey("Origin");
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    server.createContext(
        "/x",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "http://127.0.0.1:9/");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });

    assertThat(http.send(node, get(node), SHORT, 10).status()).isEqualTo(302);
  }

  @Test
  void anAnswerThatIsTooLargeIsNone() {
    server.createContext(
        "/x",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(new byte[100_000]);
          }
        });

    assertThat(silence(node, 50_000)).hasMessageContaining("50000");
  }

  @Test
  @Timeout(60)
  void anAnswerThatTricklesIsCutOff() {
    server.createContext(
        "/x",
        exchange -> {
          exchange.sendResponseHeaders(200, 100_000);
          try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 100_000; i++) {
              out.write(1);
              out.flush();
              Thread.sleep(50);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    assertThat(silence(node, 200_000).mayHaveArrived()).isTrue();
  }

  @Test
  void aNodeThatIsNotThereCertainlyGotNothing() {
    server.stop(0);

    assertThat(silence(node, 10))
        .hasMessage("Nothing takes connections at its address")
        .matches(silent -> !silent.mayHaveArrived());
  }

  @Test
  void aCertificateThatIsNotThereIsSilenceAndNoDefect() {
    http.identities = new NodeIdentities();
    http.identities.data = "target";
    http.identities.directory = java.util.Optional.of("target/no-such-directory");
    http.identities.password = java.util.Optional.empty();
    NodeTarget secured = new NodeTarget("node_2", "gpu", "any", node.baseUri(), Map.of(), "client");
    NodeTarget escaping =
        new NodeTarget("node_3", "gpu", "any", node.baseUri(), Map.of(), "../client");

    assertThat(silence(secured, 10)).hasMessageContaining("client");
    assertThat(silence(escaping, 10)).hasMessageContaining("Not a name");
  }
}
