package dev.easel.domain.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which changes to look at; what is empty does not filter.
 *
 * @param tenantId of who did it, or the tenant it was done to
 * @param actor a part of the name of who did it, whatever its case
 * @param action the beginning of what was done: {@code key} or {@code key.created}
 * @param target id of what was changed
 * @param address of the network it came from
 * @param from inclusive
 * @param until exclusive
 */
public record AuditQuery(
    Optional<String> tenantId,
    Optional<String> actor,
    Optional<String> action,
    Optional<String> target,
    Optional<String> address,
    Optional<Instant> from,
    Optional<Instant> until) {

  /** All there are. */
  public static AuditQuery all() {
    return of(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Of certain actions within a time.
   *
   * @param action how its name begins: {@code member} for all that concerns members
   */
  public static AuditQuery of(
      Optional<String> action, Optional<Instant> from, Optional<Instant> until) {
    Optional<String> any = Optional.empty();
    return new AuditQuery(any, any, action, any, any, from, until);
  }

  /** The same of whatever tenant. */
  public AuditQuery ofAnyTenant() {
    return new AuditQuery(Optional.empty(), actor, action, target, address, from, until);
  }
}
