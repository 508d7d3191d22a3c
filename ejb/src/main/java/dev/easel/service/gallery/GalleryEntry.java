package dev.easel.service.gallery;

import dev.easel.domain.asset.Image;
import dev.easel.domain.gallery.GalleryCollection;
import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.generation.Generation;
import java.util.List;

/**
 * An item with what it shows.
 *
 * @param liked by whoever asks
 * @param collections it is in, as far as whoever asks may know; the oldest first
 */
public record GalleryEntry(
    GalleryItem item,
    Image image,
    Generation generation,
    boolean liked,
    List<GalleryCollection> collections) {

  public GalleryEntry {
    collections = List.copyOf(collections);
  }

  /** What to call it: its title, else what was asked for, else what made it. */
  public String caption() {
    if (!item.title().isEmpty()) {
      return item.title();
    }
    return generation.prompt().isBlank() ? "Image by " + item.modelId() : generation.prompt();
  }
}
