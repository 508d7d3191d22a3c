package dev.easel.domain.gallery;

import java.util.Optional;

/**
 * A slice of a list of items.
 *
 * @param descending the greatest first
 * @param after where the slice before ended
 * @param offset items to skip, for clients that count pages
 */
public record GalleryQuery(
    GalleryFilter filter,
    GallerySort sort,
    boolean descending,
    Optional<GalleryPlace> after,
    int offset,
    int limit) {

  /** The first and newest. */
  public static GalleryQuery newest(GalleryFilter filter, int limit) {
    return new GalleryQuery(filter, GallerySort.CREATED_AT, true, Optional.empty(), 0, limit);
  }

  /** Where a slice ends whose last item is this one. */
  public String placeOf(GalleryItem last) {
    return GalleryPlace.of(sort, last).text();
  }
}
