package dev.easel.web.api.v1;

import dev.easel.web.api.Open;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tells that somebody is here; no key needed. */
@RequestScoped
@Path("ping")
@Produces(MediaType.APPLICATION_JSON)
public class PingResource {

  @GET
  @Open
  public JsonObject ping() {
    return WireJson.object().add("status", "ok").build();
  }
}
