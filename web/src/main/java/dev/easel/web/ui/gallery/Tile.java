package dev.easel.web.ui.gallery;

import dev.easel.service.gallery.GalleryEntry;

/**
 * An item as pages show it.
 *
 * @param address of the whole image, without credentials for a while
 * @param thumbnail the same for the small one
 */
public record Tile(GalleryEntry entry, String address, String thumbnail) {

  public String id() {
    return entry.item().id();
  }

  public String caption() {
    return entry.caption();
  }
}
