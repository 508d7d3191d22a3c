package dev.easel.service.gallery;

import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.audit.Action;
import dev.easel.domain.gallery.CollectionRepository;
import dev.easel.domain.gallery.GalleryCollection;
import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.gallery.GalleryQuery;
import dev.easel.domain.gallery.GalleryRepository;
import dev.easel.domain.gallery.GalleryRepository.MonthCount;
import dev.easel.domain.gallery.GalleryRepository.TagCount;
import dev.easel.domain.gallery.Tags;
import dev.easel.domain.gallery.Terms;
import dev.easel.domain.gallery.VisitKind;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationRepository;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.audit.AuditTrail;
import dev.easel.service.gallery.CollectionNames.Named;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a tenant does with its gallery. Items of others are not there, public or not. */
@Stateless
public class GalleryDesk {

  /** How far items are counted one by one. */
  public static final int COUNTED = 10_000;

  @Inject GalleryRepository gallery;
  @Inject CollectionRepository collections;
  @Inject CollectionNames names;
  @Inject GalleryEntries entries;
  @Inject GalleryFiling filing;
  @Inject ImageRepository images;
  @Inject GenerationRepository generations;
  @Inject PublicGallery publicly;
  @Inject GalleryCounts counts;
  @Inject Visits visits;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * @param query of the caller's own tenant
   */
  public Page<GalleryEntry> list(Caller caller, GalleryQuery query) {
    requireOwn(caller, query.filter());
    Page<GalleryItem> page = gallery.list(query);
    return new Page<>(entries.of(page.items(), Optional.of(caller)), page.next());
  }

  /** How many there are, counted up to {@link #COUNTED}. */
  public long count(Caller caller, GalleryFilter filter) {
    requireOwn(caller, filter);
    return gallery.count(filter, COUNTED);
  }

  /** The latest month first; of large galleries as it was within the last minute. */
  public List<MonthCount> months(Caller caller) {
    return counts.months(caller.tenantId());
  }

  /** The most used first; of large galleries as it was within the last minute. */
  public List<TagCount> tags(Caller caller) {
    return counts.tags(caller.tenantId());
  }

  /** In the trash or not. */
  public GalleryEntry get(Caller caller, String id) {
    return entry(caller, own(caller, id));
  }

  /** As {@link #get}, by somebody who looks at it. */
  public GalleryEntry view(Caller caller, String id) {
    visits.count(own(caller, id), VisitKind.VIEW, caller.userId());
    return get(caller, id);
  }

  /** As {@link #get}, by somebody who takes its file. */
  public GalleryEntry download(Caller caller, String id) {
    visits.count(own(caller, id), VisitKind.DOWNLOAD, caller.userId());
    return get(caller, id);
  }

  /** Counts as a download what is taken in an archive; one that went meanwhile does not count. */
  public void taken(Caller caller, String id) {
    gallery
        .find(id)
        .filter(item -> item.tenantId().equals(caller.tenantId()))
        .ifPresent(item -> visits.count(item, VisitKind.DOWNLOAD, caller.userId()));
  }

  /**
   * Files an image, and says of it what is wished. One that is filed already stays where it is, or
   * comes back from the trash.
   *
   * @throws FailureException {@code NOT_FOUND} if the caller has no such image, {@code CONFLICT} if
   *     somebody else is filing it at this moment
   */
  public SavedItem save(Caller caller, String imageId, ItemWish wish) {
    Image image =
        images
            .find(imageId)
            .filter(found -> found.tenantId().equals(caller.tenantId()))
            .orElseThrow(() -> FailureException.notFound("image", imageId));
    Generation generation = generations.find(image.generationId()).orElseThrow();
    GalleryItem item =
        gallery
            .find(GalleryItem.idOf(imageId))
            .orElseGet(() -> filing.file(image, generation, caller.userId()));
    item.restore();
    return write(caller, item, generation, wish, false);
  }

  /** Says of an item what is wished; of collections, that it is in these and in no others. */
  public SavedItem change(Caller caller, String id, ItemWish wish) {
    GalleryItem item = own(caller, id);
    Generation generation = generations.find(item.generationId()).orElseThrow();
    return write(caller, item, generation, wish, true);
  }

  /** Puts it into the trash; there it can be brought back for a while. */
  public void trash(Caller caller, String id) {
    GalleryItem item = own(caller, id);
    if (!item.isTrashed()) {
      audit.note(caller, Action.ITEM_DELETED, id, item.title());
    }
    item.trash(clock.instant());
  }

  public GalleryEntry restore(Caller caller, String id) {
    GalleryItem item = own(caller, id);
    if (item.isTrashed()) {
      audit.note(caller, Action.ITEM_RESTORED, id, item.title());
    }
    item.restore();
    return entry(caller, item);
  }

  /** Likes what the caller's tenant has, or what everybody sees. To like it twice is fine. */
  public GalleryEntry like(Caller caller, String id) {
    GalleryItem item = likeable(caller, id);
    gallery.like(item.id(), caller.userId(), clock.instant());
    return entry(caller, likeable(caller, id));
  }

  public GalleryEntry unlike(Caller caller, String id) {
    GalleryItem item = likeable(caller, id);
    gallery.unlike(item.id(), caller.userId());
    return entry(caller, likeable(caller, id));
  }

  private GalleryItem likeable(Caller caller, String id) {
    return gallery
        .find(id)
        .filter(
            item ->
                item.tenantId().equals(caller.tenantId()) || (item.isPublic() && publicly.isOpen()))
        .orElseThrow(() -> FailureException.notFound("gallery item", id));
  }

  private SavedItem write(
      Caller caller, GalleryItem item, Generation generation, ItemWish wish, boolean nowhereElse) {
    String prompt = generation.prompt();
    item.describe(
        wish.title().orElse(item.title()), wish.description().orElse(item.description()), prompt);
    wish.tags().ifPresent(tags -> item.tag(Tags.of("tags", tags)));
    wish.open().ifPresent(open -> publish(caller, item, open));
    if (wish.title().isPresent() || wish.description().isPresent() || wish.tags().isPresent()) {
      gallery.index(item, Terms.of(item, prompt));
    }
    Named named = names.orMade(caller, wish.collections().orElse(List.of()));
    if (nowhereElse && wish.collections().isPresent()) {
      takeOut(item, named.all());
    }
    named.all().forEach(c -> collections.put(c.id(), List.of(item.id()), clock.instant()));
    return new SavedItem(entry(caller, item), named.made());
  }

  private void publish(Caller caller, GalleryItem item, boolean open) {
    if (open != item.isMeantToBePublic()) {
      Action action = open ? Action.ITEM_SHOWN : Action.ITEM_HIDDEN;
      audit.note(caller, action, item.id(), item.title());
    }
    item.publish(open);
  }

  private void takeOut(GalleryItem item, List<GalleryCollection> kept) {
    Map<String, List<GalleryCollection>> in = collections.ofItems(List.of(item.id()));
    in.getOrDefault(item.id(), List.of()).stream()
        .filter(c -> kept.stream().noneMatch(other -> other.id().equals(c.id())))
        .forEach(c -> collections.take(c.id(), List.of(item.id())));
  }

  private GalleryItem own(Caller caller, String id) {
    return gallery
        .find(id)
        .filter(item -> item.tenantId().equals(caller.tenantId()))
        .orElseThrow(() -> FailureException.notFound("gallery item", id));
  }

  private GalleryEntry entry(Caller caller, GalleryItem item) {
    return entries.of(List.of(item), Optional.of(caller)).stream()
        .findFirst()
        .orElseThrow(() -> FailureException.notFound("gallery item", item.id()));
  }

  static void requireOwn(Caller caller, GalleryFilter filter) {
    if (!filter.tenant().equals(Optional.of(caller.tenantId()))) {
      throw new IllegalArgumentException("Not the caller's gallery");
    }
  }
}
