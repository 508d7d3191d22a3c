package dev.easel.web.ui.members;

import dev.easel.domain.identity.User;
import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.session.Device;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.member.Joining;
import dev.easel.service.session.LocalSignIn;
import dev.easel.service.session.PasswordDesk;
import dev.easel.service.session.Sessions;
import dev.easel.service.session.Visitor;
import dev.easel.service.sso.SignInProviders;
import dev.easel.web.api.ClientAddress;
import dev.easel.web.ui.Texts;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Where the link of an invitation leads: with a new account, or with the one that is signed in. */
@Controller
@RequestScoped
@Path("join/{token}")
@Produces("text/html;charset=UTF-8")
public class JoinController {

  private static final String VIEW = "members/join.html";

  @Inject Joining joining;
  @Inject PasswordDesk passwords;
  @Inject Sessions sessions;
  @Inject LocalSignIn local;
  @Inject SignInProviders providers;
  @Inject ClientAddress addresses;
  @Inject Visit visit;
  @Inject Models models;
  @Inject Texts texts;
  @Context HttpServletRequest request;
  @Context UriInfo uri;

  @PathParam("token")
  private String sent;

  @GET
  public String show() {
    put();
    return VIEW;
  }

  @POST
  public Response join(
      @FormParam("password") String password, @HeaderParam(HttpHeaders.USER_AGENT) String agent) {
    Joining.Offer offer = put();
    String address = addresses.of(request);
    if (visit.visitor().isPresent()) {
      Visitor visitor = visit.visitor().get();
      joining.join(token(), visitor.user(), address);
      sessions.turnTo(visitor, offer.tenant().id());
      return home();
    }
    try {
      String hash = passwords.hash(offer.email(), password == null ? "" : password);
      User made = joining.join(token(), hash, address);
      visit.become(sessions.open(made, new Device(address, agent)));
      return home();
    } catch (FailureException refused) {
      if (refused.code() != FailureCode.INVALID_REQUEST) {
        throw refused;
      }
      models.put("refusal", refused.getMessage());
      return Response.status(Response.Status.BAD_REQUEST).entity(VIEW).build();
    }
  }

  private Joining.Offer put() {
    Joining.Offer offer =
        joining
            .offer(token())
            .orElseThrow(
                () -> FailureException.of(FailureCode.NOT_FOUND, texts.of("members.join-over")));
    models.put("offer", offer);
    models.put("open", local.isOpen());
    models.put("providers", providers.all());
    models.put("next", uri.getPath());
    models.put("shortest", PasswordDesk.SHORTEST);
    return offer;
  }

  private BrowserToken token() {
    return BrowserToken.parse(sent)
        .orElseThrow(
            () -> FailureException.of(FailureCode.NOT_FOUND, texts.of("members.join-over")));
  }

  private Response home() {
    return Response.seeOther(uri.getBaseUri()).build();
  }
}
