package dev.easel.web.api.v2.gallery;

import dev.easel.domain.gallery.GalleryItem;
import dev.easel.service.gallery.ItemWish;
import dev.easel.web.api.JsonInput;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a request says of an item. Null takes a text or all tags away, as an empty one does. */
final class ItemBody {

  private static final Set<String> KNOWN =
      Set.of("image_id", "title", "description", "tags", "is_public", "collections");

  private final JsonInput body;

  ItemBody(JsonInput sent) {
    body = JsonInput.required(sent);
    body.refuseStrangers(KNOWN);
  }

  /** The image that is to be filed. */
  String imageId() {
    String id = body.text("image_id");
    if (id == null || id.isBlank()) {
      body.violate("image_id", "is required");
    }
    return id;
  }

  /**
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_REQUEST} with all that is wrong
   */
  ItemWish wish() {
    ItemWish wish =
        new ItemWish(
            text("title", GalleryItem.LONGEST_TITLE),
            text("description", GalleryItem.LONGEST_DESCRIPTION),
            texts("tags"),
            Optional.ofNullable(body.flag("is_public")),
            texts("collections"));
    body.check();
    return wish;
  }

  private Optional<String> text(String name, int longest) {
    return body.isNull(name)
        ? Optional.of("")
        : Optional.ofNullable(body.text(name, longest)).map(String::strip);
  }

  private Optional<List<String>> texts(String name) {
    if (body.isNull(name)) {
      return Optional.of(List.of());
    }
    return body.has(name) ? Optional.of(body.texts(name)) : Optional.empty();
  }
}
