package dev.easel.service.gallery;

import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.Meaning;
import dev.easel.domain.gallery.MeaningRepository.Found;
import dev.easel.domain.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds what was meant. Of a filter that leaves few items all are compared; of one that leaves many
 * those that {@link MeaningIndex} takes for near, so that some that are hardly near may be missing.
 */
@ApplicationScoped
public class MeaningSearch {

  /** The nearest that a search finds at most. */
  public static final int MOST = 200;

  private static final int FEW = 2000;
  private static final int LOOKED_AT = 1000;

  /** What has nothing to do with each other is nearer than .2 seldom. */
  private static final int NEAR_A_QUERY = 2500;

  private static final int NEAR_AN_ITEM = 3500;

  @Inject Meanings meanings;
  @Inject MeaningIndex index;
  @Inject MeaningReading reading;
  @Inject MeaningSteps steps;
  @Inject GalleryDesk desk;

  /** An item and how near it is, of {@link Meaning#SAME}. */
  public record Near(GalleryEntry entry, int nearness) {}

  /**
   * A part of what was found, the nearest first.
   *
   * @param next skips to the part after it
   * @param all whether all items were looked at; soon after a start some are still being read
   */
  public record Result(List<Near> items, int total, Optional<Integer> next, boolean all) {}

  private record Hit(String itemId, int nearness) {}

  private record Looked(List<Found> found, boolean all) {}

  /**
   * Items that mean what a text means.
   *
   * @param filter of the caller's own tenant, without words
   * @param skip how many to leave out
   */
  public Result search(Caller caller, GalleryFilter filter, String text, int skip, int limit) {
    GalleryDesk.requireOwn(caller, filter);
    Meaning meaning = meanings.of(text);
    Looked looked = look(filter, meaning);
    List<Hit> hits = near(looked.found(), meaning, NEAR_A_QUERY, Optional.empty());
    List<Hit> part = hits.stream().skip(skip).limit(limit).toList();
    int end = skip + limit;
    Optional<Integer> next = Optional.of(end).filter(place -> place < hits.size());
    return new Result(entries(caller, part), hits.size(), next, looked.all());
  }

  /** Other generations' items whose title, prompt and tags mean alike; nothing in the trash. */
  public List<Near> similar(Caller caller, String itemId, int limit) {
    meanings.requireMade();
    GalleryEntry entry = desk.get(caller, itemId);
    Meaning meaning =
        steps
            .of(itemId)
            .orElseGet(() -> meanings.of(MeaningSteps.text(entry.item(), entry.generation())));
    GalleryFilter filter = new GalleryFilter.Wish().of(caller.tenantId(), caller.userId(), false);
    Optional<String> own = Optional.of(entry.generation().id());
    List<Hit> hits = near(look(filter, meaning).found(), meaning, NEAR_AN_ITEM, own);
    return entries(caller, hits.stream().limit(limit).toList());
  }

  private Looked look(GalleryFilter filter, Meaning meaning) {
    Optional<List<Found>> few = steps.few(filter, FEW);
    if (few.isPresent()) {
      return new Looked(few.get(), true);
    }
    String tenant = filter.tenant().orElseThrow();
    MeaningIndex.Nearest nearest = index.nearest(tenant, meaning, LOOKED_AT);
    if (!nearest.all()) {
      reading.rest(tenant);
    }
    return new Looked(steps.at(nearest.places(), filter), nearest.all());
  }

  private static List<Hit> near(
      List<Found> found, Meaning meaning, int least, Optional<String> otherThan) {
    return found.stream()
        .filter(one -> otherThan.filter(one.generationId()::equals).isEmpty())
        .map(one -> new Hit(one.itemId(), meaning.nearness(one.meaning())))
        .filter(hit -> hit.nearness() >= least)
        .sorted(Comparator.comparing(Hit::nearness).thenComparing(Hit::itemId).reversed())
        .limit(MOST)
        .toList();
  }

  private List<Near> entries(Caller caller, List<Hit> hits) {
    Map<String, GalleryEntry> entries =
        steps.entries(caller, hits.stream().map(Hit::itemId).toList()).stream()
            .collect(Collectors.toMap(entry -> entry.item().id(), Function.identity()));
    return hits.stream()
        .filter(hit -> entries.containsKey(hit.itemId()))
        .map(hit -> new Near(entries.get(hit.itemId()), hit.nearness()))
        .toList();
  }
}
