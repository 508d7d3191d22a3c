package dev.easel.adapter.persistence;

import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.GalleryPlace;
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
 * which comes upon a page of them soon: of tags that of the tag, of all else that of all items. If
 * it has not for a while, for they are at its other end, they are looked up after all.
 */
@ApplicationScoped
public class GalleryPlans {

  /**
   * Numbers of items.
   *
   * @param few so many are looked up sooner than a page of them is come upon
   * @param many so many may be asked whether they are in the other sets, too, or looked up if need
   *     be
   * @param near so many of an order are read in the hope of a page
   */
  public record Bounds(int few, int many, int near) {}

  private static final Bounds USUAL = new Bounds(5000, 50_000, 20_000);

  @Inject Sql sql;
  private final Bounds bounds;

  /** For the container. */
  public GalleryPlans() {
    bounds = USUAL;
  }

  public GalleryPlans(Sql sql, Bounds bounds) {
    this.sql = sql;
    this.bounds = bounds;
  }

  /**
   * @param all the smallest first
   * @param large whether even that one holds more than may be asked for the others
   */
  private record Sieves(List<GallerySieve> all, boolean large) {}

  /** One page, and a row more. */
  public GallerySql page(GalleryQuery query) {
    Sieves sieves = sieves(query.filter());
    if (isInOrder(query, sieves)) {
      return inOrder(query, sieves);
    }
    return few(query.filter(), sieves)
        .map(items -> GallerySql.pageOf(query, items))
        .orElseGet(
            () -> hasTagsByAge(query, sieves) ? inOrder(query, sieves) : sought(query, sieves));
  }

  /** Whether all of an index are wanted, as they come. */
  private static boolean isInOrder(GalleryQuery query, Sieves sieves) {
    List<GallerySieve> all = sieves.all();
    return all.isEmpty()
        || (all.size() == 1
            && query.sort() == GallerySort.CREATED_AT
            && (all.get(0).isOfTags() || all.get(0).isState()));
  }

  private static boolean hasTagsByAge(GalleryQuery query, Sieves sieves) {
    return query.sort() == GallerySort.CREATED_AT
        && sieves.all().stream().anyMatch(GallerySieve::isOfTags);
  }

  private static GallerySql inOrder(GalleryQuery query, Sieves sieves) {
    return sieves.all().stream()
        .filter(GallerySieve::isOfTags)
        .findFirst()
        .map(lead -> GallerySql.pageOfTags(query, lead, sieves.all()))
        .orElseGet(() -> GallerySql.page(query, sieves.all()));
  }

  /** Along the order if that comes upon a page soon, else looked up if it can be. */
  private GallerySql sought(GalleryQuery query, Sieves sieves) {
    GallerySql along = GallerySql.page(query, sieves.all());
    if (sieves.all().get(0).whole().isEmpty()) {
      return along;
    }
    GallerySql end = GallerySql.placeAt(query, bounds.near());
    return sql.list(row -> GallerySql.placeIn(row, query.sort()), end.text(), end.values()).stream()
        .findFirst()
        .map(
            place ->
                near(query, sieves, place).or(() -> upTo(bounds.many(), query.filter(), sieves)))
        .map(found -> found.map(items -> GallerySql.pageOf(query, items)).orElse(along))
        .orElse(along);
  }

  /** A whole page, and what comes before it; empty if there is none up to that place. */
  private Optional<List<String>> near(GalleryQuery query, Sieves sieves, GalleryPlace end) {
    int wanted = query.offset() + query.limit() + 1;
    GallerySql near = GallerySql.until(end, query, sieves.all(), wanted);
    return Optional.of(sql.list(row -> row.getString(1), near.text(), near.values()))
        .filter(items -> items.size() == wanted);
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
    all.forEach(sieve -> sizes.put(sieve, size(filter, sieve)));
    List<GallerySieve> sorted = all.stream().sorted(Comparator.comparing(sizes::get)).toList();
    return new Sieves(sorted, sizes.get(sorted.get(0)) > bounds.many());
  }

  /** Rows, of which an item may have several. */
  private long size(GalleryFilter filter, GallerySieve sieve) {
    return sieve.whole().isEmpty()
        ? Long.MAX_VALUE
        : sieve.parts(filter).stream().mapToLong(this::size).sum();
  }

  private long size(GallerySieve part) {
    GallerySql size = GallerySql.size(part, bounds.many() + 1);
    return sql.list(row -> row.getLong(1), size.text(), size.values()).get(0);
  }

  private Optional<List<String>> few(GalleryFilter filter, Sieves sieves) {
    return sieves.large() ? Optional.empty() : upTo(bounds.few(), filter, sieves);
  }

  /** All that are in all of the sets, if those can be told and are no more than these. */
  private Optional<List<String>> upTo(int most, GalleryFilter filter, Sieves sieves) {
    if (sieves.all().isEmpty() || sieves.all().get(0).whole().isEmpty()) {
      return Optional.empty();
    }
    GallerySql some = GallerySql.some(filter, sieves.all(), most + 1);
    List<String> found = sql.list(row -> row.getString(1), some.text(), some.values());
    return Optional.of(found).filter(ids -> ids.size() <= most);
  }
}
