package dev.easel.service.gallery;

import static java.util.stream.Collectors.toMap;

import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.gallery.CollectionRepository;
import dev.easel.domain.gallery.GalleryCollection;
import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.gallery.GalleryRepository;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationRepository;
import dev.easel.domain.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Brings items and what they show together: one look-up of each kind for all of them. */
@ApplicationScoped
class GalleryEntries {

  @Inject GalleryRepository gallery;
  @Inject CollectionRepository collections;
  @Inject ImageRepository images;
  @Inject GenerationRepository generations;

  /**
   * In the same order. An item whose image is gone is left out; its own removal is under way.
   *
   * @param viewer who asks, if that is known; only the own tenant's collections are told
   */
  List<GalleryEntry> of(List<GalleryItem> items, Optional<Caller> viewer) {
    List<String> ids = items.stream().map(GalleryItem::id).toList();
    Map<String, Image> byImage =
        images.all(items.stream().map(GalleryItem::imageId).toList()).stream()
            .collect(toMap(Image::id, Function.identity()));
    Map<String, Generation> byGeneration =
        generations.all(items.stream().map(GalleryItem::generationId).distinct().toList()).stream()
            .collect(toMap(Generation::id, Function.identity()));
    Set<String> liked = viewer.map(who -> gallery.likedBy(who.userId(), ids)).orElse(Set.of());
    Map<String, List<GalleryCollection>> in =
        viewer.isPresent() ? collections.ofItems(ids) : Map.of();
    return items.stream()
        .filter(item -> byImage.containsKey(item.imageId()))
        .filter(item -> byGeneration.containsKey(item.generationId()))
        .map(
            item ->
                new GalleryEntry(
                    item,
                    byImage.get(item.imageId()),
                    byGeneration.get(item.generationId()),
                    liked.contains(item.id()),
                    own(item, viewer) ? in.getOrDefault(item.id(), List.of()) : List.of()))
        .toList();
  }

  private static boolean own(GalleryItem item, Optional<Caller> viewer) {
    return viewer.filter(who -> who.tenantId().equals(item.tenantId())).isPresent();
  }
}
