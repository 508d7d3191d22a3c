package dev.easel.web.api.v2.admin;

import dev.easel.domain.identity.Scope;
import dev.easel.service.catalog.CatalogEntry;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.pricing.PriceDesk;
import dev.easel.service.pricing.PublishedPrices;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.Needs;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** The prices of a model, version by version. Ids have slashes, escaped or not. */
@RequestScoped
@Path("admin/models/{id: .+}/prices")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.ADMIN)
public class ModelPricesResource {

  @Inject CatalogService catalog;
  @Inject PriceDesk desk;
  @Inject CurrentCaller caller;
  @Inject Clock clock;

  @GET
  public JsonObject list(@PathParam("id") String id) {
    String model = catalog.current().get(id).model().id();
    return WireJson.object()
        .add("model", model)
        .add("versions", WireJson.array(desk.versions(model), PricesJson::of))
        .build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response publish(@PathParam("id") String id, JsonInput sent) {
    CatalogEntry entry = catalog.current().get(id);
    PricesBody body =
        new PricesBody(JsonInput.required(sent), entry.model().capabilities(), clock.instant());
    PublishedPrices published =
        desk.publish(
            entry.model().id(),
            body.terms(),
            body.activeFrom(),
            body.after(),
            body.reason(),
            caller.get());
    catalog.refresh();
    return Response.status(Response.Status.CREATED)
        .entity(
            WireJson.object()
                .add("model", entry.model().id())
                .add("version", PricesJson.of(published))
                .build())
        .build();
  }
}
