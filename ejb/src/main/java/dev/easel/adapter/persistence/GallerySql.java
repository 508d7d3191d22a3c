package dev.easel.adapter.persistence;

import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.GalleryPlace;
import dev.easel.domain.gallery.GalleryQuery;
import dev.easel.domain.gallery.GallerySort;
import dev.easel.domain.gallery.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Statements that select ids of items {@code i}. What few items have is looked up first and the
 * items sorted after; what many have is read along the index of the order, which comes upon a page
 * of them soon. Which of the two it is has been counted before.
 */
final class GallerySql {

  /** Later than any row. */
  private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

  /**
   * Terms that begin with a text, as a range: PostgreSQL makes none of {@code like} once it keeps
   * the plan of a statement for all values.
   */
  static final String BEGINS = "t.term >= ? and t.term < ?";

  /** After all that begins with a text, appended to it. */
  static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  private final GalleryFilter filter;
  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  private GallerySql(GalleryFilter filter) {
    this.filter = filter;
  }

  /**
   * A set of items.
   *
   * @param ids selects them for {@code in}
   * @param probe tells of the item {@code i} whether it belongs, for {@code exists}
   */
  record Sieve(String ids, List<Object> idValues, String probe, List<Object> probeValues) {}

  /** One page, and a row more. */
  static GallerySql page(GalleryQuery query, List<Sieve> rare, List<Sieve> common) {
    GallerySql sql = new GallerySql(query.filter());
    sql.where(rare, common);
    sql.range(query);
    query.after().ifPresent(place -> sql.after(query, place));
    sql.order(query);
    return sql;
  }

  /** As many as there are, up to {@code cap}. */
  static GallerySql count(GalleryFilter filter, List<Sieve> rare, List<Sieve> common, int cap) {
    GallerySql sql = new GallerySql(filter);
    sql.text.append("select count(*) from (");
    sql.where(rare, common);
    sql.add(" limit ?) as counted", cap);
    return sql;
  }

  /** Meanings of items; without places, of all that are wanted. */
  static GallerySql meanings(
      GalleryFilter filter, GallerySieves.Sorted sorted, List<Long> places, int most) {
    GallerySql sql = new GallerySql(filter);
    sql.text.append(
        "select m.item_id, i.generation_id, m.vector from gallery_meaning m"
            + " join gallery_item i on i.id = m.item_id where ");
    if (!places.isEmpty()) {
      String marks = String.join(", ", Collections.nCopies(places.size(), "?"));
      sql.add("m.place in (" + marks + ") and ", places.toArray());
    }
    sql.conditions(sorted.rare(), sorted.common());
    sql.add(" limit ?", most);
    return sql;
  }

  /** The sets an item has to be in all of. */
  static List<Sieve> sieves(GalleryFilter filter) {
    List<Sieve> sieves = new ArrayList<>();
    if (filter.anyTag() && !filter.tags().isEmpty()) {
      List<Object> terms = new ArrayList<>(filter.tags().stream().map(Terms::tag).toList());
      String marks = String.join(", ", Collections.nCopies(terms.size(), "?"));
      sieves.add(terms(filter, "t.term in (" + marks + ")", terms));
    } else {
      filter.tags().forEach(t -> sieves.add(terms(filter, "t.term = ?", List.of(Terms.tag(t)))));
    }
    filter
        .words()
        .forEach(
            w -> sieves.add(terms(filter, BEGINS, List.of(Terms.word(w), Terms.word(w) + LAST))));
    filter
        .collection()
        .ifPresent(c -> sieves.add(rows("collection_item", "t.collection_id = ?", List.of(c))));
    filter.likedBy().ifPresent(u -> sieves.add(rows("gallery_like", "t.user_id = ?", List.of(u))));
    return sieves;
  }

  private static Sieve terms(GalleryFilter filter, String condition, List<Object> terms) {
    Sieve all = rows("gallery_term", condition, terms);
    if (filter.tenant().isEmpty()) {
      return all;
    }
    List<Object> ofTenant = new ArrayList<>(terms);
    ofTenant.add(filter.tenant().get());
    return new Sieve(all.ids() + " and t.tenant_id = ?", ofTenant, all.probe(), terms);
  }

  private static Sieve rows(String table, String condition, List<Object> values) {
    String from = " from " + table + " t where " + condition;
    return new Sieve(
        "select t.item_id" + from, values, "select 1" + from + " and t.item_id = i.id", values);
  }

  private void where(List<Sieve> rare, List<Sieve> common) {
    text.append("select i.id from gallery_item i where ");
    conditions(rare, common);
  }

  private void conditions(List<Sieve> rare, List<Sieve> common) {
    if (filter.tenant().isPresent()) {
      add("i.tenant_id = ? and i.trashed = ?", filter.tenant().get(), filter.trashed());
      filter.open().ifPresent(open -> add(" and i.is_public = ?", open));
    } else {
      add("i.is_public = ? and i.trashed = ?", true, false);
    }
    filter.model().ifPresent(model -> add(" and i.model_id = ?", model));
    filter.featured().ifPresent(featured -> add(" and i.is_featured = ?", featured));
    filter.from().ifPresent(from -> add(" and i.created_at >= ?", from));
    filter.until().ifPresent(until -> add(" and i.created_at < ?", until));
    for (Sieve sieve : rare) {
      add(" and i.id in (" + sieve.ids() + ")", sieve.idValues().toArray());
    }
    for (Sieve sieve : common) {
      add(" and exists (" + sieve.probe() + ")", sieve.probeValues().toArray());
    }
  }

  /** Always bounded in what it is sorted by, so that H2 takes the index of that order. */
  private void range(GalleryQuery query) {
    if (query.sort() == GallerySort.TITLE && query.descending() && query.after().isEmpty()) {
      return; // no text is the last in every collation
    }
    Object value =
        query.after().map(GalleryPlace::value).orElseGet(() -> first(query.sort(), query));
    add(" and " + column(query.sort()) + (query.descending() ? " <= ?" : " >= ?"), value);
  }

  private static Object first(GallerySort sort, GalleryQuery query) {
    return switch (sort) {
      case CREATED_AT -> query.descending() ? FOREVER : Instant.EPOCH;
      case LIKES, VIEWS, DOWNLOADS -> query.descending() ? Long.MAX_VALUE : 0L;
      case TITLE -> "";
    };
  }

  private void after(GalleryQuery query, GalleryPlace place) {
    String beyond = query.descending() ? ") < (?, ?)" : ") > (?, ?)";
    add(" and (" + column(query.sort()) + ", i.id" + beyond, place.value(), place.id());
  }

  /** The equality columns first: only then does H2 read its index in order. */
  private void order(GalleryQuery query) {
    String direction = query.descending() ? " desc" : "";
    String model = filter.model().isPresent() ? ", i.model_id" : "";
    String whose = filter.tenant().isPresent() ? "i.tenant_id" : "i.is_public";
    text.append(" order by ").append(whose).append(", i.trashed");
    text.append(query.sort() == GallerySort.CREATED_AT ? model : "");
    text.append(", ").append(column(query.sort())).append(direction);
    text.append(", i.id").append(direction);
    add(" limit ? offset ?", query.limit() + 1, query.offset());
  }

  private static String column(GallerySort sort) {
    return switch (sort) {
      case CREATED_AT -> "i.created_at";
      case LIKES -> "i.likes";
      case VIEWS -> "i.views";
      case DOWNLOADS -> "i.downloads";
      case TITLE -> "i.sort_title";
    };
  }

  private void add(String more, Object... parameters) {
    text.append(more);
    values.addAll(List.of(parameters));
  }

  String text() {
    return text.toString();
  }

  Object[] values() {
    return values.toArray();
  }
}
