package dev.easel.service.plan;

import dev.easel.domain.audit.Action;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.PlanRepository;
import dev.easel.domain.identity.PlanTerms;
import dev.easel.domain.identity.TenantRepository;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.audit.AuditTrail;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * Plans by the hand of an administrator. Each public method is one transaction; limits and VIP
 * count on every server within 5 seconds, credits from the next grant on.
 */
@Stateless
public class PlanDesk {

  @Inject PlanRepository plans;
  @Inject IdentityRepository identities;
  @Inject TenantRepository tenants;
  @Inject AuditTrail audit;

  public List<Plan> list() {
    return plans.list();
  }

  /** How many tenants are on each plan; plans nobody is on are absent. */
  public Map<String, Long> tenants() {
    return tenants.countByPlan();
  }

  /**
   * @throws FailureException {@code NOT_FOUND} if there is no such plan
   */
  public Plan get(String id) {
    return identities.findPlan(id).orElseThrow(() -> FailureException.notFound("plan", id));
  }

  /**
   * @throws FailureException {@code CONFLICT} if the id is taken
   */
  public Plan create(Caller caller, String id, PlanTerms terms) {
    if (identities.findPlan(id).isPresent()) {
      throw Plan.taken(id);
    }
    Plan plan = new Plan(id, terms);
    plans.add(plan);
    audit.note(caller, Action.PLAN_CREATED, id, words(terms));
    return plan;
  }

  /**
   * @param change makes what it shall offer of what it offers
   * @throws FailureException {@code NOT_FOUND} if there is no such plan
   */
  public Plan change(Caller caller, String id, UnaryOperator<PlanTerms> change) {
    Plan plan = plans.lock(id).orElseThrow(() -> FailureException.notFound("plan", id));
    plan.revise(change.apply(plan.terms()));
    audit.note(caller, Action.PLAN_REVISED, id, words(plan.terms()));
    return plan;
  }

  private static String words(PlanTerms terms) {
    return terms.displayName()
        + ": "
        + limit(terms.perMinute(), "a minute")
        + limit(terms.perHour(), "an hour")
        + limit(terms.perDay(), "a day")
        + limit(terms.concurrency(), "at once")
        + terms.monthlyCredits()
        + " credits a month, "
        + terms.storageMb()
        + " MiB, weight "
        + terms.weight()
        + (terms.vip() ? ", VIP" : "");
  }

  private static String limit(OptionalInt limit, String unit) {
    return limit.isPresent() ? limit.getAsInt() + " " + unit + ", " : "";
  }
}
