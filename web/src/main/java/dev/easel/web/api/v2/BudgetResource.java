package dev.easel.web.api.v2;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Page;
import dev.easel.service.budget.BudgetService;
import dev.easel.service.budget.BudgetStanding;
import dev.easel.service.budget.Budgets;
import dev.easel.web.api.CreditAmounts;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.ListJson;
import dev.easel.web.api.Needs;
import dev.easel.web.api.QueryReader;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Monthly caps on what the tenant, or one of its keys, spends. */
@RequestScoped
@Path("budgets")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.KEYS_MANAGE)
public class BudgetResource {

  private static final Pattern BUDGET_ID = Pattern.compile("bud_[0-9a-f]{24}");
  private static final int USUAL_LIMIT = 50;
  private static final int MOST_LIMIT = 200;

  @Inject BudgetService budgets;
  @Inject Budgets spending;
  @Inject CurrentCaller caller;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(JsonInput given) {
    JsonInput body = read(given, Set.of("scope", "key_id", "monthly_credits"));
    boolean ofKey = "key".equals(body.text("scope"));
    if (!ofKey && !"tenant".equals(body.text("scope"))) {
      body.violate("scope", "must be one of: tenant, key");
    }
    String key = body.text("key_id");
    if (ofKey != (key != null)) {
      body.violate("key_id", ofKey ? "is required" : "is only for budgets of keys");
    }
    Credits cap = cap(body);
    Caller who = caller.get();
    BudgetStanding made = budgets.create(who, Optional.ofNullable(key), cap);
    spending.forget(who.tenantId());
    return Response.status(Response.Status.CREATED).entity(BudgetJson.of(made).build()).build();
  }

  @GET
  public JsonObject list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    QueryReader reader = new QueryReader();
    Optional<String> after = reader.after("cursor", cursor, BUDGET_ID);
    int size = reader.number("limit", limit, USUAL_LIMIT, MOST_LIMIT);
    reader.check();
    Page<BudgetStanding> page = budgets.list(caller.get(), after, size);
    return ListJson.of("budgets", page, size, BudgetJson::of);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") String id) {
    return BudgetJson.of(budgets.get(caller.get(), id)).build();
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject change(@PathParam("id") String id, JsonInput given) {
    Credits cap = cap(read(given, Set.of("monthly_credits")));
    return BudgetJson.of(budgets.change(caller.get(), id, cap)).build();
  }

  @DELETE
  @Path("{id}")
  public void remove(@PathParam("id") String id) {
    Caller who = caller.get();
    budgets.remove(who, id);
    spending.forget(who.tenantId());
  }

  private static JsonInput read(JsonInput given, Set<String> known) {
    JsonInput body = JsonInput.required(given);
    body.refuseStrangers(known);
    return body;
  }

  /** Read last: it throws for all that is wrong. */
  private static Credits cap(JsonInput body) {
    Credits cap = CreditAmounts.read(body, "monthly_credits");
    if (cap == null || cap.isNegative()) {
      body.violate("monthly_credits", "must be 0 to 1000000000 with at most six decimals");
    }
    body.check();
    return cap;
  }
}
