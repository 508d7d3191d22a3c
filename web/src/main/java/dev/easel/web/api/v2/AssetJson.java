package dev.easel.web.api.v2;

import dev.easel.domain.asset.Asset;
import dev.easel.service.asset.AssetDesk;
import dev.easel.service.asset.AssetLinks;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;

/** An asset as v2 prints it. */
@ApplicationScoped
public class AssetJson {

  @Inject AssetLinks links;
  @Inject AssetDesk desk;

  JsonObjectBuilder of(Asset asset, String base) {
    return WireJson.object()
        .add("id", asset.id())
        .add("sha256", asset.sha256())
        .add("name", WireJson.text(asset.fileName()))
        .add("source", asset.source().wire())
        .add("format", asset.format().wire())
        .add("width", asset.width())
        .add("height", asset.height())
        .add("size_bytes", asset.sizeBytes())
        .add("url", base + links.source(asset))
        .add("thumbnail_url", base + links.thumbnail(asset))
        .add("created_at", WireJson.time(asset.createdAt()))
        .add("last_used_at", WireJson.time(asset.lastUsedAt()))
        .add("expires_at", WireJson.time(desk.expires(asset)));
  }
}
