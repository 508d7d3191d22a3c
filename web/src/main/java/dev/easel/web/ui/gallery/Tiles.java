package dev.easel.web.ui.gallery;

import dev.easel.service.gallery.GalleryEntry;
import dev.easel.web.api.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Makes tiles of items. */
@ApplicationScoped
public class Tiles {

  @Inject Links links;

  public Tile of(GalleryEntry entry, HttpServletRequest request) {
    String base = request.getContextPath();
    return new Tile(entry, links.image(base, entry.image()), links.thumbnail(base, entry.image()));
  }

  public List<Tile> of(List<GalleryEntry> entries, HttpServletRequest request) {
    return entries.stream().map(entry -> of(entry, request)).toList();
  }
}
