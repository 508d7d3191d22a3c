package dev.easel.web.api.v2;

import dev.easel.domain.generation.Generation;
import dev.easel.service.asset.InputLinks;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Optional;

/** The picture an image-to-image request began with. Source: seed 001, {@code source_image}. */
@ApplicationScoped
public class SourceImageJson {

  @Inject InputLinks links;

  JsonObjectBuilder of(Generation generation, String base) {
    return WireJson.object()
        .add("url", WireJson.text(url(generation, base)))
        .add("analysis", analysis(generation));
  }

  /** The address that was given; else ours, if there is a picture yet. */
  private Optional<String> url(Generation generation, String base) {
    Optional<String> named =
        generation
            .requested()
            .map(WireJson::parse)
            .map(given -> given.getString("init_image", ""))
            .filter(PictureMembers::isAddress);
    return named.or(
        () ->
            generation
                .initImageId()
                .flatMap(id -> links.of(generation.tenantId(), id))
                .map(path -> base + path));
  }

  private static JsonValue analysis(Generation generation) {
    return generation
        .findings()
        .map(WireJson::parse)
        .map(found -> found.get("analysis"))
        .filter(JsonObject.class::isInstance)
        .orElse(JsonValue.NULL);
  }
}
