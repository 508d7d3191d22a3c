package dev.easel.domain.sso;

import dev.easel.domain.identity.Role;
import dev.easel.domain.shared.FailureException;
import java.util.Locale;
import java.util.Optional;

/**
 * What members of a provider's group get. Nobody becomes an owner by a group, for an organisation
 * must keep one whatever the provider says.
 *
 * @param group its name as the provider tells it, to the letter
 * @param tenantId where the role counts; empty with {@code operator}
 * @param role in that tenant; empty with {@code operator}
 * @param operator whether the members run this server
 */
public record GroupRule(
    String group, Optional<String> tenantId, Optional<Role> role, boolean operator) {

  /**
   * @throws FailureException {@code INVALID_REQUEST} if the role is an owner's
   */
  public GroupRule {
    if (role.filter(Role.OWNER::equals).isPresent()) {
      throw FailureException.invalid("role", "must not be owner: groups make no owners");
    }
  }

  /** A role in a tenant. */
  public static GroupRule member(String group, String tenantId, Role role) {
    return new GroupRule(group, Optional.of(tenantId), Optional.of(role), false);
  }

  /** The right to run the server. */
  public static GroupRule operator(String group) {
    return new GroupRule(group, Optional.empty(), Optional.empty(), true);
  }

  /** {@code admin of ten_1}, {@code running the server}. */
  public String words() {
    return operator
        ? "running the server"
        : role.orElseThrow().name().toLowerCase(Locale.ROOT) + " of " + tenantId.orElseThrow();
  }
}
