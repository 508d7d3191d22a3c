package dev.easel.web.api.v2;

import dev.easel.service.generation.GenerationDetails;
import dev.easel.web.api.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;

/** A generation as v2 prints it. */
@ApplicationScoped
public class GenerationJson {

  @Inject Links links;

  Response response(GenerationDetails details, String base) {
    int status = details.generation().status().isFinal() ? 200 : 202;
    return Response.status(status).entity(json(details, base)).build();
  }

  JsonObject json(GenerationDetails details, String base) {
    JsonArrayBuilder images = Json.createArrayBuilder();
    details
        .images()
        .forEach(
            image ->
                images.add(
                    Json.createObjectBuilder()
                        .add("id", image.id())
                        .add("url", links.image(base, image))));
    return Json.createObjectBuilder()
        .add("id", details.generation().id())
        .add("status", details.generation().status().wire())
        .add("progress", details.progress())
        .add("images", images)
        .build();
  }
}
