package dev.easel.web.api.openai;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.catalog.CatalogEntry;
import dev.easel.service.catalog.CatalogService;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;

/**
 * The models that can be called here; what works on given images is v2's. Source: OpenAI {@code GET
 * /v1/models}, seed 002 "models route".
 */
@RequestScoped
@Path("models")
@Produces(MediaType.APPLICATION_JSON)
public class ModelsResource {

  @Inject CatalogService catalog;
  @Inject ModelsJson views;

  @GET
  public JsonObject list(@QueryParam("type") String type, @QueryParam("subtype") String subtype) {
    return listed(type, subtype, views::brief);
  }

  @GET
  @Path("detailed")
  public JsonObject detailed(
      @QueryParam("type") String type, @QueryParam("subtype") String subtype) {
    return listed(type, subtype, views::detailed);
  }

  @GET
  @Path("{model: .+}")
  public JsonObject retrieve(@PathParam("model") String id) {
    CatalogEntry entry = catalog.current().get(id);
    if (!entry.model().paints()) {
      throw FailureException.of(
          FailureCode.MODEL_NOT_FOUND, "The model '" + id + "' makes no images on this surface");
    }
    if (!entry.callable()) {
      throw FailureException.of(
          FailureCode.MODEL_NOT_CONFIGURED,
          "The model '" + id + "' is not configured on this server");
    }
    return views.brief(entry).build();
  }

  private JsonObject listed(
      String type, String subtype, Function<CatalogEntry, JsonObjectBuilder> view) {
    JsonArrayBuilder data = WireJson.array();
    catalog.current().entries().stream()
        .filter(entry -> entry.callable() && entry.model().paints())
        .filter(entry -> type == null || type.equals(ModelsJson.TYPE))
        .filter(entry -> subtype == null || isOf(entry, subtype))
        .forEach(entry -> data.add(view.apply(entry)));
    return WireJson.object().add("object", "list").add("data", data).build();
  }

  private static boolean isOf(CatalogEntry entry, String subtype) {
    return entry.model().type().equals(subtype)
        || entry.model().capabilities().stream().map(Capability::wire).anyMatch(subtype::equals);
  }
}
