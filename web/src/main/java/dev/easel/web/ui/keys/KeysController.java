package dev.easel.web.ui.keys;

import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.budget.BudgetService;
import dev.easel.service.budget.Budgets;
import dev.easel.service.identity.Authentication;
import dev.easel.service.identity.IssuedKey;
import dev.easel.service.identity.KeyService;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tenant's API keys. The whole of a key is on the page that made it, and never again. */
@Controller
@RequestScoped
@Path("keys")
@Produces("text/html;charset=UTF-8")
public class KeysController {

  private static final Pattern KEY_ID = Pattern.compile("[0-9A-Za-z]{12}");

  /** How long the old key works beside the new one. */
  private static final Map<String, Duration> OVERLAPS =
      Map.of(
          "none", Duration.ZERO,
          "hour", Duration.ofHours(1),
          "day", Duration.ofDays(1),
          "week", Duration.ofDays(7),
          "month", Duration.ofDays(30));

  @Inject KeyService keys;
  @Inject BudgetService budgets;
  @Inject Budgets spending;
  @Inject Authentication authentication;
  @Inject KeyPages pages;
  @Inject Visit visit;
  @Inject Models models;
  @Inject Clock clock;
  @Context UriInfo uri;

  @GET
  public String show(@QueryParam("after") String after) {
    visit.require(Scope.KEYS_MANAGE);
    return pages.list(Optional.ofNullable(after), pages.fresh());
  }

  @POST
  public Response create(@BeanParam KeyForm form) {
    visit.require(Scope.KEYS_MANAGE);
    try {
      Optional<Credits> monthly = form.monthly();
      String holder = form.account().orElse(visit.caller().userId());
      IssuedKey issued =
          keys.create(
              visit.caller(), holder, now -> form.over(now, pages::isModel, clock.instant()));
      monthly.ifPresent(cap -> cap(issued.key(), cap));
      return issued(issued);
    } catch (FailureException refused) {
      models.put("open", form.hasLimits());
      return pages.refused(refused, pages.list(Optional.empty(), entered(form)));
    }
  }

  @GET
  @Path("{id}")
  public String one(@PathParam("id") String id) {
    ApiKey key = own(id);
    return pages.one(key, KeyFields.of(key));
  }

  @POST
  @Path("{id}")
  public Response change(@PathParam("id") String id, @BeanParam KeyForm form) {
    ApiKey key = own(id);
    Caller caller = visit.caller();
    try {
      ApiKey changed =
          keys.change(
              caller, id, now -> form.over(now, pages::isModel, clock.instant()), caller.address());
      authentication.forget(id);
      models.put("done", true);
      return Response.ok(pages.one(changed, KeyFields.of(changed))).build();
    } catch (FailureException refused) {
      return pages.refused(refused, pages.one(key, form.fields()));
    }
  }

  @POST
  @Path("{id}/rotate")
  public Response rotate(@PathParam("id") String id, @FormParam("overlap") String overlap) {
    ApiKey key = own(id);
    try {
      Duration beside = OVERLAPS.get(overlap == null ? "" : overlap);
      if (beside == null) {
        throw FailureException.invalid("overlap", "must be one of those offered");
      }
      IssuedKey issued = keys.rotate(visit.caller(), id, beside);
      authentication.forget(id);
      return issued(issued);
    } catch (FailureException refused) {
      return pages.refused(refused, pages.one(key, KeyFields.of(key)));
    }
  }

  @POST
  @Path("{id}/revoke")
  public Response revoke(@PathParam("id") String id) {
    own(id);
    keys.revoke(visit.caller(), id);
    authentication.forget(id);
    return Response.seeOther(uri.getBaseUriBuilder().path("keys").build()).build();
  }

  private Response issued(IssuedKey issued) {
    models.put("issued", issued);
    return Response.ok(pages.list(Optional.empty(), pages.fresh())).build();
  }

  private KeyFields entered(KeyForm form) {
    return form.hasLimits() ? form.fields() : pages.fresh();
  }

  private void cap(ApiKey key, Credits monthly) {
    budgets.create(visit.caller(), Optional.of(key.id()), monthly);
    spending.forget(key.tenantId());
  }

  private ApiKey own(String id) {
    visit.require(Scope.KEYS_MANAGE);
    if (!KEY_ID.matcher(id).matches()) {
      throw FailureException.notFound("key", id);
    }
    return keys.get(visit.caller(), id);
  }
}
