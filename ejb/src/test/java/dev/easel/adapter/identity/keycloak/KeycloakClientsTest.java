package dev.easel.adapter.identity.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.oauth.AppKind;
import dev.easel.domain.oauth.AppTerms;
import dev.easel.domain.oauth.OAuthClients.Registered;
import dev.easel.domain.oauth.Registrar;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.MovableClock;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against recorded answers of Keycloak 26.7. */
class KeycloakClientsTest {

  private static final String ID = "app_5f0c1b7a9e2d4c6835aa01ff";
  private static final String UUID = "7f005e86-58a7-40c4-ade0-6c156a39e6e5";

  private final List<String> asked = new ArrayList<>();
  private final ConcurrentHashMap<String, JsonObject> made = new ConcurrentHashMap<>();
  private final MovableClock clock = new MovableClock();
  private final KeycloakClients clients = new KeycloakClients();
  private HttpServer server;
  private int refuseTokens;
  private int adminStatus;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/auth/realms/studio/protocol/openid-connect/token", this::token);
    server.createContext("/auth/admin/realms/studio/clients", this::admin);
    server.start();
    clients.keycloak = new KeycloakAdmin();
    clients.keycloak.clock = clock;
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aClientIsMadeTight() {
    Registered registered = clients.register(registrar(), ID, terms(AppKind.CONFIDENTIAL, true));

    assertThat(registered.secret()).contains("the-secret");
    assertThat(registered.serviceSubject()).contains("service-subject");
    JsonObject client = made.get(ID);
    assertThat(client.getString("name")).isEqualTo("Posters");
    assertThat(client.getBoolean("publicClient")).isFalse();
    assertThat(client.getBoolean("consentRequired")).isTrue();
    assertThat(client.getBoolean("fullScopeAllowed")).isFalse();
    assertThat(client.getBoolean("implicitFlowEnabled")).isFalse();
    assertThat(client.getBoolean("directAccessGrantsEnabled")).isFalse();
    assertThat(client.getBoolean("serviceAccountsEnabled")).isTrue();
    assertThat(words(client, "redirectUris")).containsExactly("https://app.example/callback");
    assertThat(words(client, "defaultClientScopes")).containsExactly("basic", "easel-api");
    assertThat(words(client, "optionalClientScopes"))
        .containsExactly("images:generate", "gallery:read");
    assertThat(client.getJsonObject("attributes").getString("pkce.code.challenge.method"))
        .isEqualTo("S256");
    assertThat(client.getJsonObject("attributes").getString("access.token.header.type.rfc9068"))
        .isEqualTo("true");
  }

  @Test
  void aPublicClientHasNoSecretAndNoAccount() {
    Registered registered = clients.register(registrar(), ID, terms(AppKind.PUBLIC, false));

    assertThat(registered.secret()).isEmpty();
    assertThat(registered.serviceSubject()).isEmpty();
    assertThat(made.get(ID).getBoolean("publicClient")).isTrue();
    assertThat(asked).noneMatch(line -> line.contains("client-secret"));
  }

  @Test
  void aNewSecretIsMadeByTheProvider() {
    clients.register(registrar(), ID, terms(AppKind.CONFIDENTIAL, false));

    assertThat(clients.renewSecret(registrar(), ID)).isEqualTo("the-secret");
    assertThat(asked).contains("POST clients/" + UUID + "/client-secret");
  }

  @Test
  void whatTheProviderDoesNotKnowIsSaid() {
    FailureException refused = refused(() -> clients.renewSecret(registrar(), ID));

    assertThat(refused.code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(refused.details()).containsEntry("reason", "client_lost");
  }

  @Test
  void aClientIsRemovedAndOneThatIsGoneIsNoFailure() {
    clients.register(registrar(), ID, terms(AppKind.CONFIDENTIAL, false));

    clients.remove(registrar(), ID);
    clients.remove(registrar(), ID);

    assertThat(asked).containsOnlyOnce("DELETE clients/" + UUID);
    assertThat(made).isEmpty();
  }

  @Test
  void theTokenIsKeptWhileItLives() {
    clients.mustAnswer(registrar());
    clients.mustAnswer(registrar());
    assertThat(asked).containsOnlyOnce("token");

    clock.pass(Duration.ofSeconds(50));
    clients.mustAnswer(registrar());
    assertThat(asked.stream().filter("token"::equals)).hasSize(2);
  }

  @Test
  void aTokenThatIsRefusedIsAskedForAnew() {
    clients.mustAnswer(registrar());
    refuseTokens = 1;

    clients.mustAnswer(registrar());

    assertThat(asked.stream().filter("token"::equals)).hasSize(2);
  }

  @Test
  void whatTheProviderRefusesIsItsOutageAndTellsNothing() {
    for (int status : new int[] {301, 400, 403, 500}) {
      adminStatus = status;
      FailureException refused =
          refused(() -> clients.register(registrar(), ID, terms(AppKind.CONFIDENTIAL, false)));
      assertThat(refused.code()).isEqualTo(FailureCode.MAINTENANCE);
      assertThat(refused.retryAfter()).isPresent();
      assertThat(refused.getMessage()).doesNotContain("inside");
    }
  }

  @Test
  void aSilentProviderIsAnOutage() {
    Registrar nobody =
        new Registrar(URI.create("http://127.0.0.1:1/realms/studio"), "easel-clients", "x");

    assertThat(refused(() -> clients.mustAnswer(nobody)).code()).isEqualTo(FailureCode.MAINTENANCE);
  }

  @Test
  void aWrongSecretIsAnOutage() {
    Registrar wrong = new Registrar(registrar().issuer(), "easel-clients", "wrong");

    assertThat(refused(() -> clients.mustAnswer(wrong)).code()).isEqualTo(FailureCode.MAINTENANCE);
  }

  private Registrar registrar() {
    URI issuer =
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/auth/realms/studio");
    return new Registrar(issuer, "easel-clients", "s e+cret");
  }

  private static AppTerms terms(AppKind kind, boolean account) {
    return new AppTerms(
        "Posters",
        kind,
        List.of("https://app.example/callback"),
        Set.of(Scope.GALLERY_READ, Scope.IMAGES_GENERATE),
        account);
  }

  private void token(HttpExchange exchange) throws IOException {
    asked.add("token");
    String basic = exchange.getRequestHeaders().getFirst("Authorization").substring(6);
    boolean right =
        new String(Base64.getDecoder().decode(basic), UTF_8).equals("easel-clients:s+e%2Bcret");
    send(
        exchange,
        right ? 200 : 401,
        right ? "{\"access_token\": \"t\", \"expires_in\": 60}" : "{\"error\": \"inside\"}");
  }

  private void admin(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString().replace("/auth/admin/realms/studio/", "");
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    asked.add(exchange.getRequestMethod() + " " + path);
    if (refuseTokens-- > 0) {
      send(exchange, 401, "{}");
    } else if (adminStatus != 0) {
      send(exchange, adminStatus, "{\"error\": \"inside\"}");
    } else {
      answer(exchange, path, body);
    }
  }

  private void answer(HttpExchange exchange, String path, String body) throws IOException {
    switch (exchange.getRequestMethod() + " " + path.replaceFirst("\\?.*", "")) {
      case "POST clients" -> {
        JsonObject client = Json.createReader(new StringReader(body)).readObject();
        made.put(client.getString("clientId"), client);
        send(exchange, 201, "");
      }
      case "GET clients" -> {
        String wanted = path.replaceFirst(".*clientId=", "");
        send(exchange, 200, made.containsKey(wanted) ? found(wanted) : "[]");
      }
      case "DELETE clients/" + UUID -> {
        made.clear();
        send(exchange, 204, "");
      }
      case "GET clients/" + UUID + "/client-secret", "POST clients/" + UUID + "/client-secret" ->
          send(exchange, 200, "{\"type\": \"secret\", \"value\": \"the-secret\"}");
      case "GET clients/" + UUID + "/service-account-user" ->
          send(exchange, 200, "{\"id\": \"service-subject\"}");
      default -> send(exchange, 404, "{}");
    }
  }

  private static String found(String clientId) {
    return "[{\"id\": \"" + UUID + "\", \"clientId\": \"" + clientId + "\"}]";
  }

  private static List<String> words(JsonObject client, String name) {
    return client.getJsonArray(name).getValuesAs(JsonString::getString);
  }

  private static FailureException refused(ThrowingCallable call) {
    return catchThrowableOfType(FailureException.class, call);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
