package dev.easel.web.ui.providers;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.LocalMode;
import dev.easel.service.sso.LocalSignInDesk;
import dev.easel.service.sso.ProviderDesk;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.WireJson;
import dev.easel.web.api.v2.admin.IdentityProviderBody;
import dev.easel.web.ui.Corrections;
import dev.easel.web.ui.FormBody;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The identity providers: entered, changed, switched off, checked, removed. */
@Controller
@RequestScoped
@Path("operate/sign-in")
@Produces("text/html;charset=UTF-8")
public class ProvidersController {

  @Inject ProviderDesk desk;
  @Inject LocalSignInDesk local;
  @Inject ProviderPages pages;
  @Inject Corrections corrections;
  @Inject Visit visit;
  @Inject Models models;
  @Context UriInfo uri;

  @GET
  public String list() {
    visit.requireOperator();
    return pages.list();
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(MultivaluedMap<String, String> sent) {
    Caller caller = visit.requireOperator();
    FormBody form = new FormBody(sent);
    return corrections.after(
        () -> {
          JsonInput body = body(form).texts("slug").input();
          var entry = IdentityProviderBody.read(body);
          String secret = IdentityProviderBody.secret(body).orElse("");
          desk.create(caller, form.text("slug"), entry, secret);
        },
        shown(form),
        pages::list);
  }

  /** Who may sign in by password. */
  @POST
  @Path("passwords")
  public Response passwords(@FormParam("mode") String mode) {
    Caller caller = visit.requireOperator();
    return corrections.after(
        () ->
            local.change(
                caller,
                LocalMode.parse(mode == null ? "" : mode)
                    .orElseThrow(() -> FailureException.invalid("mode", "must be a choice"))),
        Map.of(),
        pages::list);
  }

  @GET
  @Path("{slug}")
  public String one(@PathParam("slug") String slug) {
    visit.requireOperator();
    return pages.one(slug);
  }

  @POST
  @Path("{slug}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
    Caller caller = visit.requireOperator();
    FormBody form = new FormBody(sent);
    return corrections.after(
        () -> {
          JsonInput body = body(form).numbers("version").input();
          Optional<Long> version = IdentityProviderBody.version(body);
          Optional<String> secret = IdentityProviderBody.secret(body);
          desk.change(caller, slug, version, old -> IdentityProviderBody.read(body, old), secret);
        },
        shown(form),
        () -> pages.one(slug));
  }

  @POST
  @Path("{slug}/check")
  public Response check(@PathParam("slug") String slug) {
    visit.requireOperator();
    models.put("check", desk.check(slug));
    return Response.ok(pages.one(slug)).build();
  }

  @POST
  @Path("{slug}/remove")
  public Response remove(@PathParam("slug") String slug) {
    Caller caller = visit.requireOperator();
    return corrections.after(() -> desk.remove(caller, slug), Map.of(), pages::list);
  }

  private static FormBody body(FormBody form) {
    return form.texts("name", "issuer", "client_id", "client_secret")
        .flags("enabled")
        .member("domains", WireJson.array(domains(form.text("domains"))).build());
  }

  private static Iterable<String> domains(String typed) {
    return Stream.of(typed.split("[,\\s]+")).filter(domain -> !domain.isEmpty()).toList();
  }

  /** For the form to be shown again; not what is secret. */
  private static Map<String, String> shown(FormBody form) {
    Map<String, String> fields = form.fields();
    fields.remove("client_secret");
    return fields;
  }
}
