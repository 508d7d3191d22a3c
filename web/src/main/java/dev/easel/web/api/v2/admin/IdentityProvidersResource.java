package dev.easel.web.api.v2.admin;

import dev.easel.domain.identity.Scope;
import dev.easel.service.sso.ProviderDesk;
import dev.easel.service.sso.ProviderView;
import dev.easel.service.sso.Rehearsal;
import dev.easel.service.sso.Rehearsals;
import dev.easel.service.sso.RuleView;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.Links;
import dev.easel.web.api.Needs;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;

/** The identity providers people sign in through, and what their groups give. */
@RequestScoped
@Path("admin/identity-providers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.ADMIN)
public class IdentityProvidersResource {

  private static final Set<String> REHEARSED = Set.of("claims", "groups");
  private static final int LONGEST_CLAIMS = 32_000;

  @Inject ProviderDesk desk;
  @Inject Rehearsals rehearsals;
  @Inject CurrentCaller caller;
  @Inject Links links;
  @Context HttpServletRequest request;
  @Context UriInfo uri;

  @GET
  public JsonObject list() {
    return WireJson.object()
        .add("identity_providers", WireJson.array(desk.list(), view -> of(view)))
        .build();
  }

  @POST
  public Response create(JsonInput given) {
    JsonInput body = JsonInput.required(given);
    var entry = IdentityProviderBody.read(body);
    String secret = IdentityProviderBody.secret(body).orElse("");
    ProviderView made = desk.create(caller.get(), body.text("slug"), entry, secret);
    return Response.created(uri.getAbsolutePathBuilder().path(made.slug()).build())
        .entity(of(made).build())
        .build();
  }

  @GET
  @Path("{slug}")
  public JsonObject get(@PathParam("slug") String slug) {
    return of(desk.get(slug)).build();
  }

  @PATCH
  @Path("{slug}")
  public JsonObject change(@PathParam("slug") String slug, JsonInput given) {
    JsonInput body = JsonInput.required(given);
    var version = IdentityProviderBody.version(body);
    var secret = IdentityProviderBody.secret(body);
    return of(desk.change(
            caller.get(), slug, version, old -> IdentityProviderBody.read(body, old), secret))
        .build();
  }

  @DELETE
  @Path("{slug}")
  public void remove(@PathParam("slug") String slug) {
    desk.remove(caller.get(), slug);
  }

  @POST
  @Path("{slug}/check")
  @Consumes(MediaType.WILDCARD)
  public JsonObject check(@PathParam("slug") String slug) {
    return IdentityProviderJson.of(desk.check(slug)).build();
  }

  @GET
  @Path("{slug}/rules")
  public JsonObject rules(@PathParam("slug") String slug) {
    return WireJson.object()
        .add("rules", WireJson.array(desk.rules(slug), IdentityProviderJson::of))
        .build();
  }

  @POST
  @Path("{slug}/rules")
  public Response addRule(@PathParam("slug") String slug, JsonInput given) {
    RuleView made =
        desk.addRule(caller.get(), slug, IdentityProviderBody.rule(JsonInput.required(given)));
    return Response.created(uri.getAbsolutePathBuilder().path(made.id().orElseThrow()).build())
        .entity(IdentityProviderJson.of(made).build())
        .build();
  }

  @DELETE
  @Path("{slug}/rules/{rule}")
  public void removeRule(@PathParam("slug") String slug, @PathParam("rule") String rule) {
    desk.removeRule(caller.get(), slug, rule);
  }

  /** Nothing is changed, and nothing of what is tried is kept. */
  @POST
  @Path("{slug}/dry-run")
  public JsonObject rehearse(@PathParam("slug") String slug, JsonInput given) {
    JsonInput body = JsonInput.required(given);
    body.refuseStrangers(REHEARSED);
    String claims =
        body.value("claims").filter(JsonObject.class::isInstance).isPresent()
            ? body.object("claims").json().toString()
            : body.text("claims", LONGEST_CLAIMS);
    var groups = body.texts("groups");
    if (claims != null == body.has("groups")) {
      body.violate("claims", "or groups is required, not both");
    }
    body.check();
    Rehearsal rehearsal =
        claims != null
            ? rehearsals.ofClaims(slug, claims)
            : rehearsals.ofGroups(slug, Set.copyOf(groups));
    return IdentityProviderJson.of(rehearsal).build();
  }

  private JsonObjectBuilder of(ProviderView view) {
    return IdentityProviderJson.of(view, links.base(request));
  }
}
