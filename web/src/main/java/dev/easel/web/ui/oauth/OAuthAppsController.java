package dev.easel.web.ui.oauth;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.oauth.AppTerms;
import dev.easel.domain.oauth.OAuthApp;
import dev.easel.domain.oauth.Registrar;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.oauth.IssuedApp;
import dev.easel.service.oauth.OAuthApps;
import dev.easel.service.oauth.Registrars;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;

/** The tenant's registered programs. A secret is on the page that made it, and never again. */
@Controller
@RequestScoped
@Path("oauth-apps")
@Produces("text/html;charset=UTF-8")
public class OAuthAppsController {

  /** What the page says by itself; the rest is no matter of its form. */
  private static final Map<FailureCode, Integer> SHOWN =
      Map.of(
          FailureCode.INVALID_REQUEST, 400,
          FailureCode.CONFLICT, 409,
          FailureCode.MAINTENANCE, 503);

  @Inject OAuthApps apps;
  @Inject Registrars registrars;
  @Inject Visit visit;
  @Inject Models models;
  @Context UriInfo uri;

  @GET
  public String show() {
    visit.require(Scope.KEYS_MANAGE);
    return page(AppFields.fresh());
  }

  @POST
  public Response register(@BeanParam AppForm form) {
    visit.require(Scope.KEYS_MANAGE);
    try {
      return issued(apps.register(visit.caller(), form.read()));
    } catch (FailureException refused) {
      models.put("open", true);
      return refused(refused, form.fields());
    }
  }

  @POST
  @Path("{id}/rotate")
  public Response rotate(@PathParam("id") String id) {
    visit.require(Scope.KEYS_MANAGE);
    try {
      return issued(apps.rotate(visit.caller(), known(id)));
    } catch (FailureException refused) {
      return refused(refused, AppFields.fresh());
    }
  }

  @POST
  @Path("{id}/remove")
  public Response remove(@PathParam("id") String id) {
    visit.require(Scope.KEYS_MANAGE);
    try {
      apps.remove(visit.caller(), known(id));
      return Response.seeOther(uri.getBaseUriBuilder().path("oauth-apps").build()).build();
    } catch (FailureException refused) {
      return refused(refused, AppFields.fresh());
    }
  }

  private Response issued(IssuedApp issued) {
    models.put("issued", issued.app());
    models.put("secret", issued.secret().orElse(null));
    return Response.ok(page(AppFields.fresh()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private Response refused(FailureException refusal, AppFields fields) {
    Integer status = SHOWN.get(refusal.code());
    if (status == null) {
      throw refusal;
    }
    models.put("refusal", refusal.getMessage());
    return Response.status(status).entity(page(fields)).build();
  }

  private String page(AppFields fields) {
    Optional<Registrar> registrar = registrars.find();
    models.put("apps", apps.list(visit.caller()));
    models.put("me", visit.caller().userId());
    models.put("fields", fields);
    models.put("choices", OAuthApps.choices(visit.caller()));
    models.put("longest", AppTerms.LONGEST_NAME);
    models.put("issuer", registrar.map(found -> found.issuer().toString()).orElse(null));
    return "oauth/index.html";
  }

  private static String known(String id) {
    if (!OAuthApp.isId(id)) {
      throw FailureException.notFound("OAuth app", id);
    }
    return id;
  }
}
