package dev.easel.service.audit;

import dev.easel.domain.audit.Action;
import dev.easel.domain.audit.Actor;
import dev.easel.domain.audit.AuditEntry;
import dev.easel.domain.audit.AuditQuery;
import dev.easel.domain.audit.AuditRepository;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Notes changes in the transaction that makes them: there is no change without its entry. */
@Stateless
public class AuditTrail {

  @Inject AuditRepository entries;
  @Inject IdentityRepository identities;
  @Inject Clock clock;

  /**
   * Notes what a caller did.
   *
   * @param target id of what was changed
   * @param detail in words; never a secret
   */
  public void note(Caller caller, Action action, String target, String detail) {
    String name = identities.findUser(caller.userId()).map(User::label).orElse(caller.userId());
    note(Actor.of(caller, name), action, target, detail);
  }

  public void note(Actor actor, Action action, String target, String detail) {
    entries.add(new AuditEntry(actor, action, target, detail, clock.instant()));
  }

  /**
   * Changes of the caller's tenant, newest first.
   *
   * @throws FailureException {@code INVALID_REQUEST} if the cursor is not one of this list
   */
  public Page<AuditEntry> list(Caller caller, Optional<String> after, int limit) {
    return entries.list(caller.tenantId(), after, limit);
  }

  /**
   * Those that match; of no other tenant, whatever the query says.
   *
   * @throws FailureException {@code INVALID_REQUEST} if the cursor is not one of this list
   */
  public Page<AuditEntry> list(Caller caller, AuditQuery query, Optional<String> after, int limit) {
    return entries.list(caller.tenantId(), query, after, limit);
  }

  /**
   * Changes of all tenants, newest first, for who runs the server.
   *
   * @throws FailureException {@code FORBIDDEN} for others, {@code INVALID_REQUEST} if the cursor is
   *     not one of this list
   */
  public Page<AuditEntry> search(
      Caller caller, AuditQuery query, Optional<String> after, int limit) {
    if (!caller.runsServer()) {
      throw FailureException.of(
          FailureCode.FORBIDDEN, "Changes of all are for administrators of the server");
    }
    return entries.list(query, after, limit);
  }
}
