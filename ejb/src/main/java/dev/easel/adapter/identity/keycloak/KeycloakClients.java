package dev.easel.adapter.identity.keycloak;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.oauth.AppKind;
import dev.easel.domain.oauth.AppTerms;
import dev.easel.domain.oauth.OAuthClients;
import dev.easel.domain.oauth.Registrar;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue.ValueType;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Registered programs as clients of a Keycloak realm. A program gets what it was registered with
 * and no more: users are asked for their consent, codes are bound by PKCE, roles stay out of its
 * tokens, and these say what they are (RFC 9068).
 */
@ApplicationScoped
public class KeycloakClients implements OAuthClients {

  /** Scopes of every program's tokens: who it is of, and that it is for this API. */
  private static final List<String> ALWAYS = List.of("basic", "easel-api");

  private static final int NOT_FOUND = 404;

  @Inject KeycloakAdmin keycloak;

  @Override
  public void mustAnswer(Registrar registrar) {
    find(registrar, registrar.clientId());
  }

  @Override
  public Registered register(Registrar registrar, String clientId, AppTerms terms) {
    String body = representation(clientId, terms).toString();
    Reply made = keycloak.ask(registrar, "POST", "clients", BodyPublishers.ofString(body));
    if (!made.isGood()) {
      throw KeycloakAdmin.trouble("a new client", made);
    }
    String at = "clients/" + find(registrar, clientId).orElseThrow(() -> lost(clientId));
    Optional<String> secret =
        terms.kind() == AppKind.PUBLIC
            ? Optional.empty()
            : Optional.of(text(registrar, "GET", at + "/client-secret", "value"));
    Optional<String> subject =
        terms.serviceAccount()
            ? Optional.of(text(registrar, "GET", at + "/service-account-user", "id"))
            : Optional.empty();
    return new Registered(secret, subject);
  }

  @Override
  public String renewSecret(Registrar registrar, String clientId) {
    String id = find(registrar, clientId).orElseThrow(() -> lost(clientId));
    return text(registrar, "POST", "clients/" + id + "/client-secret", "value");
  }

  @Override
  public void remove(Registrar registrar, String clientId) {
    find(registrar, clientId).ifPresent(id -> delete(registrar, id));
  }

  private void delete(Registrar registrar, String id) {
    Reply gone = keycloak.ask(registrar, "DELETE", "clients/" + id);
    if (!gone.isGood() && gone.status() != NOT_FOUND) {
      throw KeycloakAdmin.trouble("the end of a client", gone);
    }
  }

  /**
   * Keycloak's own id of a client; asked for by our id, so that no other client is ever touched.
   */
  private Optional<String> find(Registrar registrar, String clientId) {
    Reply found = keycloak.ask(registrar, "GET", "clients?clientId=" + clientId);
    if (!found.isGood()) {
      throw KeycloakAdmin.trouble("the client " + clientId, found);
    }
    return found
        .json()
        .filter(json -> json.getValueType() == ValueType.ARRAY)
        .flatMap(json -> json.asJsonArray().getValuesAs(JsonObject.class).stream().findFirst())
        .filter(client -> clientId.equals(client.getString("clientId", "")))
        .map(client -> client.getString("id"));
  }

  private String text(Registrar registrar, String method, String path, String member) {
    Reply reply = keycloak.ask(registrar, method, path);
    return reply
        .json()
        .filter(json -> reply.isGood() && json.getValueType() == ValueType.OBJECT)
        .map(JsonStructure::asJsonObject)
        .map(json -> json.getString(member, ""))
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> KeycloakAdmin.trouble(path, reply));
  }

  private static JsonObject representation(String clientId, AppTerms terms) {
    JsonObjectBuilder client =
        Json.createObjectBuilder()
            .add("clientId", clientId)
            .add("name", terms.name())
            .add("protocol", "openid-connect")
            .add("enabled", true)
            .add("publicClient", terms.kind() == AppKind.PUBLIC)
            .add("standardFlowEnabled", terms.asksUsers())
            .add("implicitFlowEnabled", false)
            .add("directAccessGrantsEnabled", false)
            .add("serviceAccountsEnabled", terms.serviceAccount())
            .add("consentRequired", true)
            .add("fullScopeAllowed", false)
            .add("frontchannelLogout", false)
            .add("redirectUris", array(terms.redirectUris()))
            .add("defaultClientScopes", array(ALWAYS))
            .add("optionalClientScopes", array(wires(terms.scopes())))
            .add("attributes", attributes());
    if (terms.kind() == AppKind.PUBLIC) {
      client.add("webOrigins", array(List.of("+"))); // its pages redeem codes in the browser
    }
    return client.build();
  }

  private static JsonObjectBuilder attributes() {
    return Json.createObjectBuilder()
        .add("pkce.code.challenge.method", "S256")
        .add("access.token.header.type.rfc9068", "true")
        .add("oauth2.device.authorization.grant.enabled", "false")
        .add("oidc.ciba.grant.enabled", "false")
        .add("standard.token.exchange.enabled", "false");
  }

  private static List<String> wires(Collection<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::wire).toList();
  }

  private static JsonArrayBuilder array(List<String> words) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    words.forEach(array::add);
    return array;
  }

  private static FailureException lost(String clientId) {
    return FailureException.of(
            FailureCode.CONFLICT, "The identity provider does not know the app " + clientId)
        .with("reason", "client_lost");
  }
}
