package dev.easel.web.api.sso;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.service.sso.SignInProviders;
import dev.easel.web.api.Links;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Whose tokens the API takes, and for which scopes (RFC 9728); 404 if it takes none. */
@WebServlet("/.well-known/oauth-protected-resource")
public class ProtectedResourceServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient SignInProviders providers;
  @Inject transient Links links;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<ProviderTerms> all = providers.all();
    if (all.isEmpty()) {
      WellKnown.none(response);
    } else {
      WellKnown.json(response, HttpServletResponse.SC_OK, description(links.base(request), all));
    }
  }

  private static JsonObject description(String base, List<ProviderTerms> all) {
    JsonArrayBuilder servers = Json.createArrayBuilder();
    all.forEach(terms -> servers.add(terms.issuer().toString()));
    JsonArrayBuilder scopes = Json.createArrayBuilder();
    Scope.delegable().forEach(scope -> scopes.add(scope.wire()));
    return Json.createObjectBuilder()
        .add("resource", base)
        .add("resource_name", "Easel")
        .add("authorization_servers", servers)
        .add("scopes_supported", scopes)
        .add("bearer_methods_supported", Json.createArrayBuilder().add("header"))
        .add("resource_documentation", base + "/docs")
        .build();
  }
}
