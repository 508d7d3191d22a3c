package dev.easel.service.gallery;

import dev.easel.domain.gallery.GalleryPlace;
import dev.easel.domain.gallery.GallerySort;
import dev.easel.domain.shared.Page;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** All entries of a list by age, read a page at a time. */
public final class Paging implements Iterator<GalleryEntry> {

  private final Function<Optional<GalleryPlace>, Page<GalleryEntry>> list;
  private Iterator<GalleryEntry> page;
  private Optional<String> next;

  /**
   * @param list reads the page after a place, by time of making
   */
  public Paging(Function<Optional<GalleryPlace>, Page<GalleryEntry>> list) {
    this.list = list;
    turn(Optional.empty());
  }

  @Override
  public boolean hasNext() {
    while (!page.hasNext() && next.isPresent()) {
      turn(GalleryPlace.parse(GallerySort.CREATED_AT, next.get()));
    }
    return page.hasNext();
  }

  @Override
  public GalleryEntry next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.next();
  }

  private void turn(Optional<GalleryPlace> after) {
    Page<GalleryEntry> read = list.apply(after);
    page = read.items().iterator();
    next = read.next();
  }
}
