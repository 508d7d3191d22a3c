package dev.easel.web.api.v2;

import dev.easel.domain.catalog.Size;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.identity.PreferenceWish;
import dev.easel.web.api.JsonInput;
import java.util.Optional;
import java.util.Set;

/** What a request says of its user. */
final class ProfileBody {

  private static final int LONGEST_NAME = 80;
  private static final Set<String> PREFERENCES =
      Set.of("default_model", "default_size", "nsfw_filter", "auto_save_gallery");

  private final JsonInput body;
  private final JsonInput preferences;
  private final CatalogService catalog;

  ProfileBody(JsonInput sent, CatalogService catalog) {
    this.body = JsonInput.required(sent);
    this.preferences = body.object("preferences");
    this.catalog = catalog;
  }

  /**
   * @throws FailureException {@code INVALID_REQUEST} with all that is wrong
   */
  PreferenceWish wish() {
    body.refuseStrangers(Set.of("username", "preferences"));
    preferences.refuseStrangers(PREFERENCES);
    PreferenceWish wish =
        new PreferenceWish(
            username(),
            model(),
            size(),
            Optional.ofNullable(preferences.flag("nsfw_filter")),
            Optional.ofNullable(preferences.flag("auto_save_gallery")));
    body.check();
    return wish;
  }

  private Optional<String> username() {
    Optional<String> name =
        Optional.ofNullable(body.text("username", LONGEST_NAME)).map(String::strip);
    if (name.map(String::isEmpty).orElse(body.isNull("username"))) {
      body.violate("username", "must not be empty");
    }
    return name;
  }

  /** By its own id, whatever alias was given; null for the operator's default. */
  private Optional<String> model() {
    if (preferences.isNull("default_model")) {
      return Optional.of("");
    }
    Optional<String> given = Optional.ofNullable(preferences.text("default_model"));
    Optional<String> known =
        given.flatMap(name -> catalog.current().find(name)).map(entry -> entry.model().id());
    if (given.isPresent() && known.isEmpty()) {
      preferences.violate("default_model", "is no model of this server");
    }
    return known;
  }

  private Optional<String> size() {
    Optional<String> given = Optional.ofNullable(preferences.text("default_size"));
    Optional<Size> size = given.flatMap(Size::parse);
    if (given.isPresent() && size.isEmpty()) {
      preferences.violate("default_size", "must be a size such as 1024x1024");
    }
    return size.map(Size::toString);
  }
}
