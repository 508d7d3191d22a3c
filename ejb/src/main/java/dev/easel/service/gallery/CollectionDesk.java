package dev.easel.service.gallery;

import static java.util.stream.Collectors.toMap;

import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.audit.Action;
import dev.easel.domain.gallery.CollectionRepository;
import dev.easel.domain.gallery.GalleryCollection;
import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.gallery.GalleryRepository;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.audit.AuditTrail;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a tenant does with its collections, each named by its id or its slug. */
@Stateless
public class CollectionDesk {

  @Inject CollectionRepository collections;
  @Inject CollectionNames names;
  @Inject GalleryRepository gallery;
  @Inject ImageRepository images;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * @param wish has a name
   */
  public CollectionView create(Caller caller, CollectionWish wish) {
    GalleryCollection made = names.add(caller, wish.name().orElseThrow());
    write(caller, made, wish);
    return view(made);
  }

  /** Newest first. */
  public Page<CollectionView> list(Caller caller, Optional<String> after, int limit) {
    Page<GalleryCollection> page = collections.list(caller.tenantId(), after, limit);
    return new Page<>(views(page.items()), page.next());
  }

  public CollectionView get(Caller caller, String name) {
    return view(names.get(caller, name));
  }

  public CollectionView change(Caller caller, String name, CollectionWish wish) {
    GalleryCollection found = names.get(caller, name);
    write(caller, found, wish);
    return view(found);
  }

  /** Its items stay in the gallery. */
  public void remove(Caller caller, String name) {
    GalleryCollection found = names.get(caller, name);
    audit.note(caller, Action.COLLECTION_REMOVED, found.id(), found.name());
    collections.remove(found.id());
  }

  /**
   * Puts items in, in the trash or not.
   *
   * @throws FailureException {@code NOT_FOUND} if the caller has no such item; then none is put in
   */
  public CollectionView put(Caller caller, String name, List<String> itemIds) {
    GalleryCollection found = names.get(caller, name);
    requireOwn(caller, itemIds);
    collections.put(found.id(), itemIds, clock.instant());
    return view(found);
  }

  /** Takes items out; those that are not in it are out already. */
  public CollectionView take(Caller caller, String name, List<String> itemIds) {
    GalleryCollection found = names.get(caller, name);
    requireOwn(caller, itemIds);
    collections.take(found.id(), itemIds);
    return view(found);
  }

  private void requireOwn(Caller caller, List<String> itemIds) {
    List<String> own =
        gallery.all(itemIds).stream()
            .filter(item -> item.tenantId().equals(caller.tenantId()))
            .map(GalleryItem::id)
            .toList();
    itemIds.stream()
        .filter(id -> !own.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw FailureException.notFound("gallery item", id);
            });
  }

  private void write(Caller caller, GalleryCollection collection, CollectionWish wish) {
    collection.describe(
        wish.name().orElse(collection.name()), wish.description().orElse(collection.description()));
    wish.open().ifPresent(collection::publish);
    wish.cover()
        .ifPresent(
            id ->
                collection.cover(
                    Optional.of(id).filter(c -> !c.isEmpty()).map(c -> own(caller, c))));
  }

  private String own(Caller caller, String imageId) {
    return images
        .find(imageId)
        .filter(image -> image.tenantId().equals(caller.tenantId()))
        .map(Image::id)
        .orElseThrow(() -> FailureException.notFound("image", imageId));
  }

  private CollectionView view(GalleryCollection collection) {
    return views(List.of(collection)).get(0);
  }

  private List<CollectionView> views(List<GalleryCollection> list) {
    List<String> ids = list.stream().map(GalleryCollection::id).toList();
    Map<String, Long> counts = collections.counts(ids);
    Map<String, String> newest = collections.newestImages(ids);
    List<String> wanted = new ArrayList<>(newest.values());
    list.forEach(c -> c.coverImageId().ifPresent(wanted::add));
    Map<String, Image> covers =
        images.all(wanted.stream().distinct().toList()).stream()
            .collect(toMap(Image::id, Function.identity()));
    return list.stream()
        .map(
            c ->
                new CollectionView(
                    c,
                    counts.getOrDefault(c.id(), 0L),
                    c.coverImageId()
                        .flatMap(id -> Optional.ofNullable(covers.get(id)))
                        .or(() -> Optional.ofNullable(covers.get(newest.get(c.id()))))))
        .toList();
  }
}
