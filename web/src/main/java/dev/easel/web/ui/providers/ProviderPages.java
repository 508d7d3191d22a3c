package dev.easel.web.ui.providers;

import dev.easel.domain.identity.Role;
import dev.easel.domain.sso.LocalMode;
import dev.easel.domain.sso.ProviderEntry;
import dev.easel.domain.sso.ProviderRule;
import dev.easel.service.plan.TenantDesk;
import dev.easel.service.session.LocalSignIn;
import dev.easel.service.sso.ProviderDesk;
import dev.easel.service.sso.ProviderView;
import dev.easel.web.api.Links;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the pages on identity providers show. */
@RequestScoped
public class ProviderPages {

  private static final int TENANTS = 500;

  @Inject ProviderDesk desk;
  @Inject TenantDesk tenants;
  @Inject LocalSignIn local;
  @Inject Links links;
  @Inject Models models;
  @Context HttpServletRequest request;

  String list() {
    models.put("providers", desk.list());
    models.put("fields", Map.of("enabled", "on"));
    models.put("mode", local.mode().wire());
    models.put("modes", LocalMode.values());
    models.put("modeConfigured", local.isConfigured());
    putLimits();
    return "providers/index.html";
  }

  String one(String slug) {
    ProviderView view = desk.get(slug);
    models.put("provider", view);
    models.put("rules", desk.rules(slug));
    models.put("tenants", tenants.list("", Optional.empty(), TENANTS).items());
    models.put("roles", List.of(Role.ADMIN, Role.MEMBER, Role.VIEWER));
    models.put("longestGroup", ProviderRule.LONGEST_GROUP);
    models.put("fields", fields(view));
    putAddresses(slug);
    putLimits();
    return "providers/provider.html";
  }

  private static Map<String, String> fields(ProviderView view) {
    Map<String, String> fields = new HashMap<>();
    fields.put("name", view.name());
    fields.put("issuer", view.issuer().toString());
    fields.put("client_id", view.clientId());
    fields.put("domains", String.join(", ", view.domains()));
    if (view.enabled()) {
      fields.put("enabled", "on");
    }
    return fields;
  }

  /** What has to be entered at the provider. */
  private void putAddresses(String slug) {
    String base = links.base(request);
    Map<String, String> addresses = new LinkedHashMap<>();
    addresses.put("callback", base + "/app/sign-in/with/" + slug + "/callback");
    addresses.put("post-logout", base + "/app/sign-in");
    addresses.put("back-channel", base + "/sso/back-channel-logout");
    models.put("addresses", addresses);
  }

  private void putLimits() {
    models.put("longestName", ProviderEntry.LONGEST_NAME);
    models.put("longestIssuer", ProviderEntry.LONGEST_ISSUER);
    models.put("longestClient", ProviderEntry.LONGEST_CLIENT);
    models.put("longestSecret", ProviderDesk.LONGEST_SECRET);
  }
}
