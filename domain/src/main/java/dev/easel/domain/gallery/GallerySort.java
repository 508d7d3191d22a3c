package dev.easel.domain.gallery;

import java.time.DateTimeException;
import java.time.Instant;
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

  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

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
            case CREATED_AT -> stored(Instant.parse(text));
            case LIKES, VIEWS, DOWNLOADS -> Long.parseLong(text);
            case TITLE -> text;
          });
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Databases keep no times of other eras. */
  private static Instant stored(Instant time) {
    if (time.isBefore(Instant.EPOCH) || !time.isBefore(END)) {
      throw new DateTimeException("No time of an image");
    }
    return time;
  }
}
