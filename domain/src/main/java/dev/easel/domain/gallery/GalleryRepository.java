package dev.easel.domain.gallery;

import dev.easel.domain.shared.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Items, what they are found by, and who liked and saw them. */
public interface GalleryRepository {

  /**
   * @throws dev.easel.domain.shared.FailureException {@code CONFLICT} if the image has an item
   */
  void add(GalleryItem item);

  /** In the trash or not. */
  Optional<GalleryItem> find(String id);

  /** In the trash or not, in no order. */
  List<GalleryItem> all(Collection<String> ids);

  /** What it is found by from now on, instead of what it was. */
  void index(GalleryItem item, Set<String> terms);

  /** Its {@code next} is the text of a {@link GalleryPlace}. */
  Page<GalleryItem> list(GalleryQuery query);

  /** How many there are, counted up to {@code cap}. */
  long count(GalleryFilter filter, int cap);

  /** How many were made in each month, the latest first; those in the trash are not counted. */
  List<MonthCount> months(String tenantId);

  /** The tags of most items first; those in the trash are not counted. */
  List<TagCount> tags(String tenantId, int most);

  /** Whether the user did not like it before. */
  boolean like(String itemId, String userId, Instant now);

  /** Whether the user did like it before. */
  boolean unlike(String itemId, String userId);

  /** Those among the items that the user likes. */
  Set<String> likedBy(String userId, Collection<String> itemIds);

  /**
   * Counts a visit, once for each viewer and day.
   *
   * @param viewer who cannot be told from it
   */
  boolean visit(String itemId, VisitKind kind, String viewer, LocalDate day);

  /** Forgets who came before that day; what was counted stays counted. */
  int forgetVisits(LocalDate before);

  /** Ids of those put into the trash before that. */
  List<String> trashedBefore(Instant then, int most);

  /** Ids of those whose words cannot be searched for yet. */
  List<String> notIndexed(int most);

  /** Removes an item and all that belongs to it. */
  void remove(String id);

  /**
   * @param month year times 100 and month
   */
  record MonthCount(int month, long items) {}

  /** How many items have a tag. */
  record TagCount(String tag, long items) {}
}
