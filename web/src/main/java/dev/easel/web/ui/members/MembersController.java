package dev.easel.web.ui.members;

import dev.easel.domain.identity.Member;
import dev.easel.domain.identity.Role;
import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.member.Members;
import dev.easel.service.session.PasswordDesk;
import dev.easel.service.session.SecondFactors;
import dev.easel.service.session.Visitor;
import dev.easel.web.api.Links;
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
import java.util.List;
import java.util.Set;

/** The members of the tenant: asking in, roles, putting out. */
@Controller
@RequestScoped
@Path("members")
@Produces("text/html;charset=UTF-8")
public class MembersController {

  private static final String VIEW = "members/index.html";
  private static final Set<FailureCode> SHOWN =
      Set.of(FailureCode.INVALID_REQUEST, FailureCode.CONFLICT);

  @Inject Members members;
  @Inject PasswordDesk passwords;
  @Inject SecondFactors factors;
  @Inject Links links;
  @Inject Visit visit;
  @Inject Models models;
  @Context HttpServletRequest request;
  @Context UriInfo uri;

  @GET
  public String show() {
    put();
    return VIEW;
  }

  @POST
  @Path("invite")
  public Response invite(@FormParam("email") String email, @FormParam("role") String role) {
    return shown(
        () -> {
          BrowserToken token = members.invite(visitor(), email == null ? "" : email, role(role));
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
    return shown(() -> members.change(visitor(), id, role(role)));
  }

  @POST
  @Path("{id}/remove")
  public Response remove(@PathParam("id") String id) {
    Response answer = shown(() -> members.remove(visitor(), id));
    boolean left = answer.getStatus() == 200 && id.equals(visitor().membership().id());
    return left ? Response.seeOther(uri.getBaseUri()).build() : answer;
  }

  @POST
  @Path("users/{id}/reset-password")
  public Response reset(@PathParam("id") String userId) {
    models.put("password", passwords.reset(visitor(), userId));
    put();
    return Response.ok(VIEW).build();
  }

  @POST
  @Path("users/{id}/reset-factor")
  public Response resetFactor(@PathParam("id") String userId) {
    factors.reset(visitor(), userId);
    return back();
  }

  private Response shown(Runnable change) {
    int status = 200;
    try {
      change.run();
    } catch (FailureException refused) {
      if (!SHOWN.contains(refused.code())) {
        throw refused;
      }
      models.put("refusal", refused.getMessage());
      status = refused.code() == FailureCode.CONFLICT ? 409 : 400;
    }
    put();
    return Response.status(status).entity(VIEW).build();
  }

  private void put() {
    List<Member> there = members.list(visitor());
    models.put("members", there);
    models.put("factors", factors.on(there.stream().map(member -> member.user().id()).toList()));
    models.put("invitations", members.invitations(visitor()));
    models.put("roles", Role.values());
    models.put("mayChange", visitor().role() == Role.OWNER || visitor().role() == Role.ADMIN);
    models.put("mayReset", visitor().caller().runsServer());
  }

  private Response back() {
    return Response.seeOther(uri.getBaseUriBuilder().path("members").build()).build();
  }

  private Visitor visitor() {
    return visit.visitor().orElseThrow();
  }

  private static Role role(String text) {
    try {
      return Role.valueOf(text == null ? "" : text);
    } catch (IllegalArgumentException e) {
      throw FailureException.invalid("role", "must be one of OWNER, ADMIN, MEMBER, VIEWER");
    }
  }
}
