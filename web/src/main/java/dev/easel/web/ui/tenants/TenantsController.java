package dev.easel.web.ui.tenants;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.plan.MadeTenant;
import dev.easel.service.plan.TenantChange;
import dev.easel.service.plan.TenantDesk;
import dev.easel.web.api.v2.admin.TenantBody;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;

/** The tenants of this server, for who runs it. */
@Controller
@RequestScoped
@Path("operate/tenants")
@Produces("text/html;charset=UTF-8")
public class TenantsController {

  private static final int LONGEST_SEARCH = 320;

  @Inject TenantDesk desk;
  @Inject TenantCredits credits;
  @Inject TenantPages pages;
  @Inject Corrections corrections;
  @Inject Visit visit;
  @Inject Models models;

  @GET
  public String list(@QueryParam("q") String search, @QueryParam("after") String after) {
    visit.requireOperator();
    String part = search == null ? "" : search.strip();
    if (part.length() > LONGEST_SEARCH) {
      throw FailureException.invalid("q", "must be at most " + LONGEST_SEARCH + " characters");
    }
    return pages.list(part, Optional.ofNullable(after));
  }

  /** Password and key are on this one page, and never again. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(MultivaluedMap<String, String> sent) {
    Caller caller = visit.requireOperator();
    FormBody form = new FormBody(sent);
    return corrections.after(
        () -> {
          TenantBody body = new TenantBody(form.texts("name", "email", "username", "plan").input());
          MadeTenant made = desk.create(caller, body.wish());
          models.put("made", made);
        },
        form.fields(),
        () -> pages.list("", Optional.empty()));
  }

  @GET
  @Path("{id}")
  public String one(@PathParam("id") String id) {
    visit.requireOperator();
    return pages.one(id);
  }

  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
    Caller caller = visit.requireOperator();
    FormBody form = new FormBody(sent);
    return corrections.after(
        () -> {
          TenantBody body =
              new TenantBody(
                  form.texts("name", "plan", "subscription").flags("vip_granted").input());
          desk.change(caller, id, changed(id, body.change()));
        },
        form.fields(),
        () -> pages.one(id));
  }

  @POST
  @Path("{id}/suspend")
  public Response suspend(@PathParam("id") String id) {
    return let(id, true);
  }

  @POST
  @Path("{id}/resume")
  public Response resume(@PathParam("id") String id) {
    return let(id, false);
  }

  @POST
  @Path("{id}/credits")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response book(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
    Caller caller = visit.requireOperator();
    FormBody form = new FormBody(sent);
    return corrections.after(
        () -> credits.book(caller, id, form), form.fields(), () -> pages.one(id));
  }

  private Response let(String id, boolean suspended) {
    Caller caller = visit.requireOperator();
    return corrections.after(
        () -> desk.change(caller, id, TenantChange.suspension(suspended)),
        Map.of(),
        () -> pages.one(id));
  }

  /** What the form shows of how it is now is no wish: the plan would be taken anew. */
  private TenantChange changed(String id, TenantChange sent) {
    return sent.apartFrom(desk.get(id));
  }
}
