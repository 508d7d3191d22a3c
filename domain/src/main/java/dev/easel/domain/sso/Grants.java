package dev.easel.domain.sso;

import dev.easel.domain.identity.Role;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What somebody gets by their groups. Whom no rule names gets nothing.
 *
 * @param roles the role in each tenant by its id, in the order of the rules
 * @param operator whether they run this server
 */
public record Grants(Map<String, Role> roles, boolean operator) {

  public Grants {
    roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
  }

  /** Of several roles in one tenant the one that may do most. */
  public static Grants of(Collection<GroupRule> rules, Set<String> groups) {
    Map<String, Role> roles = new LinkedHashMap<>();
    boolean operator = false;
    for (GroupRule rule : rules) {
      if (groups.contains(rule.group())) {
        operator |= rule.operator();
        rule.tenantId()
            .ifPresent(tenant -> roles.merge(tenant, rule.role().orElseThrow(), Grants::stronger));
      }
    }
    return new Grants(roles, operator);
  }

  /** Roles are declared from the one that may do most to the one that may do least. */
  private static Role stronger(Role one, Role other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
