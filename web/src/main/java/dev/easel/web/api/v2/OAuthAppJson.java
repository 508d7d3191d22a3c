package dev.easel.web.api.v2;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.oauth.AppTerms;
import dev.easel.domain.oauth.OAuthApp;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObjectBuilder;

/** A registered program without its secret. */
final class OAuthAppJson {

  private OAuthAppJson() {}

  static JsonObjectBuilder of(OAuthApp app) {
    AppTerms terms = app.terms();
    return WireJson.object()
        .add("id", app.id())
        .add("client_id", app.id())
        .add("name", terms.name())
        .add("kind", terms.kind().wire())
        .add("status", app.registeredAt().isPresent() ? "active" : "unfinished")
        .add("redirect_uris", WireJson.array(terms.redirectUris()))
        .add("scopes", WireJson.array(terms.scopes().stream().sorted().map(Scope::wire).toList()))
        .add("service_account", terms.serviceAccount())
        .add("issuer", app.issuer())
        .add("user_id", app.userId())
        .add("created_at", WireJson.time(app.createdAt()))
        .add("secret_renewed_at", WireJson.time(app.rotatedAt()));
  }
}
