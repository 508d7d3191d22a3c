package dev.easel.adapter.persistence;

import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A set an item has to be in: the items of some rows of a table.
 *
 * @param key the column that says of which item a row is
 * @param probe what a row of an item that belongs to the set meets
 * @param whole what all rows of the set meet that are wanted; empty if there is no index to look
 *     them up by
 * @param several the column by which rows of one item differ, if it may have several in the set
 */
record GallerySieve(
    String table, String key, Clause probe, Optional<Clause> whole, Optional<String> several) {

  private static final String ITEMS = "gallery_item";
  private static final String TAGS = "gallery_tag";

  /** After all that begins with a text, appended to it. */
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  /** The sets of a filter. */
  static List<GallerySieve> all(GalleryFilter filter) {
    List<GallerySieve> sieves = new ArrayList<>(ofTags(filter));
    filter.words().forEach(word -> sieves.add(ofWord(filter, word)));
    filter
        .collection()
        .ifPresent(c -> sieves.add(of("collection_item", Clause.of("$.collection_id = ?", c))));
    filter.likedBy().ifPresent(u -> sieves.add(of("gallery_like", Clause.of("$.user_id = ?", u))));
    filter.featured().ifPresent(featured -> sieves.add(ofFeatured(filter, featured)));
    // Tags know what their items are.
    if (filter.tags().isEmpty() && isPartOfATenant(filter)) {
      Clause state = state(filter);
      sieves.add(new GallerySieve(ITEMS, "id", state, Optional.of(state), Optional.empty()));
    }
    return sieves;
  }

  private static List<GallerySieve> ofTags(GalleryFilter filter) {
    if (!filter.anyTag() || filter.tags().size() < 2) {
      return filter.tags().stream().map(tag -> ofTag(filter, tag)).toList();
    }
    Clause any = Clause.in("$.tag", filter.tags());
    return List.of(
        new GallerySieve(
            TAGS, "item_id", any, Optional.of(any.and(state(filter))), Optional.of("tag")));
  }

  private static GallerySieve ofTag(GalleryFilter filter, Object tag) {
    Clause one = Clause.of("$.tag = ?", tag);
    return new GallerySieve(
        TAGS, "item_id", one, Optional.of(one.and(state(filter))), Optional.empty());
  }

  /**
   * As a range: PostgreSQL makes none of {@code like} once it keeps the plan of a statement for all
   * values. Words of all tenants have no index.
   */
  private static GallerySieve ofWord(GalleryFilter filter, String word) {
    String begin = Terms.word(word);
    Clause range = Clause.of("$.term >= ? and $.term < ?", begin, begin + LAST);
    return new GallerySieve(
        "gallery_term",
        "item_id",
        range,
        filter.tenant().map(tenant -> range.and(Clause.of("$.tenant_id = ?", tenant))),
        Optional.of("term"));
  }

  /** Few items are featured, so that only those are looked up. */
  private static GallerySieve ofFeatured(GalleryFilter filter, boolean featured) {
    Clause is = Clause.of("$.is_featured = ?", featured);
    Optional<Clause> whole = Optional.of(is.and(state(filter))).filter(all -> featured);
    return new GallerySieve(ITEMS, "id", is, whole, Optional.empty());
  }

  private static GallerySieve of(String table, Clause rows) {
    return new GallerySieve(table, "item_id", rows, Optional.of(rows), Optional.empty());
  }

  private static boolean isPartOfATenant(GalleryFilter filter) {
    return filter.tenant().isPresent()
        && (filter.open().isPresent()
            || filter.model().isPresent()
            || filter.from().isPresent()
            || filter.until().isPresent());
  }

  /** What the item's own row has to be, and what its tags say of it. */
  static Clause state(GalleryFilter filter) {
    Clause state =
        filter
            .tenant()
            .map(t -> Clause.of("$.tenant_id = ? and $.trashed = ?", t, filter.trashed()))
            .orElseGet(() -> Clause.of("$.is_public = ? and $.trashed = ?", true, false));
    List<Clause> more = new ArrayList<>();
    filter
        .open()
        .filter(open -> filter.tenant().isPresent())
        .ifPresent(open -> more.add(Clause.of("$.is_public = ?", open)));
    filter.model().ifPresent(model -> more.add(Clause.of("$.model_id = ?", model)));
    filter.from().ifPresent(from -> more.add(Clause.of("$.created_at >= ?", from)));
    filter.until().ifPresent(until -> more.add(Clause.of("$.created_at < ?", until)));
    return more.stream().reduce(state, Clause::and);
  }

  /** Sets that are this one together, each of which is one range of an index. */
  List<GallerySieve> parts(GalleryFilter filter) {
    return isOfTags()
        ? probe.values().stream().map(tag -> ofTag(filter, tag)).toList()
        : List.of(this);
  }

  /** Whether its rows say what their items are, and are in order of age. */
  boolean isOfTags() {
    return table.equals(TAGS);
  }

  /** Whether it is nothing but what the item's own row has to be. */
  boolean isState() {
    return table.equals(ITEMS) && whole.filter(probe::equals).isPresent();
  }

  /**
   * That an item belongs to the set. It is asked item by item: with {@code offset} PostgreSQL makes
   * no join of it, for which it would read the whole table.
   *
   * @param item the expression for its id
   */
  Clause has(String item) {
    Clause rows = probe.on("p");
    return new Clause(
        "exists (select 1 from "
            + table
            + " p where p."
            + key
            + " = "
            + item
            + " and "
            + rows.text()
            + " offset 0)",
        rows.values());
  }

  /** That a row {@code t} of the set is the first of its item. */
  Optional<Clause> first() {
    return several.map(
        column -> {
          Clause rows = probe.on("e");
          String earlier = "e." + key + " = t." + key + " and e." + column + " < t." + column;
          return new Clause(
              "not exists (select 1 from "
                  + table
                  + " e where "
                  + earlier
                  + " and "
                  + rows.text()
                  + " offset 0)",
              rows.values());
        });
  }
}
