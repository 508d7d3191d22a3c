package dev.easel.service.plan;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Puts the tenant one looks at on another plan, by the hand of who runs the server. */
@Stateless
public class PlanSwitch {

  @Inject TenantDesk tenants;

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
    tenants.change(caller, caller.tenantId(), TenantChange.toPlan(planId));
  }
}
