package dev.easel.web.ui.billing;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.service.plan.PlanDesk;
import dev.easel.service.plan.PlanSwitch;
import dev.easel.service.plan.TenantDesk;
import dev.easel.service.usage.UsageService;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What the plan gives, what of it is used, and what other plans give. */
@Controller
@RequestScoped
@Path("plan")
@Produces("text/html;charset=UTF-8")
public class PlanController {

  @Inject PlanDesk plans;
  @Inject PlanSwitch switching;
  @Inject TenantDesk tenants;
  @Inject UsageService usages;
  @Inject Visit visit;
  @Inject Models models;
  @Context UriInfo uri;

  @GET
  public String show() {
    visit.require(Scope.PROFILE_READ);
    Caller caller = visit.caller();
    models.put("tenancy", tenants.get(caller.tenantId()));
    models.put("usage", usages.of(caller));
    models.put("plans", plans.list());
    models.put("runsServer", caller.runsServer());
    return "billing/plan.html";
  }

  @POST
  public Response change(@FormParam("plan") String plan) {
    switching.change(visit.caller(), plan == null ? "" : plan);
    return Response.seeOther(uri.getBaseUriBuilder().path("plan").build()).build();
  }
}
