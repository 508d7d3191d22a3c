package dev.easel.web.ui.session;

import dev.easel.domain.shared.FailureException;
import dev.easel.service.sso.ExternalSignIns;
import dev.easel.web.ui.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Signing in through an identity provider. A link must not begin it, so a form does. */
@Controller
@RequestScoped
@Path("sign-in/with/{provider}")
@Produces("text/html;charset=UTF-8")
public class ExternalSignInController {

  @Inject ExternalSignIns signIns;
  @Inject Departures departures;
  @Inject AccountPage account;
  @Inject Journeys journeys;
  @Inject Visit visit;
  @Inject Texts texts;
  @Context UriInfo uri;

  @POST
  public Response depart(
      @PathParam("provider") String provider,
      @FormParam("next") String next,
      @HeaderParam(HttpHeaders.USER_AGENT) String agent) {
    return departures.to(provider, next, agent);
  }

  @GET
  @Path("callback")
  public Response arrive(
      @PathParam("provider") String provider,
      @QueryParam("state") String state,
      @HeaderParam(HttpHeaders.USER_AGENT) String agent) {
    try {
      ExternalSignIns.Arrival arrival =
          signIns.arrive(provider, journeys.of(provider, agent), state, uri.getRequestUri());
      arrival.token().ifPresent(visit::become);
      return Response.seeOther(NextPage.of(uri.getBaseUri(), arrival.next().orElse(null))).build();
    } catch (FailureException refused) {
      return visit.visitor().isPresent() ? notLinked(refused) : departures.again(refused, null);
    }
  }

  /** Who is signed in came to link an identity. */
  private Response notLinked(FailureException refused) {
    return switch (refused.code()) {
      case FORBIDDEN -> account.again(403, texts.of("session.external-refused"));
      case CONFLICT -> account.again(409, texts.of("session.link-elsewhere"));
      case MAINTENANCE -> account.again(503, texts.of("session.external-silent"));
      default -> throw refused;
    };
  }
}
