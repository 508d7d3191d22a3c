package dev.easel.web.ui.session;

import dev.easel.domain.session.Device;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.session.PasswordDesk;
import dev.easel.service.session.ServerSetup;
import dev.easel.web.api.ClientAddress;
import dev.easel.web.ui.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The one page of a server that nobody owns yet; afterwards it leads to the overview. */
@Controller
@RequestScoped
@Path(VisitFilter.SETUP)
@Produces("text/html;charset=UTF-8")
public class SetupController {

  private static final String VIEW = "session/setup.html";

  @Inject ServerSetup setup;
  @Inject ClientAddress addresses;
  @Inject Visit visit;
  @Inject Models models;
  @Inject Texts texts;
  @Context HttpServletRequest request;
  @Context UriInfo uri;

  @GET
  public Response show() {
    return setup.isDue() ? view(200, new SetupForm()) : home();
  }

  @POST
  public Response complete(
      @BeanParam SetupForm form, @HeaderParam(HttpHeaders.USER_AGENT) String agent) {
    if (!setup.isDue()) {
      return home();
    }
    try {
      Device device = new Device(addresses.of(request), agent);
      visit.become(setup.complete(form.token(), form.wish(), device));
      return home();
    } catch (FailureException refused) {
      models.put("refusal", words(refused));
      return view(status(refused.code()), form);
    }
  }

  private Response view(int status, SetupForm form) {
    models.put("form", form);
    models.put("shortest", PasswordDesk.SHORTEST);
    return Response.status(status).entity(VIEW).build();
  }

  private String words(FailureException refused) {
    return switch (refused.code()) {
      case UNAUTHENTICATED -> texts.of("session.setup-token-wrong");
      case RATE_LIMITED -> texts.of("session.too-often");
      default -> refused.getMessage();
    };
  }

  private static int status(FailureCode code) {
    return switch (code) {
      case UNAUTHENTICATED -> 401;
      case RATE_LIMITED -> 429;
      case CONFLICT -> 409;
      case INVALID_REQUEST -> 400;
      default -> 500;
    };
  }

  private Response home() {
    return Response.seeOther(uri.getBaseUri()).build();
  }
}
