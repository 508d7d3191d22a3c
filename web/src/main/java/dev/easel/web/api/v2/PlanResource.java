package dev.easel.web.api.v2;

import dev.easel.service.plan.PlanDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The plans there are, for everybody with a key. */
@RequestScoped
@Path("plans")
@Produces(MediaType.APPLICATION_JSON)
public class PlanResource {

  @Inject PlanDesk desk;

  @GET
  public JsonObject list() {
    return PlanJson.list(desk.list());
  }
}
