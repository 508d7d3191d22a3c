package dev.easel.web.api.v2.admin;

import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.catalog.ModelLife;
import dev.easel.domain.identity.Scope;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.catalog.ModelDesk;
import dev.easel.service.catalog.RouteView;
import dev.easel.service.usage.ModelUses;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.Needs;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Locale;

/**
 * How long a model lives and whether it is served, the ways to have it made, and who asks for it.
 */
@RequestScoped
@Path("admin/models/{id: .+}")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.ADMIN)
public class ModelsAdminResource {

  @Inject CatalogService catalog;
  @Inject ModelDesk desk;
  @Inject ModelUses uses;
  @Inject CurrentCaller caller;

  /** Ids have slashes, escaped or not. */
  @GET
  public JsonObject get(@PathParam("id") String id) {
    ImageModel model = desk.get(canonical(id));
    return of(model)
        .add("routes", WireJson.array(desk.routes(model.id()), ModelsAdminResource::route))
        .add("keys", WireJson.array(uses.of(caller.get(), model.id()), ModelUseJson::of))
        .build();
  }

  @PATCH
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject change(@PathParam("id") String id, JsonInput sent) {
    ModelLifeBody body = new ModelLifeBody(sent);
    String model = canonical(id);
    desk.change(caller.get(), model, body::over);
    catalog.refresh();
    return get(model);
  }

  /** An alias stands for its model; what is switched off may be missing from the catalogue. */
  private String canonical(String id) {
    return catalog.current().find(id).map(entry -> entry.model().id()).orElse(id);
  }

  private static JsonObjectBuilder of(ImageModel model) {
    ModelLife life = model.life();
    return WireJson.object()
        .add("id", model.id())
        .add("name", model.name())
        .add("lifecycle", life.lifecycle().name().toLowerCase(Locale.ROOT))
        .add("sunset_on", WireJson.text(life.sunsetOn().map(LocalDate::toString)))
        .add("successor", WireJson.text(life.successorId()))
        .add("enabled", life.enabled());
  }

  private static JsonObjectBuilder route(RouteView view) {
    return WireJson.object()
        .add("id", view.route().id())
        .add("adapter", view.route().adapter())
        .add("upstream", view.route().upstreamId())
        .add("preference", view.route().preference())
        .add("hindrance", WireJson.text(view.hindrance().map(RouteView.Hindrance::wire)));
  }
}
