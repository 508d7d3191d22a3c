package dev.easel.service.gallery;

import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.gallery.GalleryRepository;
import dev.easel.domain.gallery.Meaning;
import dev.easel.domain.gallery.MeaningRepository;
import dev.easel.domain.gallery.MeaningRepository.Described;
import dev.easel.domain.gallery.MeaningRepository.Found;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.identity.Caller;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The transactions about meanings; in none of them one is computed. */
@Stateless
public class MeaningSteps {

  @Inject MeaningRepository meanings;
  @Inject GalleryRepository gallery;
  @Inject GalleryEntries entries;

  public List<Described> missing(int most) {
    return meanings.missing(most);
  }

  public void put(Map<Described, Meaning> made) {
    made.forEach(meanings::put);
  }

  public Optional<Meaning> of(String itemId) {
    return meanings.of(itemId);
  }

  /** All that are wanted; empty if there are more than that. */
  public Optional<List<Found>> few(GalleryFilter filter, int most) {
    return gallery.count(filter, most + 1) > most
        ? Optional.empty()
        : Optional.of(meanings.all(filter, most));
  }

  public List<Found> at(List<Long> places, GalleryFilter filter) {
    return meanings.at(places, filter);
  }

  /** In no order. */
  public List<GalleryEntry> entries(Caller caller, List<String> ids) {
    return entries.of(gallery.all(ids), Optional.of(caller));
  }

  /** What is said of an item without a meaning of its own yet. */
  static String text(GalleryItem item, Generation generation) {
    String tags = String.join("\n", item.tags());
    return new Described(item.id(), item.tenantId(), 0, item.title(), tags, generation.prompt())
        .text();
  }
}
