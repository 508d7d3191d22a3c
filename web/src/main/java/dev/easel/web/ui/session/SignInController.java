package dev.easel.web.ui.session;

import dev.easel.domain.session.Device;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.session.ServerSetup;
import dev.easel.service.session.Sessions;
import dev.easel.service.session.SignIns;
import dev.easel.web.api.ClientAddress;
import dev.easel.web.ui.Texts;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/** Signing in by address and password, and out. */
@Controller
@RequestScoped
@Path("/")
@Produces("text/html;charset=UTF-8")
public class SignInController {

  private static final String CODE_VIEW = "session/code.html";
  private static final String VIEW = "session/sign-in.html";

  @Inject SignIns signIns;
  @Inject Sessions sessions;
  @Inject ServerSetup setup;
  @Inject ClientAddress addresses;
  @Inject Visit visit;
  @Inject Models models;
  @Inject Texts texts;
  @Context HttpServletRequest request;
  @Context UriInfo uri;

  @GET
  @Path("sign-in")
  public Response form(@QueryParam("next") String next) {
    if (visit.visitor().isPresent()) {
      return Response.seeOther(page(next)).build();
    }
    if (setup.isDue()) {
      return Response.seeOther(uri.getBaseUriBuilder().path(VisitFilter.SETUP).build()).build();
    }
    models.put("next", next);
    models.put("first", setup.keepsFirstPassword());
    return Response.ok(VIEW).build();
  }

  @POST
  @Path("sign-in")
  public Response signIn(
      @FormParam("email") String email,
      @FormParam("password") String password,
      @FormParam("next") String next,
      @HeaderParam(HttpHeaders.USER_AGENT) String agent) {
    try {
      Device device = new Device(addresses.of(request), agent);
      SignIns.Entry entry = signIns.signIn(text(email), text(password), device);
      visit.become(entry.token());
      return Response.seeOther(entry.codeDue() ? codePage(next) : page(next)).build();
    } catch (FailureException refused) {
      return again(refused, email, next);
    }
  }

  @GET
  @Path("sign-in/code")
  public Response codeForm(@QueryParam("next") String next) {
    if (!signIns.awaitsCode(visit.token())) {
      return Response.seeOther(uri.getBaseUriBuilder().path(VisitFilter.SIGN_IN).build()).build();
    }
    models.put("next", next);
    return Response.ok(CODE_VIEW).build();
  }

  @POST
  @Path("sign-in/code")
  public Response finish(
      @FormParam("code") String code,
      @FormParam("next") String next,
      @HeaderParam(HttpHeaders.USER_AGENT) String agent) {
    try {
      Device device = new Device(addresses.of(request), agent);
      visit.become(signIns.finish(visit.token(), text(code), device));
      return Response.seeOther(page(next)).build();
    } catch (FailureException refused) {
      if (refused.code() == FailureCode.NOT_FOUND) {
        return codeForm(next);
      }
      return refused(refused, next, CODE_VIEW, texts.of("session.code-refused"));
    }
  }

  @POST
  @Path("sign-out")
  public Response signOut() {
    sessions.end(visit.token());
    return Response.seeOther(uri.getBaseUriBuilder().path(VisitFilter.SIGN_IN).build()).build();
  }

  private Response again(FailureException refused, String email, String next) {
    models.put("email", email);
    return refused(refused, next, VIEW, texts.of("session.refused"));
  }

  private Response refused(FailureException refused, String next, String view, String words) {
    if (refused.code() != FailureCode.UNAUTHENTICATED
        && refused.code() != FailureCode.RATE_LIMITED) {
      throw refused;
    }
    boolean tooOften = refused.code() == FailureCode.RATE_LIMITED;
    models.put("next", next);
    models.put("refusal", tooOften ? texts.of("session.too-often") : words);
    return Response.status(tooOften ? 429 : 401).entity(view).build();
  }

  private URI codePage(String next) {
    UriBuilder page = uri.getBaseUriBuilder().path(VisitFilter.SIGN_IN).path("code");
    return next == null ? page.build() : page.queryParam("next", "{next}").build(next);
  }

  /** Only pages of the dashboard: the address came from outside. */
  private URI page(String next) {
    URI home = uri.getBaseUri();
    if (next == null || next.isBlank()) {
      return home;
    }
    try {
      URI asked = home.resolve(next).normalize();
      return asked.toString().startsWith(home.toString()) ? asked : home;
    } catch (IllegalArgumentException e) {
      return home;
    }
  }

  private static String text(String sent) {
    return sent == null ? "" : sent;
  }
}
