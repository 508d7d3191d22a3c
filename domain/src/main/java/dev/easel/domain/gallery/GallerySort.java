package dev.easel.domain.gallery;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** What a list of items is sorted by. */
public enum GallerySort {
  CREATED_AT("created_at", GalleryItem::createdAt),
  LIKES("likes", GalleryItem::likes),
  VIEWS("views", GalleryItem::views),
  DOWNLOADS("downloads", GalleryItem::downloads),
  TITLE("title", GalleryItem::sortTitle);

  private final String wire;
  private final Function<GalleryItem, Object> value;

  GallerySort(String wire, Function<GalleryItem, Object> value) {
    this.wire = wire;
    this.value = value;
  }

  public String wire() {
    return wire;
  }

  public static Optional<GallerySort> parse(String text) {
    return Arrays.stream(values()).filter(sort -> sort.wire.equals(text)).findFirst();
  }

  /** What of an item it is sorted by: an instant, a number or a text. */
  public Object of(GalleryItem item) {
    return value.apply(item);
  }

  /** Reads what {@link #of} gave, from its text. */
  Optional<Object> read(String text) {
    try {
      return Optional.of(
          switch (this) {
            case CREATED_AT -> Instant.parse(text);
            case LIKES, VIEWS, DOWNLOADS -> Long.parseLong(text);
            case TITLE -> text;
          });
    } catch (DateTimeParseException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
