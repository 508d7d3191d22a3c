package dev.easel.domain.gallery;

import dev.easel.domain.shared.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collections and what is in them. */
public interface CollectionRepository {

  /**
   * @throws dev.easel.domain.shared.FailureException {@code CONFLICT} if the slug was just taken
   */
  void add(GalleryCollection collection);

  Optional<GalleryCollection> find(String id);

  Optional<GalleryCollection> ofSlug(String tenantId, String slug);

  /** Newest first. */
  Page<GalleryCollection> list(String tenantId, Optional<String> after, int limit);

  /** Puts items in; those in it stay in it. */
  void put(String collectionId, Collection<String> itemIds, Instant now);

  /** Takes items out. */
  void take(String collectionId, Collection<String> itemIds);

  /** How many items there are in each that are not in the trash; none for those without. */
  Map<String, Long> counts(Collection<String> collectionIds);

  /** The images of the newest items of each that has some. */
  Map<String, String> newestImages(Collection<String> collectionIds);

  /** The collections each item is in, oldest first; nothing for those in none. */
  Map<String, List<GalleryCollection>> ofItems(Collection<String> itemIds);

  /** Removes it; its items stay in the gallery. */
  void remove(String id);
}
