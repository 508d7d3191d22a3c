package dev.easel.web.api.v1;

import dev.easel.domain.asset.Asset;
import dev.easel.service.asset.AssetLinks;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** An uploaded file as v1 prints files: one that was ready at once and that nothing generated. */
@ApplicationScoped
public class UploadJson {

  @Inject AssetLinks links;

  JsonObject of(Asset asset, String base) {
    return WireJson.object()
        .add("id", asset.id())
        .add("type", "image")
        .add("url", base + links.source(asset))
        .add("thumbnail_url", base + links.thumbnail(asset))
        .addNull("image_generation_id")
        .addNull("image_generation")
        .add("name", WireJson.text(asset.fileName()))
        .add("width", asset.width())
        .add("height", asset.height())
        .add("tasks", WireJson.array())
        .add("created_at", asset.createdAt().toString())
        .build();
  }
}
