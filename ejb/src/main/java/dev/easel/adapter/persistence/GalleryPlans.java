package dev.easel.adapter.persistence;

import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.GalleryQuery;
import dev.easel.domain.gallery.GallerySort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses how lists are read, by what the sets of their filter hold, which is counted before. What
 * few items are in is looked up and sorted; what many are in is read along the index of the order,
 * which comes upon a page of them soon: of tags that of the tag, of all else that of all items.
 */
@ApplicationScoped
public class GalleryPlans {

  /** So many are looked up sooner than a page of them is come upon. */
  private static final int FEW = 5000;

  /** So many may be asked whether they are in the other sets, too. */
  private static final int MANY = 50_000;

  @Inject Sql sql;

  /**
   * @param all the smallest first
   * @param large whether even that one holds more than may be asked for the others
   */
  private record Sieves(List<GallerySieve> all, boolean large) {}

  /** One page, and a row more. */
  public GallerySql page(GalleryQuery query) {
    Sieves sieves = sieves(query.filter());
    boolean byAge = query.sort() == GallerySort.CREATED_AT;
    boolean inOrder = byAge && sieves.all().size() == 1 && isInOrder(sieves.all().get(0));
    Optional<List<String>> few = inOrder ? Optional.empty() : few(query.filter(), sieves);
    if (few.isPresent()) {
      return GallerySql.pageOf(query, few.get());
    }
    Optional<GallerySieve> tags =
        sieves.all().stream().filter(s -> byAge && s.isOfTags()).findFirst();
    return tags.map(lead -> GallerySql.pageOfTags(query, lead, sieves.all()))
        .orElseGet(() -> GallerySql.page(query, sieves.all()));
  }

  private static boolean isInOrder(GallerySieve sieve) {
    return sieve.isOfTags() || sieve.isState();
  }

  /** How many there are, up to {@code cap}. */
  public GallerySql count(GalleryFilter filter, int cap) {
    List<GallerySieve> sieves = sieves(filter).all();
    return sieves.stream()
        .findFirst()
        .filter(lead -> lead.whole().isPresent() && !lead.isState())
        .map(lead -> GallerySql.countOf(filter, lead, sieves, cap))
        .orElseGet(() -> GallerySql.count(filter, sieves, cap));
  }

  /** Meanings of all that are wanted. */
  public GallerySql meanings(GalleryFilter filter, int most) {
    Sieves sieves = sieves(filter);
    return few(filter, sieves)
        .map(items -> GallerySql.meaningsOf(filter, items, most))
        .orElseGet(() -> GallerySql.meanings(filter, sieves.all(), most));
  }

  private Sieves sieves(GalleryFilter filter) {
    List<GallerySieve> all = GallerySieve.all(filter);
    if (all.size() < 2) {
      return new Sieves(all, false);
    }
    Map<GallerySieve, Long> sizes = new HashMap<>();
    all.forEach(sieve -> sizes.put(sieve, size(sieve)));
    List<GallerySieve> sorted = all.stream().sorted(Comparator.comparing(sizes::get)).toList();
    return new Sieves(sorted, sizes.get(sorted.get(0)) > MANY);
  }

  private long size(GallerySieve sieve) {
    if (sieve.whole().isEmpty()) {
      return Long.MAX_VALUE;
    }
    GallerySql size = GallerySql.size(sieve, MANY + 1);
    return sql.list(row -> row.getLong(1), size.text(), size.values()).get(0);
  }

  /** All that are in all of the sets, if those are few. */
  private Optional<List<String>> few(GalleryFilter filter, Sieves sieves) {
    if (sieves.all().isEmpty() || sieves.all().get(0).whole().isEmpty() || sieves.large()) {
      return Optional.empty();
    }
    GallerySql some = GallerySql.some(sieves.all(), FEW + 1);
    List<String> found = sql.list(row -> row.getString(1), some.text(), some.values());
    return Optional.of(found).filter(ids -> ids.size() <= FEW);
  }
}
