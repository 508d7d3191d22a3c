package dev.easel.web.ui.session;

import dev.easel.domain.shared.FailureException;
import dev.easel.service.session.Visitor;
import dev.easel.service.sso.LinkDesk;
import dev.easel.web.ui.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Identities at providers that sign in to one's own account: linked and unlinked. */
@Controller
@RequestScoped
@Path("account/identities")
@Produces("text/html;charset=UTF-8")
public class IdentitiesController {

  @Inject LinkDesk desk;
  @Inject AccountPage page;
  @Inject Journeys journeys;
  @Inject Visit visit;
  @Inject Texts texts;
  @Context UriInfo uri;

  /** Goes on at the provider's page. */
  @POST
  @Path("link")
  public Response link(
      @FormParam("provider") String provider,
      @FormParam("password") String password,
      @FormParam("code") String code,
      @HeaderParam(HttpHeaders.USER_AGENT) String agent) {
    String slug = text(provider);
    LinkDesk.Proof proof = new LinkDesk.Proof(text(password), text(code));
    try {
      return Response.seeOther(desk.begin(visitor(), slug, proof, journeys.of(slug, agent)))
          .build();
    } catch (FailureException refused) {
      return refused(refused);
    }
  }

  @POST
  @Path("unlink")
  public Response unlink(@FormParam("identity") String id) {
    try {
      desk.unlink(visitor(), text(id));
      return Response.seeOther(uri.getBaseUriBuilder().path("account").build()).build();
    } catch (FailureException refused) {
      return refused(refused);
    }
  }

  /** Not 401, which is for strangers. */
  private Response refused(FailureException refused) {
    return switch (refused.code()) {
      case UNAUTHENTICATED -> page.again(400, texts.of("session.link-wrong"));
      case RATE_LIMITED -> page.again(429, texts.of("session.too-often"));
      case MAINTENANCE -> page.again(503, texts.of("session.external-silent"));
      case CONFLICT -> page.again(409, texts.of("session.unlink-last"));
      default -> throw refused;
    };
  }

  private Visitor visitor() {
    return visit.visitor().orElseThrow();
  }

  private static String text(String sent) {
    return sent == null ? "" : sent;
  }
}
