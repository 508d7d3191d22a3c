package dev.easel.web.ui.members;

import dev.easel.domain.session.BrowserToken;
import dev.easel.service.member.Members;
import dev.easel.service.session.PasswordDesk;
import dev.easel.service.session.SecondFactors;
import dev.easel.service.session.Visitor;
import dev.easel.web.api.Links;
import dev.easel.web.ui.Corrections;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;

/** The members of the tenant: asking in, roles, putting out. */
@Controller
@RequestScoped
@Path("members")
@Produces("text/html;charset=UTF-8")
public class MembersController {

  @Inject Members members;
  @Inject PasswordDesk passwords;
  @Inject SecondFactors factors;
  @Inject MembersPage page;
  @Inject Corrections corrections;
  @Inject Links links;
  @Inject Visit visit;
  @Inject Models models;
  @Context HttpServletRequest request;
  @Context UriInfo uri;

  @GET
  public String show() {
    return page.show();
  }

  @POST
  @Path("invite")
  public Response invite(@FormParam("email") String email, @FormParam("role") String role) {
    return after(
        () -> {
          BrowserToken token =
              members.invite(visitor(), email == null ? "" : email, MembersPage.role(role));
          models.put("link", links.base(request) + "/app/join/" + token.value());
          models.put("invited", email);
        });
  }

  @POST
  @Path("invitations/{id}/withdraw")
  public Response withdraw(@PathParam("id") String id) {
    members.withdraw(visitor(), id);
    return back();
  }

  @POST
  @Path("{id}/role")
  public Response change(@PathParam("id") String id, @FormParam("role") String role) {
    return after(() -> members.change(visitor(), id, MembersPage.role(role)));
  }

  @POST
  @Path("{id}/remove")
  public Response remove(@PathParam("id") String id) {
    Response answer = after(() -> members.remove(visitor(), id));
    boolean left = answer.getStatus() == 200 && id.equals(visitor().membership().id());
    return left ? Response.seeOther(uri.getBaseUri()).build() : answer;
  }

  @POST
  @Path("users/{id}/reset-password")
  public Response reset(@PathParam("id") String userId) {
    models.put("password", passwords.reset(visitor(), userId));
    return Response.ok(page.show()).build();
  }

  @POST
  @Path("users/{id}/reset-factor")
  public Response resetFactor(@PathParam("id") String userId) {
    factors.reset(visitor(), userId);
    return back();
  }

  private Response back() {
    return Response.seeOther(uri.getBaseUriBuilder().path("members").build()).build();
  }

  private Response after(Runnable change) {
    return corrections.after(change, Map.of(), page::show);
  }

  private Visitor visitor() {
    return visit.visitor().orElseThrow();
  }
}
