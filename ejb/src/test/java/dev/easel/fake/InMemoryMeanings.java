package dev.easel.fake;

import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.gallery.GalleryQuery;
import dev.easel.domain.gallery.Meaning;
import dev.easel.domain.gallery.MeaningRepository;
import dev.easel.domain.generation.Generation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Meanings without a database. What is said of an item tells whether it has the right one. */
public final class InMemoryMeanings implements MeaningRepository {

  private final InMemoryDatabase database;
  private final InMemoryGallery gallery;
  private final Map<String, Kept> kept = new HashMap<>();
  private long places;

  private record Kept(long place, Described of, Meaning meaning) {}

  public InMemoryMeanings(InMemoryDatabase database, InMemoryGallery gallery) {
    this.database = database;
    this.gallery = gallery;
  }

  @Override
  public List<Described> missing(int most) {
    return database
        .all(GalleryItem.class)
        .map(this::described)
        .filter(
            item -> !kept.containsKey(item.itemId()) || !kept.get(item.itemId()).of.equals(item))
        .limit(most)
        .toList();
  }

  private Described described(GalleryItem item) {
    String prompt =
        database.find(Generation.class, item.generationId()).map(Generation::prompt).orElse("");
    String tags = String.join("\n", item.tags());
    return new Described(item.id(), item.tenantId(), 0, item.title(), tags, prompt);
  }

  @Override
  public void put(Described item, Meaning meaning) {
    if (gallery.find(item.itemId()).map(this::described).filter(item::equals).isPresent()) {
      kept.put(item.itemId(), new Kept(++places, item, meaning));
    }
  }

  @Override
  public Optional<Meaning> of(String itemId) {
    return Optional.ofNullable(kept.get(itemId)).map(Kept::meaning);
  }

  @Override
  public List<Placed> after(String tenantId, long place, int most) {
    return kept.values().stream()
        .filter(one -> one.of.tenantId().equals(tenantId) && one.place > place)
        .map(one -> new Placed(one.place, one.meaning))
        .sorted((a, b) -> Long.compare(a.place(), b.place()))
        .limit(most)
        .toList();
  }

  @Override
  public List<Counted> largest(int most) {
    return kept.values().stream()
        .collect(Collectors.groupingBy(one -> one.of.tenantId(), Collectors.counting()))
        .entrySet()
        .stream()
        .map(tenant -> new Counted(tenant.getKey(), tenant.getValue()))
        .sorted(Comparator.comparing(Counted::meanings).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public List<Found> at(List<Long> wanted, GalleryFilter filter) {
    return all(filter, Integer.MAX_VALUE).stream()
        .filter(found -> wanted.contains(kept.get(found.itemId()).place))
        .toList();
  }

  @Override
  public List<Found> all(GalleryFilter filter, int most) {
    return gallery.list(GalleryQuery.newest(filter, 10_000)).items().stream()
        .filter(item -> kept.containsKey(item.id()))
        .map(item -> new Found(item.id(), item.generationId(), kept.get(item.id()).meaning))
        .limit(most)
        .toList();
  }
}
