package dev.easel.web.ui.session;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.session.PasswordDesk;
import dev.easel.service.session.Sessions;
import dev.easel.service.session.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Where one is signed in, and which tenant one looks at. */
@Controller
@RequestScoped
@Path("account")
@Produces("text/html;charset=UTF-8")
public class SessionsController {

  @Inject Sessions sessions;
  @Inject PasswordDesk passwords;
  @Inject AccountPage page;
  @Inject Visit visit;
  @Inject Models models;
  @Context UriInfo uri;

  @GET
  public String show() {
    return page.show();
  }

  @POST
  @Path("sessions/{id}/end")
  public Response end(@PathParam("id") String id) {
    sessions.end(visitor(), id);
    return back();
  }

  @POST
  @Path("sessions/end-others")
  public Response endOthers() {
    sessions.endOthers(visitor());
    return back();
  }

  @POST
  @Path("password")
  public Response change(
      @FormParam("present") String present, @FormParam("password") String wanted) {
    int status = 200;
    try {
      passwords.change(visitor(), present == null ? "" : present, wanted == null ? "" : wanted);
      models.put("changed", true);
    } catch (FailureException refused) {
      if (refused.code() == FailureCode.FORBIDDEN) {
        throw refused;
      }
      models.put("refusal", refused.getMessage());
      status = refused.code() == FailureCode.RATE_LIMITED ? 429 : 400;
    }
    return Response.status(status).entity(show()).build();
  }

  @POST
  @Path("tenant")
  public Response turn(@FormParam("tenant") String tenantId) {
    sessions.turnTo(visitor(), tenantId == null ? "" : tenantId);
    return Response.seeOther(uri.getBaseUri()).build();
  }

  private Response back() {
    return Response.seeOther(uri.getBaseUriBuilder().path("account").build()).build();
  }

  private Visitor visitor() {
    return visit.visitor().orElseThrow();
  }
}
