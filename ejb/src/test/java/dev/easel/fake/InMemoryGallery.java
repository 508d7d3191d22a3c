package dev.easel.fake;

import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.gallery.GalleryPlace;
import dev.easel.domain.gallery.GalleryQuery;
import dev.easel.domain.gallery.GalleryRepository;
import dev.easel.domain.gallery.GallerySort;
import dev.easel.domain.gallery.Terms;
import dev.easel.domain.gallery.VisitKind;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The gallery without a database. Rows go by transactions, all else at once. */
public final class InMemoryGallery implements GalleryRepository {

  final Map<String, Set<String>> terms = new HashMap<>();
  private final Set<String> likes = new HashSet<>();
  private final Map<String, LocalDate> visits = new HashMap<>();
  private final InMemoryDatabase database;
  private final InMemoryCollections collections;

  public InMemoryGallery(InMemoryDatabase database, InMemoryCollections collections) {
    this.database = database;
    this.collections = collections;
  }

  @Override
  public void add(GalleryItem item) {
    if (find(item.id()).isPresent()) {
      throw FailureException.of(FailureCode.CONFLICT, "taken");
    }
    database.add(item);
  }

  @Override
  public Optional<GalleryItem> find(String id) {
    return database.find(GalleryItem.class, id);
  }

  @Override
  public List<GalleryItem> all(Collection<String> ids) {
    return ids.stream().distinct().flatMap(id -> find(id).stream()).toList();
  }

  @Override
  public void index(GalleryItem item, Set<String> found) {
    terms.put(item.id(), Set.copyOf(found));
    item.wasIndexed();
  }

  @Override
  public Page<GalleryItem> list(GalleryQuery query) {
    Comparator<GalleryItem> rising =
        Comparator.<GalleryItem, String>comparing(item -> key(query.sort(), query.sort().of(item)))
            .thenComparing(GalleryItem::id);
    Comparator<GalleryItem> order = query.descending() ? rising.reversed() : rising;
    List<GalleryItem> rows =
        database
            .all(GalleryItem.class)
            .filter(item -> matches(item, query.filter()))
            .filter(item -> query.after().filter(place -> !isAfter(item, place, query)).isEmpty())
            .sorted(order)
            .skip(query.offset())
            .limit(query.limit() + 1L)
            .toList();
    return Page.of(rows, query.limit(), query::placeOf);
  }

  private static boolean isAfter(GalleryItem item, GalleryPlace place, GalleryQuery query) {
    int compared =
        key(query.sort(), query.sort().of(item)).compareTo(key(query.sort(), place.value()));
    int both = compared == 0 ? item.id().compareTo(place.id()) : compared;
    return query.descending() ? both < 0 : both > 0;
  }

  /** Sorts as text as its value does. */
  private static String key(GallerySort sort, Object value) {
    return switch (sort) {
      case CREATED_AT -> String.format("%020d", ((Instant) value).toEpochMilli());
      case LIKES, VIEWS, DOWNLOADS -> String.format("%020d", (Long) value);
      case TITLE -> (String) value;
    };
  }

  private boolean matches(GalleryItem item, GalleryFilter filter) {
    Set<String> has = terms.getOrDefault(item.id(), Set.of());
    Stream<String> tags = filter.tags().stream();
    boolean tagged =
        filter.tags().isEmpty()
            || (filter.anyTag()
                ? tags.anyMatch(item.tags()::contains)
                : tags.allMatch(item.tags()::contains));
    return tagged
        && filter.tenant().map(item.tenantId()::equals).orElse(item.isPublic())
        && item.isTrashed() == filter.trashed()
        && filter.words().stream()
            .allMatch(word -> has.stream().anyMatch(t -> t.startsWith(Terms.word(word))))
        && filter.model().map(item.modelId()::equals).orElse(true)
        && filter.from().map(from -> !item.createdAt().isBefore(from)).orElse(true)
        && filter.until().map(until -> item.createdAt().isBefore(until)).orElse(true)
        && filter.collection().map(id -> collections.has(id, item.id())).orElse(true)
        && filter.open().map(open -> open == item.isMeantToBePublic()).orElse(true)
        && filter.featured().map(featured -> featured == item.isFeatured()).orElse(true)
        && filter.likedBy().map(user -> likes.contains(item.id() + " " + user)).orElse(true);
  }

  @Override
  public long count(GalleryFilter filter, int cap) {
    return database.all(GalleryItem.class).filter(item -> matches(item, filter)).limit(cap).count();
  }

  @Override
  public List<MonthCount> months(String tenantId) {
    return shown(tenantId)
        .collect(Collectors.groupingBy(GalleryItem::month, Collectors.counting()))
        .entrySet()
        .stream()
        .map(month -> new MonthCount(month.getKey(), month.getValue()))
        .sorted(Comparator.comparing(MonthCount::month).reversed())
        .toList();
  }

  @Override
  public List<TagCount> tags(String tenantId, int most) {
    return shown(tenantId)
        .flatMap(item -> item.tags().stream())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .map(tag -> new TagCount(tag.getKey(), tag.getValue()))
        .sorted(Comparator.comparing(TagCount::items).reversed().thenComparing(TagCount::tag))
        .limit(most)
        .toList();
  }

  private Stream<GalleryItem> shown(String tenantId) {
    return database
        .all(GalleryItem.class)
        .filter(item -> item.tenantId().equals(tenantId) && !item.isTrashed());
  }

  @Override
  public boolean like(String itemId, String userId, Instant now) {
    boolean added = likes.add(itemId + " " + userId);
    count(itemId, "likes", added ? 1 : 0);
    return added;
  }

  @Override
  public boolean unlike(String itemId, String userId) {
    boolean gone = likes.remove(itemId + " " + userId);
    count(itemId, "likes", gone ? -1 : 0);
    return gone;
  }

  @Override
  public Set<String> likedBy(String userId, Collection<String> itemIds) {
    return itemIds.stream()
        .filter(id -> likes.contains(id + " " + userId))
        .collect(Collectors.toSet());
  }

  @Override
  public boolean visit(String itemId, VisitKind kind, String viewer, LocalDate day) {
    boolean isNew = visits.putIfAbsent(itemId + kind + viewer + day, day) == null;
    count(itemId, kind == VisitKind.VIEW ? "views" : "downloads", isNew ? 1 : 0);
    return isNew;
  }

  private void count(String itemId, String field, int more) {
    database.inTransaction(
        () ->
            find(itemId)
                .ifPresent(item -> Stored.set(item, field, (Long) Stored.get(item, field) + more)));
  }

  @Override
  public int forgetVisits(LocalDate before) {
    int all = visits.size();
    visits.values().removeIf(day -> day.isBefore(before));
    return all - visits.size();
  }

  @Override
  public List<String> trashedBefore(Instant then, int most) {
    return database
        .all(GalleryItem.class)
        .filter(item -> item.deletedAt().filter(then::isAfter).isPresent())
        .map(GalleryItem::id)
        .limit(most)
        .toList();
  }

  @Override
  public List<String> notIndexed(int most) {
    return database
        .all(GalleryItem.class)
        .filter(item -> !item.isIndexed())
        .map(GalleryItem::id)
        .limit(most)
        .toList();
  }

  @Override
  public void remove(String id) {
    find(id).ifPresent(database::remove);
    likes.removeIf(like -> like.startsWith(id + " "));
    terms.remove(id);
    collections.forget(id);
  }
}
