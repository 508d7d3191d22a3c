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
import java.net.URI;
import java.util.Optional;

/** Signing in through an identity provider. A link must not begin it, so a form does. */
@Controller
@RequestScoped
@Path("sign-in/with/{provider}")
@Produces("text/html;charset=UTF-8")
public class ExternalSignInController {

  @Inject ExternalSignIns signIns;
  @Inject SignInPage page;
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
    try {
      Optional<String> wanted = Optional.ofNullable(next).filter(sent -> !sent.isBlank());
      URI location = signIns.depart(provider, journeys.of(provider, agent), wanted);
      return Response.seeOther(location).build();
    } catch (FailureException refused) {
      return again(refused, next);
    }
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
      return visit.visitor().isPresent() ? notLinked(refused) : again(refused, null);
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

  private Response again(FailureException refused, String next) {
    return switch (refused.code()) {
      case FORBIDDEN -> page.again(403, next, reason(refused));
      case CONFLICT -> page.again(409, next, texts.of("session.external-link-first"));
      case RATE_LIMITED -> page.again(429, next, texts.of("session.too-often"));
      case MAINTENANCE -> page.again(503, next, texts.of("session.external-silent"));
      default -> throw refused;
    };
  }

  private String reason(FailureException refused) {
    return switch (String.valueOf(refused.details().get("reason"))) {
      case "no_organisation" -> texts.of("session.external-no-organisation");
      case "no_address" -> texts.of("session.external-no-address");
      default -> texts.of("session.external-refused");
    };
  }
}
