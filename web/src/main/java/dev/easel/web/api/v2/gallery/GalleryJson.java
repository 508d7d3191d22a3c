package dev.easel.web.api.v2.gallery;

import dev.easel.domain.asset.Image;
import dev.easel.domain.gallery.GalleryCollection;
import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.gallery.GalleryShare;
import dev.easel.domain.generation.Generation;
import dev.easel.service.gallery.CollectionView;
import dev.easel.service.gallery.GalleryEntry;
import dev.easel.service.gallery.MeaningSearch.Near;
import dev.easel.service.gallery.SavedItem;
import dev.easel.service.gallery.TrashExpiry;
import dev.easel.web.api.Links;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Items and collections as v2 prints them. Source: seed 001 "Gallery Management". */
@ApplicationScoped
public class GalleryJson {

  @Inject Links links;
  @Inject TrashExpiry trash;

  /** For the tenant whose it is. */
  JsonObjectBuilder own(GalleryEntry entry, String base) {
    GalleryItem item = entry.item();
    JsonObjectBuilder json =
        seen(entry, base)
            .add("collections", collections(entry.collections()))
            .add("added_at", WireJson.time(item.addedAt()));
    item.deletedAt()
        .ifPresent(
            time ->
                json.add("deleted_at", WireJson.time(time))
                    .add("purges_at", WireJson.time(trash.goes(time))));
    return json;
  }

  /** For the tenant whose it is, with how near it is: 1 is the same. */
  JsonObjectBuilder near(Near near, String base) {
    return own(near.entry(), base).add("similarity", BigDecimal.valueOf(near.nearness(), 4));
  }

  /** For everybody. */
  JsonObjectBuilder seen(GalleryEntry entry, String base) {
    GalleryItem item = entry.item();
    Image image = entry.image();
    return WireJson.object()
        .add("id", item.id())
        .add("image_id", item.imageId())
        .add("generation_id", item.generationId())
        .add("url", links.image(base, image))
        .add("thumbnail_url", links.thumbnail(base, image))
        .add("title", text(item.title()))
        .add("description", text(item.description()))
        .add("prompt", entry.generation().prompt())
        .add("model", item.modelId())
        .add("created_at", WireJson.time(item.createdAt()))
        .add("tags", WireJson.array(item.tags()))
        .add("metadata", metadata(image, entry.generation()))
        .add("interactions", interactions(item))
        .add("is_liked", entry.liked())
        .add("is_public", item.isMeantToBePublic())
        .add("is_featured", item.isFeatured());
  }

  /** For whoever has the address of a share: small where nothing may be taken. */
  JsonObjectBuilder shared(GalleryEntry entry, GalleryShare share, String base) {
    GalleryItem item = entry.item();
    Image image = entry.image();
    Instant until = share.expiresAt().orElse(Instant.MAX);
    JsonObjectBuilder json =
        WireJson.object()
            .add("id", item.id())
            .add("thumbnail_url", links.thumbnail(base, image, until))
            .add("title", text(item.title()))
            .add("description", text(item.description()));
    if (share.allowsDownload()) {
      json.add("url", links.image(base, image, until));
    }
    if (share.showsMetadata()) {
      json.add("prompt", entry.generation().prompt())
          .add("model", item.modelId())
          .add("tags", WireJson.array(item.tags()))
          .add("created_at", WireJson.time(item.createdAt()))
          .add("metadata", metadata(image, entry.generation()));
    }
    return json;
  }

  JsonObject saved(SavedItem saved, String base) {
    JsonObjectBuilder json = WireJson.object().add("item", own(saved.entry(), base));
    if (!saved.made().isEmpty()) {
      json.add("collections_created", collections(saved.made()));
    }
    return json.build();
  }

  JsonObjectBuilder collection(CollectionView view, String base) {
    GalleryCollection collection = view.collection();
    Optional<String> cover = view.cover().map(image -> links.thumbnail(base, image));
    return WireJson.object()
        .add("id", collection.id())
        .add("name", collection.name())
        .add("slug", collection.slug())
        .add("description", text(collection.description()))
        .add("created_at", WireJson.time(collection.createdAt()))
        .add("item_count", view.items())
        .add("is_public", collection.isPublic())
        .add("cover_image_id", WireJson.text(view.cover().map(Image::id)))
        .add("cover_image_url", WireJson.text(cover));
  }

  private static JsonArrayBuilder collections(List<GalleryCollection> list) {
    return WireJson.array(
        list, c -> WireJson.object().add("id", c.id()).add("slug", c.slug()).add("name", c.name()));
  }

  private static JsonObjectBuilder metadata(Image image, Generation generation) {
    return WireJson.object()
        .add("width", image.width())
        .add("height", image.height())
        .add("size_bytes", image.sizeBytes())
        .add("format", image.format().wire())
        .add("seed", image.seed())
        .add("operation", generation.operation().wire())
        .add("generation_time_seconds", WireJson.number(seconds(generation)));
  }

  private static BigDecimal seconds(Generation generation) {
    return generation
        .startedAt()
        .flatMap(start -> generation.completedAt().map(end -> Duration.between(start, end)))
        .map(taken -> BigDecimal.valueOf(taken.toMillis(), 3))
        .orElse(null);
  }

  private static JsonObjectBuilder interactions(GalleryItem item) {
    return WireJson.object()
        .add("views", item.views())
        .add("likes", item.likes())
        .add("downloads", item.downloads());
  }

  private static JsonValue text(String text) {
    return WireJson.text(Optional.of(text).filter(t -> !t.isEmpty()));
  }
}
