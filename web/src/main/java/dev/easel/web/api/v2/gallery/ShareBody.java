package dev.easel.web.api.v2.gallery;

import dev.easel.service.gallery.ShareWish;
import dev.easel.web.api.JsonInput;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What a request says of a share. */
final class ShareBody {

  private static final Set<String> KNOWN =
      Set.of("item_id", "collection", "password", "expires_at", "allow_download", "show_metadata");
  private static final int LONGEST_PASSWORD = 200;

  private final JsonInput body;
  private final Instant now;

  ShareBody(JsonInput sent, Instant now) {
    this.body = JsonInput.required(sent);
    this.now = now;
    body.refuseStrangers(KNOWN);
  }

  /** The item that is shared; empty if it is a collection. */
  Optional<String> item() {
    Optional<String> item = Optional.ofNullable(body.text("item_id"));
    if (item.isPresent() == body.has("collection")) {
      body.violate("item_id", "or collection is required, and not both");
    }
    return item;
  }

  /** Id or slug of the collection that is shared. */
  String collection() {
    return body.text("collection");
  }

  /** What is shared stays what it is. */
  ShareWish change() {
    Set.of("item_id", "collection").stream()
        .filter(body::has)
        .forEach(name -> body.violate(name, "cannot be changed"));
    return wish();
  }

  /**
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_REQUEST} with all that is wrong
   */
  ShareWish wish() {
    ShareWish wish =
        new ShareWish(
            password(),
            expires(),
            Optional.ofNullable(body.flag("allow_download")),
            Optional.ofNullable(body.flag("show_metadata")));
    body.check();
    return wish;
  }

  private Optional<String> password() {
    return body.isNull("password")
        ? Optional.of("")
        : Optional.ofNullable(body.text("password", LONGEST_PASSWORD));
  }

  private Optional<Optional<Instant>> expires() {
    if (body.isNull("expires_at")) {
      return Optional.of(Optional.empty());
    }
    Instant end = body.time("expires_at");
    if (end != null && !end.isAfter(now)) {
      body.violate("expires_at", "must lie ahead");
    }
    return Optional.ofNullable(end).map(Optional::of);
  }
}
