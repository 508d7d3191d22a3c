package dev.easel.adapter.provider;

import static java.lang.ProcessBuilder.Redirect.DISCARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.easel.domain.provider.NodeTarget;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that asks for a certificate, and the certificate it is shown. */
class MutualTlsTest {

  private static final String PASSWORD = "changeit";

  @TempDir Path directory;

  private final NodeHttp http = new NodeHttp();
  private HttpsServer server;

  @BeforeEach
  void start() throws Exception {
    identity("node", "-ext", "san=ip:127.0.0.1");
    identity("client");
    trust("node", "client");
    trust("client", "node");
    http.identities = new NodeIdentities();
    http.identities.data = directory.toString();
    http.identities.directory = Optional.of(directory.toString());
    http.identities.password = Optional.of(PASSWORD);
    server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    SSLContext context = http.identities.context("node");
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters settings = context.getDefaultSSLParameters();
            settings.setNeedClientAuth(true);
            parameters.setSSLParameters(settings);
          }
        });
    server.createContext(
        "/x",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void identity(String name, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of("-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name));
    arguments.addAll(List.of(more));
    keytool(name, arguments);
    keytool(name, List.of("-exportcert", "-alias", name, "-file", file(name + ".cer")));
  }

  private void trust(String name, String other) throws Exception {
    keytool(
        name, List.of("-importcert", "-noprompt", "-alias", other, "-file", file(other + ".cer")));
  }

  private String file(String name) {
    return directory.resolve(name).toString();
  }

  private void keytool(String store, List<String> arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin/keytool").toString()));
    command.addAll(arguments);
    command.addAll(List.of("-keystore", file(store + ".p12"), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", PASSWORD));
    assertThat(
            new ProcessBuilder(command)
                .redirectOutput(DISCARD)
                .redirectError(DISCARD)
                .start()
                .waitFor())
        .isZero();
  }

  private NodeReply ask(String identity) throws NodeSilentException {
    URI uri = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    NodeTarget node = new NodeTarget("node_1", "gpu", "any", uri, Map.of(), identity);
    HttpRequest request = http.request(node, "/x").GET().build();
    return http.send(node, request, Duration.ofSeconds(5), 10);
  }

  @Test
  void theCertificateOfTheNodeIsShownAndWhoHasNoneIsTurnedAway() throws Exception {
    assertThat(ask("client").isOk()).isTrue();
    assertThatThrownBy(() -> ask("")).isInstanceOf(NodeSilentException.class);
  }
}
