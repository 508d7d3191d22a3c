package dev.easel.web.api.v2.admin;

import dev.easel.domain.identity.Role;
import dev.easel.domain.sso.GroupRule;
import dev.easel.domain.sso.ProviderCheck;
import dev.easel.service.sso.ProviderView;
import dev.easel.service.sso.Rehearsal;
import dev.easel.service.sso.RuleView;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Locale;

/** An identity provider, its rules and what comes of them, as administrators read them. */
final class IdentityProviderJson {

  private IdentityProviderJson() {}

  /**
   * @param base of this server's addresses
   */
  static JsonObjectBuilder of(ProviderView view, String base) {
    JsonObjectBuilder json =
        WireJson.object()
            .add("slug", view.slug())
            .add("name", view.name())
            .add("issuer", view.issuer().toString())
            .add("client_id", view.clientId())
            .add("domains", WireJson.array(view.domains()))
            .add("enabled", view.enabled())
            .add("configured", view.isConfigured())
            .add("callback_url", base + "/app/sign-in/with/" + view.slug() + "/callback")
            .add("post_logout_url", base + "/app/sign-in")
            .add("back_channel_logout_url", base + "/sso/back-channel-logout");
    view.stored()
        .ifPresent(
            stored ->
                json.add("version", stored.version())
                    .add("created_at", WireJson.time(stored.createdAt()))
                    .add("updated_at", WireJson.time(stored.updatedAt())));
    return json;
  }

  static JsonObjectBuilder of(RuleView view) {
    GroupRule rule = view.rule();
    return WireJson.object()
        .add("id", WireJson.text(view.id()))
        .add("group", rule.group())
        .add("tenant_id", WireJson.text(rule.tenantId()))
        .add("tenant_name", WireJson.text(view.tenantName()))
        .add("role", rule.role().map(IdentityProviderJson::word).orElse(JsonValue.NULL))
        .add("operator", rule.operator());
  }

  static JsonObjectBuilder of(ProviderCheck check) {
    return WireJson.object()
        .add("passes", check.passes())
        .add(
            "findings",
            WireJson.array(
                check.findings(),
                finding ->
                    WireJson.object()
                        .add("point", finding.point().name().toLowerCase(Locale.ROOT))
                        .add("weight", finding.weight().name().toLowerCase(Locale.ROOT))
                        .add("detail", finding.detail())));
  }

  static JsonObjectBuilder of(Rehearsal rehearsal) {
    return WireJson.object()
        .add("verified", false)
        .add("verdict", rehearsal.verdict().name().toLowerCase(Locale.ROOT))
        .add("user", WireJson.text(rehearsal.user()))
        .add("groups", WireJson.array(rehearsal.told().groups()))
        .add("matches", WireJson.array(rehearsal.matches(), IdentityProviderJson::of))
        .add(
            "memberships",
            WireJson.array(
                rehearsal.given(),
                given ->
                    WireJson.object()
                        .add("tenant_id", given.tenantId())
                        .add("tenant_name", given.tenantName())
                        .add("role", word(given.role()))))
        .add("operator", rehearsal.operator())
        .add("taken", WireJson.array(rehearsal.taken()))
        .add("operator_taken", rehearsal.loses());
  }

  private static JsonValue word(Role role) {
    return WireJson.text(role.name().toLowerCase(Locale.ROOT));
  }
}
