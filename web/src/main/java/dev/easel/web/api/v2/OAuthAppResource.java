package dev.easel.web.api.v2;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.oauth.OAuthApp;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.oauth.IssuedApp;
import dev.easel.service.oauth.OAuthApps;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.Needs;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The tenant's registered programs. A secret is told once, in the answer that makes it. */
@RequestScoped
@Path("oauth/apps")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.KEYS_MANAGE)
public class OAuthAppResource {

  @Inject OAuthApps apps;
  @Inject CurrentCaller caller;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response register(JsonInput body) {
    IssuedApp issued = apps.register(caller.get(), OAuthAppBody.read(JsonInput.required(body)));
    return answer(Response.Status.CREATED, issued);
  }

  @GET
  public JsonObject list() {
    JsonArrayBuilder all = WireJson.array();
    apps.list(caller.get()).forEach(app -> all.add(OAuthAppJson.of(app)));
    return WireJson.object().add("apps", all).build();
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") String id) {
    return OAuthAppJson.of(apps.get(caller.get(), known(id))).build();
  }

  /** The old secret is worth nothing from now on. */
  @POST
  @Path("{id}/rotate")
  public Response rotate(@PathParam("id") String id) {
    return answer(Response.Status.OK, apps.rotate(caller.get(), known(id)));
  }

  @DELETE
  @Path("{id}")
  public void remove(@PathParam("id") String id) {
    apps.remove(caller.get(), known(id));
  }

  private static Response answer(Response.Status status, IssuedApp issued) {
    JsonObjectBuilder json = OAuthAppJson.of(issued.app());
    issued.secret().ifPresent(secret -> json.add("client_secret", secret));
    return Response.status(status)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(json.build())
        .build();
  }

  private static String known(String id) {
    if (!OAuthApp.isId(id)) {
      throw FailureException.notFound("OAuth app", id);
    }
    return id;
  }
}
