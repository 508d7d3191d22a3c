package dev.easel.web.ui.session;

import dev.easel.domain.session.Device;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.session.LocalSignIn;
import dev.easel.service.session.ServerSetup;
import dev.easel.service.session.Sessions;
import dev.easel.service.session.SignIns;
import dev.easel.service.sso.Farewells;
import dev.easel.service.sso.SignInProviders;
import dev.easel.web.api.ClientAddress;
import dev.easel.web.api.Links;
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
import java.util.Optional;

/** Signing in by address and password, and out. */
@Controller
@RequestScoped
@Path("/")
@Produces("text/html;charset=UTF-8")
public class SignInController {

  private static final String CODE_VIEW = "session/code.html";
  private static final int TOO_OFTEN = 429;

  @Inject SignIns signIns;
  @Inject Sessions sessions;
  @Inject ServerSetup setup;
  @Inject Farewells farewells;
  @Inject SignInProviders providers;
  @Inject LocalSignIn local;
  @Inject SignInPage page;
  @Inject Links links;
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
    return page.show(200, next);
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
      int status = status(refused);
      models.put("next", next);
      models.put("refusal", words(status, texts.of("session.code-refused")));
      return Response.status(status).entity(CODE_VIEW).build();
    }
  }

  @POST
  @Path("sign-out")
  public Response signOut() {
    URI after = URI.create(links.base(request) + "/app/" + VisitFilter.SIGN_IN);
    Optional<URI> elsewhere = farewells.at(visit.token(), after);
    sessions.end(visit.token());
    return Response.seeOther(elsewhere.orElse(after)).build();
  }

  private Response again(FailureException refused, String email, String next) {
    models.put("email", email);
    int status = status(refused);
    return page.again(status, next, words(status, wrong(text(email))));
  }

  /** The same for all of a domain, whether there is such an account or not. */
  private String wrong(String email) {
    if (!local.isOpen()) {
      return texts.of("session.refused-elsewhere");
    }
    return providers
        .ofAddress(email)
        .map(provider -> texts.of("session.belongs-elsewhere", provider.name()))
        .orElseGet(() -> texts.of("session.refused"));
  }

  private String words(int status, String wrong) {
    return status == TOO_OFTEN ? texts.of("session.too-often") : wrong;
  }

  private static int status(FailureException refused) {
    return switch (refused.code()) {
      case UNAUTHENTICATED -> 401;
      case RATE_LIMITED -> TOO_OFTEN;
      default -> throw refused;
    };
  }

  private URI codePage(String next) {
    UriBuilder page = uri.getBaseUriBuilder().path(VisitFilter.SIGN_IN).path("code");
    return next == null ? page.build() : page.queryParam("next", "{next}").build(next);
  }

  private URI page(String next) {
    return NextPage.of(uri.getBaseUri(), next);
  }

  private static String text(String sent) {
    return sent == null ? "" : sent;
  }
}
