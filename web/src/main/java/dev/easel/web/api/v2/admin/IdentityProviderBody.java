package dev.easel.web.api.v2.admin;

import dev.easel.domain.identity.Role;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.GroupRule;
import dev.easel.domain.sso.ProviderEntry;
import dev.easel.web.api.JsonInput;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An identity provider and its rules as administrators write them. */
public final class IdentityProviderBody {

  private static final Set<String> MEMBERS =
      Set.of(
          "slug", "name", "issuer", "client_id", "client_secret", "domains", "enabled", "version");
  private static final Set<String> RULE_MEMBERS = Set.of("group", "tenant_id", "role", "operator");

  private IdentityProviderBody() {}

  /**
   * @throws FailureException {@code INVALID_REQUEST} with everything that is wrong
   */
  public static ProviderEntry read(JsonInput body) {
    List.of("slug", "name", "issuer", "client_id", "client_secret")
        .forEach(member -> require(body, member));
    return read(body, null);
  }

  /**
   * @param old what stays where the body says nothing; null for nothing
   * @throws FailureException {@code INVALID_REQUEST} with everything that is wrong
   */
  public static ProviderEntry read(JsonInput body, ProviderEntry old) {
    body.refuseStrangers(MEMBERS);
    if (old != null && body.has("slug")) {
      body.violate("slug", "never changes");
    }
    String name = body.text("name");
    String issuer = body.text("issuer", ProviderEntry.LONGEST_ISSUER);
    String clientId = body.text("client_id");
    List<String> domains = body.texts("domains");
    Boolean enabled = body.flag("enabled");
    body.check();
    boolean keptDomains = old != null && !body.has("domains") && !body.isNull("domains");
    return new ProviderEntry(
        name == null ? old.name() : name,
        issuer == null ? old.issuer() : address(issuer),
        clientId == null ? old.clientId() : clientId,
        keptDomains ? old.domains() : domains,
        enabled == null ? old == null || old.enabled() : enabled);
  }

  /** The secret of the client; empty if it stays. */
  public static Optional<String> secret(JsonInput body) {
    return Optional.ofNullable(body.text("client_secret"));
  }

  /** The version a change is meant for. */
  public static Optional<Long> version(JsonInput body) {
    Optional<Long> version = Optional.ofNullable(body.longInteger("version"));
    body.check();
    return version;
  }

  /**
   * @throws FailureException {@code INVALID_REQUEST} with everything that is wrong
   */
  public static GroupRule rule(JsonInput body) {
    body.refuseStrangers(RULE_MEMBERS);
    require(body, "group");
    String group = body.text("group");
    String tenantId = body.text("tenant_id");
    boolean operator = Boolean.TRUE.equals(body.flag("operator"));
    String role = body.text("role");
    if (operator && (tenantId != null || role != null)) {
      body.violate("operator", "goes with neither tenant_id nor role");
    }
    Optional<Role> found = role(role);
    if (!operator && tenantId == null) {
      body.violate("tenant_id", "is required");
    }
    if (!operator && found.isEmpty()) {
      body.violate("role", "must be one of: admin, member, viewer");
    }
    body.check();
    return operator ? GroupRule.operator(group) : GroupRule.member(group, tenantId, found.get());
  }

  private static Optional<Role> role(String word) {
    return List.of(Role.ADMIN, Role.MEMBER, Role.VIEWER).stream()
        .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  private static void require(JsonInput body, String member) {
    String text = body.text(member);
    if (text == null || text.isBlank()) {
      body.violate(member, "is required");
    }
  }

  private static URI address(String issuer) {
    try {
      return URI.create(issuer);
    } catch (IllegalArgumentException e) {
      throw FailureException.invalid("issuer", "must be an address");
    }
  }
}
