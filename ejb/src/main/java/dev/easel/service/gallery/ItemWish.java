package dev.easel.service.gallery;

import java.util.List;
import java.util.Optional;

/**
 * What is to be said of an item; absent parts stay as they are.
 *
 * @param collections ids or slugs; a slug there is none of makes a collection
 */
public record ItemWish(
    Optional<String> title,
    Optional<String> description,
    Optional<List<String>> tags,
    Optional<Boolean> open,
    Optional<List<String>> collections) {

  /** Nothing but to be there. */
  public static ItemWish nothing() {
    return new ItemWish(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
