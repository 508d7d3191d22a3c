package dev.easel.web.api.v2.admin;

import dev.easel.domain.identity.Scope;
import dev.easel.service.usage.ModelUses;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.Needs;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Who is to be told that models end: every key that still asks for one, in one list. */
@RequestScoped
@Path("admin/ending-models")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.ADMIN)
public class EndingModelsResource {

  @Inject ModelUses uses;
  @Inject CurrentCaller caller;

  @GET
  public JsonObject get() {
    return WireJson.object()
        .add("keys", WireJson.array(uses.ofEnding(caller.get()), ModelUseJson::of))
        .build();
  }
}
