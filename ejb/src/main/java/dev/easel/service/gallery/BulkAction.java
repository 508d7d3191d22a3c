package dev.easel.service.gallery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done with many items at once. */
public enum BulkAction {
  TRASH,
  RESTORE,
  DELETE,
  PUBLISH,
  UNPUBLISH,
  ADD_TAGS,
  REMOVE_TAGS,
  ADD_TO_COLLECTION,
  REMOVE_FROM_COLLECTION;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<BulkAction> parse(String text) {
    return Arrays.stream(values()).filter(action -> action.wire().equals(text)).findFirst();
  }

  /** Whether it is about tags. */
  public boolean needsTags() {
    return this == ADD_TAGS || this == REMOVE_TAGS;
  }

  /** Whether it is about a collection. */
  public boolean needsCollection() {
    return this == ADD_TO_COLLECTION || this == REMOVE_FROM_COLLECTION;
  }
}
