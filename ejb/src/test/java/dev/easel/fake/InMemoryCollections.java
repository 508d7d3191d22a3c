package dev.easel.fake;

import dev.easel.domain.gallery.CollectionRepository;
import dev.easel.domain.gallery.GalleryCollection;
import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Collections without a database. */
public final class InMemoryCollections implements CollectionRepository {

  private static final Comparator<GalleryCollection> NEWEST_FIRST =
      Comparator.comparing(GalleryCollection::createdAt)
          .thenComparing(GalleryCollection::id)
          .reversed();

  private final Map<String, Set<String>> members = new LinkedHashMap<>();
  private final InMemoryDatabase database;

  public InMemoryCollections(InMemoryDatabase database) {
    this.database = database;
  }

  boolean has(String collectionId, String itemId) {
    return members.getOrDefault(collectionId, Set.of()).contains(itemId);
  }

  void forget(String itemId) {
    members.values().forEach(items -> items.remove(itemId));
  }

  @Override
  public void add(GalleryCollection collection) {
    if (ofSlug(collection.tenantId(), collection.slug()).isPresent()) {
      throw FailureException.of(FailureCode.CONFLICT, "taken");
    }
    database.add(collection);
  }

  @Override
  public Optional<GalleryCollection> find(String id) {
    return database.find(GalleryCollection.class, id);
  }

  @Override
  public Optional<GalleryCollection> ofSlug(String tenantId, String slug) {
    return of(tenantId).filter(collection -> collection.slug().equals(slug)).findFirst();
  }

  @Override
  public Page<GalleryCollection> list(String tenantId, Optional<String> after, int limit) {
    Optional<GalleryCollection> last =
        Lists.cursor(after, this::find, found -> found.tenantId().equals(tenantId));
    return Lists.page(of(tenantId).toList(), NEWEST_FIRST, last, limit, GalleryCollection::id);
  }

  @Override
  public void put(String collectionId, Collection<String> itemIds, Instant now) {
    members.computeIfAbsent(collectionId, id -> new LinkedHashSet<>()).addAll(itemIds);
  }

  @Override
  public void take(String collectionId, Collection<String> itemIds) {
    members.getOrDefault(collectionId, new LinkedHashSet<>()).removeAll(itemIds);
  }

  @Override
  public Map<String, Long> counts(Collection<String> collectionIds) {
    Map<String, Long> counts = new HashMap<>();
    collectionIds.forEach(id -> counts.put(id, (long) shown(id).size()));
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  @Override
  public Map<String, String> newestImages(Collection<String> collectionIds) {
    Map<String, String> images = new HashMap<>();
    collectionIds.forEach(id -> shown(id).forEach(item -> images.put(id, item.imageId())));
    return images;
  }

  @Override
  public Map<String, List<GalleryCollection>> ofItems(Collection<String> itemIds) {
    Map<String, List<GalleryCollection>> byItem = new HashMap<>();
    for (String item : itemIds) {
      List<GalleryCollection> in =
          members.keySet().stream()
              .filter(id -> has(id, item))
              .flatMap(id -> find(id).stream())
              .sorted(NEWEST_FIRST.reversed())
              .toList();
      if (!in.isEmpty()) {
        byItem.put(item, new ArrayList<>(in));
      }
    }
    return byItem;
  }

  @Override
  public void remove(String id) {
    members.remove(id);
    find(id).ifPresent(database::remove);
  }

  private List<GalleryItem> shown(String collectionId) {
    return members.getOrDefault(collectionId, Set.of()).stream()
        .flatMap(item -> database.find(GalleryItem.class, item).stream())
        .filter(item -> !item.isTrashed())
        .toList();
  }

  private Stream<GalleryCollection> of(String tenantId) {
    return database
        .all(GalleryCollection.class)
        .filter(collection -> collection.tenantId().equals(tenantId));
  }
}
