package dev.easel.service.gallery;

import dev.easel.domain.gallery.GalleryCollection;
import java.util.List;

/**
 * An item as it was left.
 *
 * @param made collections that were made for it
 */
public record SavedItem(GalleryEntry entry, List<GalleryCollection> made) {

  public SavedItem {
    made = List.copyOf(made);
  }
}
