package dev.easel.web.ui.tenants;

import dev.easel.domain.identity.Tenant;
import dev.easel.domain.shared.Page;
import dev.easel.service.budget.BudgetService;
import dev.easel.service.plan.PlanDesk;
import dev.easel.service.plan.TenantDesk;
import dev.easel.service.plan.TenantView;
import dev.easel.service.usage.UsageService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the pages on tenants show. */
@RequestScoped
public class TenantPages {

  private static final int AT_ONCE = 50;

  @Inject TenantDesk desk;
  @Inject PlanDesk plans;
  @Inject UsageService usages;
  @Inject BudgetService budgets;
  @Inject Models models;

  String list(String search, Optional<String> after) {
    Page<TenantView> page = desk.list(search, after, AT_ONCE);
    models.put("tenants", page.items());
    models.put("next", page.next().orElse(null));
    models.put("search", search);
    models.put("plans", plans.list());
    models.put("fields", Map.of("plan", "free"));
    return "tenants/index.html";
  }

  String one(String id) {
    TenantView view = desk.get(id);
    Tenant tenant = view.tenant();
    models.put("tenancy", view);
    models.put("members", desk.members(id));
    models.put("usage", usages.of(id));
    models.put("budgets", budgets.standings(id));
    models.put("plans", plans.list());
    models.put("once", UUID.randomUUID().toString());
    models.put("fields", Map.of("name", tenant.name(), "plan", tenant.planId()));
    return "tenants/tenant.html";
  }
}
