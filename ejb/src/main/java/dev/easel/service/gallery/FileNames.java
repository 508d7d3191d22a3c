package dev.easel.service.gallery;

import dev.easel.domain.gallery.Slug;

/**
 * What files are called that people take away: words of letters a to z, digits and hyphens, then
 * what tells the image from all others. Such a name leads nowhere and is there once.
 */
public final class FileNames {

  private static final int LONGEST_WORDS = 60;
  private static final String PREFIX = "img_";

  private FileNames() {}

  public static String of(GalleryEntry entry) {
    String words = Slug.of(entry.caption());
    String cut = words.substring(0, Math.min(words.length(), LONGEST_WORDS));
    String id = entry.image().id().substring(PREFIX.length());
    return cut + "-" + id + "." + entry.image().format().wire();
  }
}
