package dev.easel.web.api.v1;

import dev.easel.domain.catalog.ImageModel;
import dev.easel.service.catalog.CatalogEntry;
import dev.easel.service.catalog.CatalogService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;

/** The models. Source: seed 000 "Available Models"; shape by product decisions A3, A8. */
@RequestScoped
@Path("generation-config")
@Produces(MediaType.APPLICATION_JSON)
public class GenerationConfigResource {

  @Inject CatalogService catalog;

  /**
   * Those that can be called.
   *
   * @param all {@code true} lists also what is not configured here
   * @param type comma-separated main uses, such as {@code text_to_image,image_to_image}
   */
  @GET
  public JsonObject list(@QueryParam("all") String all, @QueryParam("type") String type) {
    boolean everything = "true".equals(all) || "1".equals(all);
    return Wire.whole(
        catalog.current().entries().stream()
            .filter(entry -> entry.model().paints()) // upscalers and the like are v2's
            .filter(entry -> everything || entry.callable())
            .filter(entry -> isOf(entry.model(), type))
            .map(ModelJson::full)
            .toList());
  }

  /** One model by its id, which may contain slashes, or by an alias. */
  @GET
  @Path("{name: .+}")
  public JsonObject get(@PathParam("name") String name) {
    CatalogEntry entry = catalog.current().get(name);
    return ModelJson.full(entry);
  }

  private static boolean isOf(ImageModel model, String types) {
    return types == null
        || types.isBlank()
        || Arrays.asList(types.trim().split("\\s*,\\s*")).contains(ModelJson.type(model));
  }
}
