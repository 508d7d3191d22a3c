package dev.easel.web.api.v2.gallery;

import dev.easel.domain.gallery.GalleryCollection;
import dev.easel.service.gallery.CollectionWish;
import dev.easel.web.api.JsonInput;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a request says of a collection. */
final class CollectionBody {

  private static final Set<String> KNOWN =
      Set.of("name", "description", "is_public", "cover_image_id");
  private static final int MOST_ITEMS = 500;

  private CollectionBody() {}

  /**
   * @param isNew whether it has to have a name
   */
  static CollectionWish wish(JsonInput sent, boolean isNew) {
    JsonInput body = JsonInput.required(sent);
    body.refuseStrangers(KNOWN);
    Optional<String> name =
        Optional.ofNullable(body.text("name", GalleryCollection.LONGEST_NAME)).map(String::strip);
    if (name.map(String::isEmpty).orElse(isNew || body.isNull("name"))) {
      body.violate("name", "is required");
    }
    CollectionWish wish =
        new CollectionWish(
            name,
            text(body, "description", GalleryCollection.LONGEST_DESCRIPTION),
            Optional.ofNullable(body.flag("is_public")),
            text(body, "cover_image_id", 60));
    body.check();
    return wish;
  }

  /** The items of a request that puts them in. */
  static List<String> items(JsonInput sent) {
    JsonInput body = JsonInput.required(sent);
    body.refuseStrangers(Set.of("item_ids"));
    List<String> ids = body.texts("item_ids");
    if (ids.isEmpty() || ids.size() > MOST_ITEMS) {
      body.violate("item_ids", "must be 1 to " + MOST_ITEMS + " ids of items");
    }
    body.check();
    return ids.stream().distinct().toList();
  }

  private static Optional<String> text(JsonInput body, String name, int longest) {
    return body.isNull(name)
        ? Optional.of("")
        : Optional.ofNullable(body.text(name, longest)).map(String::strip);
  }
}
