package dev.easel.adapter.identity.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.domain.oauth.Registrar;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue.ValueType;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks the Admin REST API of a realm as the service account we have there. Its token is kept while
 * it lives, and asked for anew once if it is refused. No redirect is followed.
 */
@ApplicationScoped
class KeycloakAdmin {

  private static final Logger LOG = Logger.getLogger(KeycloakAdmin.class.getName());
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final Duration MARGIN = Duration.ofSeconds(15);
  private static final int UNAUTHORIZED = 401;
  private static final String REALMS = "/realms/";

  @Inject Clock clock;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  private final Map<Registrar, Token> tokens = new ConcurrentHashMap<>();

  private record Token(String text, Instant until) {
    @Override
    public String toString() {
      return "Token";
    }
  }

  /**
   * @param path below the realm's address: {@code clients/…}
   * @throws FailureException {@code MAINTENANCE} if Keycloak is silent, or does not know us
   */
  Reply ask(Registrar registrar, String method, String path, BodyPublisher body) {
    Reply reply = send(registrar, method, path, body, token(registrar));
    if (reply.status() != UNAUTHORIZED) {
      return reply;
    }
    tokens.remove(registrar); // Keycloak may have been set up anew
    return send(registrar, method, path, body, token(registrar));
  }

  Reply ask(Registrar registrar, String method, String path) {
    return ask(registrar, method, path, BodyPublishers.noBody());
  }

  /** Says that Keycloak gave no sensible answer; the log has more than the caller. */
  static FailureException trouble(String what, Reply reply) {
    LOG.warning(() -> "Keycloak answered " + reply.status() + " to: " + what);
    return silent();
  }

  private Reply send(
      Registrar registrar, String method, String path, BodyPublisher body, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(admin(registrar, path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .timeout(WITHIN)
            .method(method, body)
            .build();
    return send(request);
  }

  private String token(Registrar registrar) {
    Token kept = tokens.get(registrar);
    if (kept != null && clock.instant().isBefore(kept.until())) {
      return kept.text();
    }
    Reply reply = send(tokenRequest(registrar));
    JsonObject answer =
        reply
            .json()
            .filter(json -> reply.isGood())
            .filter(json -> json.getValueType() == ValueType.OBJECT)
            .map(JsonStructure::asJsonObject)
            .filter(json -> json.containsKey("access_token"))
            .orElseThrow(() -> trouble("the token of " + registrar.clientId(), reply));
    Duration life = Duration.ofSeconds(answer.getInt("expires_in", 0)).minus(MARGIN);
    Token fresh = new Token(answer.getString("access_token"), clock.instant().plus(life));
    tokens.put(registrar, fresh);
    return fresh.text();
  }

  private static HttpRequest tokenRequest(Registrar registrar) {
    String credentials = form(registrar.clientId()) + ":" + form(registrar.clientSecret());
    return HttpRequest.newBuilder(URI.create(registrar.issuer() + "/protocol/openid-connect/token"))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .timeout(WITHIN)
        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
        .build();
  }

  private Reply send(HttpRequest request) {
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      return new Reply(answer.statusCode(), answer.body());
    } catch (IOException e) {
      LOG.log(Level.WARNING, e, () -> "Keycloak does not answer: " + request.uri());
      throw silent();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw silent();
    }
  }

  /**
   * {@code https://id.example/realms/studio} is administered below {@code /admin/realms/studio}.
   */
  private static URI admin(Registrar registrar, String path) {
    String issuer = registrar.issuer().toString();
    int realm = issuer.lastIndexOf(REALMS);
    return URI.create(issuer.substring(0, realm) + "/admin" + issuer.substring(realm) + "/" + path);
  }

  private static String form(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static FailureException silent() {
    return FailureException.of(
            FailureCode.MAINTENANCE, "The identity provider does not answer at the moment")
        .with("reason", "provider_silent")
        .after(PAUSE);
  }
}
