package dev.easel.domain.gallery;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a slice of a list ends: what its last item is sorted by, and the item. It holds when the
 * item moves or goes meanwhile, so that whoever scrolls need not begin again.
 *
 * @param value what {@link GallerySort#of} gives
 */
public record GalleryPlace(GallerySort sort, Object value, String id) {

  private static final Pattern FORM =
      Pattern.compile("([a-z_]{5,10}) (gallery_item_[0-9a-z_]{1,50}) (.{0,200})", Pattern.DOTALL);

  static GalleryPlace of(GallerySort sort, GalleryItem item) {
    return new GalleryPlace(sort, sort.of(item), item.id());
  }

  /** Its text, which {@link #parse} reads. */
  public String text() {
    return sort.wire() + " " + id + " " + value;
  }

  /** Empty if the text is none of a list sorted so. */
  public static Optional<GalleryPlace> parse(GallerySort sort, String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || !matcher.group(1).equals(sort.wire())) {
      return Optional.empty();
    }
    return sort.read(matcher.group(3))
        .map(value -> new GalleryPlace(sort, value, matcher.group(2)));
  }
}
