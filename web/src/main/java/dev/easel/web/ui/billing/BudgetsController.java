package dev.easel.web.ui.billing;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.service.budget.BudgetService;
import dev.easel.service.budget.Budgets;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Caps on what the tenant or one of its keys spends in a month. */
@Controller
@RequestScoped
@Path("billing/budgets")
@Produces("text/html;charset=UTF-8")
public class BudgetsController {

  @Inject BudgetService budgets;
  @Inject Budgets spending;
  @Inject BillingPage page;
  @Inject Visit visit;

  /**
   * @param key whose spending is capped; blank for the whole tenant's
   */
  @POST
  public Response create(@FormParam("key") String key, @FormParam("credits") String credits) {
    Caller caller = manager();
    Optional<String> keyId = Optional.ofNullable(key).filter(id -> !id.isBlank());
    return page.after(
        () -> {
          budgets.create(caller, keyId, CreditField.read(credits));
          spending.forget(caller.tenantId());
        });
  }

  @POST
  @Path("{id}")
  public Response change(@PathParam("id") String id, @FormParam("credits") String credits) {
    Caller caller = manager();
    return page.after(() -> budgets.change(caller, id, CreditField.read(credits)));
  }

  @POST
  @Path("{id}/remove")
  public Response remove(@PathParam("id") String id) {
    Caller caller = manager();
    return page.after(
        () -> {
          budgets.remove(caller, id);
          spending.forget(caller.tenantId());
        });
  }

  private Caller manager() {
    visit.require(Scope.KEYS_MANAGE);
    visit.require(Scope.BILLING_READ);
    return visit.caller();
  }
}
