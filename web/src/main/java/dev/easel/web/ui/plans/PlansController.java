package dev.easel.web.ui.plans;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.PlanTerms;
import dev.easel.service.plan.PlanDesk;
import dev.easel.web.api.v2.admin.PlanBody;
import dev.easel.web.ui.Corrections;
import dev.easel.web.ui.FormBody;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** What plans there are, who is on them, and what they offer. */
@Controller
@RequestScoped
@Path("operate/plans")
@Produces("text/html;charset=UTF-8")
public class PlansController {

  @Inject PlanDesk desk;
  @Inject Visit visit;
  @Inject Models models;
  @Inject Corrections corrections;

  @GET
  public String list() {
    visit.requireOperator();
    models.put("plans", desk.list());
    models.put("tenants", desk.tenants());
    models.put("fields", fields(PlanBody.NOTHING));
    return "plans/index.html";
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(MultivaluedMap<String, String> sent) {
    Caller caller = visit.requireOperator();
    FormBody form = new FormBody(sent);
    return corrections.after(
        () -> {
          PlanBody body = new PlanBody(terms(form).texts("id").input());
          String id = body.id();
          desk.create(caller, id, body.over(PlanBody.NOTHING));
        },
        form.fields(),
        this::list);
  }

  @GET
  @Path("{id}")
  public String one(@PathParam("id") String id) {
    visit.requireOperator();
    Plan plan = desk.get(id);
    models.put("plan", plan);
    models.put("tenants", desk.tenants().getOrDefault(id, 0L));
    models.put("fields", fields(plan.terms()));
    return "plans/plan.html";
  }

  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
    Caller caller = visit.requireOperator();
    FormBody form = new FormBody(sent);
    return corrections.after(
        () -> desk.change(caller, id, new PlanBody(terms(form).input())::over),
        form.fields(),
        () -> one(id));
  }

  private static FormBody terms(FormBody form) {
    return form.texts("name")
        .numbers(
            "requests_per_minute",
            "requests_per_hour",
            "requests_per_day",
            "concurrency",
            "monthly_credits",
            "storage_mb",
            "weight")
        .flags("vip");
  }

  private static Map<String, String> fields(PlanTerms terms) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("name", terms.displayName());
    fields.put("requests_per_minute", number(terms.perMinute()));
    fields.put("requests_per_hour", number(terms.perHour()));
    fields.put("requests_per_day", number(terms.perDay()));
    fields.put("concurrency", number(terms.concurrency()));
    fields.put("monthly_credits", String.valueOf(terms.monthlyCredits()));
    fields.put("storage_mb", String.valueOf(terms.storageMb()));
    fields.put("weight", String.valueOf(terms.weight()));
    if (terms.vip()) {
      fields.put("vip", "on");
    }
    return fields;
  }

  private static String number(OptionalInt limit) {
    return limit.isPresent() ? String.valueOf(limit.getAsInt()) : "";
  }
}
