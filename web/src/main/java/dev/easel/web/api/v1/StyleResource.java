package dev.easel.web.api.v1;

import dev.easel.service.generation.StyleBook;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;

/** The values of {@code style_name}. */
@RequestScoped
@Path("style")
@Produces(MediaType.APPLICATION_JSON)
public class StyleResource {

  @Inject StyleBook styles;

  @GET
  public JsonObject list() {
    return Wire.whole(styles.values("preset").stream().map(StyleResource::json).toList());
  }

  private static JsonObject json(String name) {
    String words = name.replace('_', ' ').replace('-', ' ');
    String title = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return WireJson.object().add("name", name).add("title", title).build();
  }
}
