package dev.easel.web.api.v2.admin;

import dev.easel.domain.identity.PlanTerms;
import dev.easel.domain.identity.Scope;
import dev.easel.service.plan.PlanDesk;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.Needs;
import dev.easel.web.api.v2.PlanJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Plans, which are data: made and changed while the server runs. */
@RequestScoped
@Path("admin/plans")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.ADMIN)
public class PlansResource {

  @Inject PlanDesk desk;
  @Inject CurrentCaller caller;

  @GET
  public JsonObject list() {
    return PlanJson.list(desk.list());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(JsonInput sent) {
    PlanBody body = new PlanBody(sent);
    String id = body.id();
    PlanTerms terms = body.over(PlanBody.NOTHING);
    return Response.status(Response.Status.CREATED)
        .entity(PlanJson.of(desk.create(caller.get(), id, terms)).build())
        .build();
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject change(@PathParam("id") String id, JsonInput sent) {
    PlanBody body = new PlanBody(sent);
    body.mustNotRename();
    return PlanJson.of(desk.change(caller.get(), id, body::over)).build();
  }
}
