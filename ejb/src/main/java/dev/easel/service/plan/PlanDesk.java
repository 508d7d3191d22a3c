package dev.easel.service.plan;

import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.PlanRepository;
import dev.easel.domain.identity.PlanTerms;
import dev.easel.domain.shared.FailureException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Plans by the hand of an administrator. Each public method is one transaction; limits and VIP
 * count on every server within 5 seconds, credits from the next grant on.
 */
@Stateless
public class PlanDesk {

  @Inject PlanRepository plans;
  @Inject IdentityRepository identities;

  public List<Plan> list() {
    return plans.list();
  }

  /**
   * @throws FailureException {@code CONFLICT} if the id is taken
   */
  public Plan create(String id, PlanTerms terms) {
    if (identities.findPlan(id).isPresent()) {
      throw Plan.taken(id);
    }
    Plan plan = new Plan(id, terms);
    plans.add(plan);
    return plan;
  }

  /**
   * @param change makes what it shall offer of what it offers
   * @throws FailureException {@code NOT_FOUND} if there is no such plan
   */
  public Plan change(String id, UnaryOperator<PlanTerms> change) {
    Plan plan = plans.lock(id).orElseThrow(() -> FailureException.notFound("plan", id));
    plan.revise(change.apply(plan.terms()));
    return plan;
  }
}
