package dev.easel.service.plan;

import dev.easel.domain.audit.Action;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.audit.AuditTrail;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** Puts the tenant one looks at on another plan, by the hand of who runs the server. */
@Stateless
public class PlanSwitch {

  @Inject TenantDesk tenants;
  @Inject AuditTrail audit;

  /**
   * As {@link Subscriptions#change}, with its entry among the changes.
   *
   * @throws FailureException {@code FORBIDDEN} if the caller does not run the server, {@code
   *     INVALID_REQUEST} if there is no such plan
   */
  public void change(Caller caller, String planId) {
    if (!caller.runsServer()) {
      throw FailureException.of(
          FailureCode.FORBIDDEN, "Plans are changed by administrators of the server");
    }
    TenantChange change =
        new TenantChange(Optional.empty(), Optional.of(planId), Optional.empty(), Optional.empty());
    tenants.change(caller.tenantId(), change);
    audit.note(caller, Action.PLAN_CHANGED, caller.tenantId(), "to " + planId);
  }
}
