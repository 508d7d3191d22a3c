package dev.easel.adapter.persistence;

import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.GalleryPlace;
import dev.easel.domain.gallery.GalleryQuery;
import dev.easel.domain.gallery.GallerySort;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Statements about items {@code i} of the gallery; {@link GalleryPlans} chooses among them. */
public final class GallerySql {

  /** Later than any row. */
  private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

  private static final List<String> TAGS_OF_TENANT = List.of("t.tenant_id", "t.tag", "t.trashed");
  private static final List<String> TAGS_OF_ALL = List.of("t.tag", "t.is_public", "t.trashed");

  private static final String MEANINGS =
      "select m.item_id, i.generation_id, m.vector from gallery_meaning m"
          + " join gallery_item i on i.id = m.item_id where ";

  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  private GallerySql() {}

  /** Along the index of the order. */
  static GallerySql page(GalleryQuery query, List<GallerySieve> sieves) {
    GallerySql sql = along(query, sieves);
    return sql.order(columns(query), query, "i").limit(query);
  }

  /** As far as that place along the index of the order, from the beginning of the first page. */
  static GallerySql until(
      GalleryPlace end, GalleryQuery query, List<GallerySieve> sieves, int most) {
    GallerySql sql = along(query, sieves);
    sql.bound(end, query.descending() ? " >" : " <", "i");
    return sql.order(columns(query), query, "i").add(" limit ?", most);
  }

  private static GallerySql along(GalleryQuery query, List<GallerySieve> sieves) {
    GallerySql sql = new GallerySql().add("select i.id from gallery_item i where ");
    sql.add(GallerySieve.state(query.filter()).on("i")).probes("i.id", sieves);
    sql.range(query, "i", true);
    return sql;
  }

  /** What is sorted by and the id of the item so many further, of all that are in the index. */
  static GallerySql placeAt(GalleryQuery query, int further) {
    String what = "i." + column(query.sort()) + ", i.id";
    GallerySql sql = new GallerySql().add("select " + what + " from gallery_item i where ");
    String and = "";
    for (String column : columns(query)) {
      sql.add(and + column + " = ?", value(column, query.filter()));
      and = " and ";
    }
    sql.range(query, "i", true);
    return sql.order(columns(query), query, "i").add(" limit 1 offset ?", further);
  }

  /** The place in a row of {@link #placeAt}. */
  static GalleryPlace placeIn(ResultSet row, GallerySort sort) throws SQLException {
    Object value =
        sort == GallerySort.CREATED_AT
            ? row.getObject(1, OffsetDateTime.class).toInstant()
            : row.getObject(1);
    return new GalleryPlace(sort, value, row.getString(2));
  }

  /** Of these items, which are sorted. */
  static GallerySql pageOf(GalleryQuery query, List<String> items) {
    GallerySql sql = new GallerySql().add("select i.id from gallery_item i where ");
    sql.items("i.id", items).add(" and ").add(GallerySieve.state(query.filter()).on("i"));
    sql.range(query, "i", false);
    return sql.order(List.of(), query, "i").limit(query);
  }

  /** Along the index of each of the tags, by age. */
  static GallerySql pageOfTags(GalleryQuery query, GallerySieve tags, List<GallerySieve> sieves) {
    GallerySql sql = new GallerySql().add("select i.id from (");
    boolean own = query.filter().tenant().isPresent();
    String between = "";
    for (GallerySieve tag : tags.parts(query.filter())) {
      sql.add(between + "(select t.item_id as id, t.created_at").from(tag);
      sql.probes("t.item_id", sieves.stream().filter(s -> !s.equals(tags)).toList());
      sql.range(query, "t", true);
      sql.order(own ? TAGS_OF_TENANT : TAGS_OF_ALL, query, "t");
      sql.add(" limit ?)", query.offset() + query.limit() + 1);
      between = " union ";
    }
    return sql.add(") as i").order(List.of(), query, "i").limit(query);
  }

  /** Counts along an index of items. */
  static GallerySql count(GalleryFilter filter, List<GallerySieve> sieves, int cap) {
    GallerySql sql =
        new GallerySql().add("select count(*) from (select 1 from gallery_item i where ");
    sql.add(GallerySieve.state(filter).on("i")).probes("i.id", sieves);
    return sql.add(" limit ?) as counted", cap);
  }

  /** Counts what is in this set, in the others and wanted. */
  static GallerySql countOf(
      GalleryFilter filter, GallerySieve lead, List<GallerySieve> sieves, int cap) {
    List<GallerySieve> others = sieves.stream().filter(s -> !s.equals(lead)).toList();
    if (lead.isOfTags()) {
      return countOfTags(filter, lead, others, cap);
    }
    String key = "t." + lead.key();
    GallerySql sql = new GallerySql().add("select count(*) from (select 1").from(lead);
    lead.first().ifPresent(first -> sql.add(" and ").add(first));
    sql.probes(key, others);
    sql.add(" and exists (select 1 from gallery_item i where i.id = " + key + " and ");
    sql.add(GallerySieve.state(filter).on("i")).add(" offset 0)");
    return sql.add(" limit ?) as counted", cap);
  }

  /** No tag is read further than all are counted: what has several of them counts once. */
  private static GallerySql countOfTags(
      GalleryFilter filter, GallerySieve tags, List<GallerySieve> others, int cap) {
    GallerySql sql = new GallerySql().add("select count(*) from (");
    return sql.union(tags.parts(filter), others, cap).add(" limit ?) as counted", cap);
  }

  /** How many rows a set has, up to {@code cap}. */
  static GallerySql size(GallerySieve sieve, int cap) {
    return new GallerySql()
        .add("select count(*) from (select 1")
        .from(sieve)
        .add(" limit ?) as counted", cap);
  }

  /** Items that are in all sets, found by the first; one may come several times. */
  static GallerySql some(GalleryFilter filter, List<GallerySieve> sieves, int most) {
    List<GallerySieve> parts = sieves.get(0).parts(filter);
    return new GallerySql()
        .union(parts, sieves.subList(1, sieves.size()), most)
        .add(" limit ?", most);
  }

  /** Items of any of these sets that are in all of the others, so many of each. */
  private GallerySql union(List<GallerySieve> parts, List<GallerySieve> others, int most) {
    add("select i.id from (");
    String between = "";
    for (GallerySieve part : parts) {
      String key = "t." + part.key();
      add(between + "(select " + key + " as id").from(part).probes(key, others);
      add(" limit ?)", most);
      between = " union ";
    }
    return add(") as i");
  }

  /** Meanings at these places. */
  static GallerySql meaningsAt(GalleryFilter filter, List<Long> places) {
    GallerySql sql = new GallerySql().add(MEANINGS + "m.place = any(?)", (Object) array(places));
    sql.add(" and ").add(GallerySieve.state(filter).on("i"));
    return sql.probes("i.id", GallerySieve.all(filter));
  }

  /** Meanings of these items. */
  static GallerySql meaningsOf(GalleryFilter filter, List<String> items, int most) {
    GallerySql sql = new GallerySql().add(MEANINGS).items("i.id", items);
    return sql.add(" and ").add(GallerySieve.state(filter).on("i")).add(" limit ?", most);
  }

  /** Meanings of the items of a filter. */
  static GallerySql meanings(GalleryFilter filter, List<GallerySieve> sieves, int most) {
    GallerySql sql = new GallerySql().add(MEANINGS).add(GallerySieve.state(filter).on("i"));
    return sql.probes("i.id", sieves).add(" limit ?", most);
  }

  private GallerySql from(GallerySieve lead) {
    return add(" from " + lead.table() + " t where ").add(lead.whole().orElseThrow().on("t"));
  }

  private GallerySql items(String column, List<String> items) {
    return add(column + " = any(?)", (Object) items.toArray(String[]::new));
  }

  private static Long[] array(List<Long> places) {
    return places.toArray(Long[]::new);
  }

  private GallerySql probes(String item, List<GallerySieve> sieves) {
    sieves.stream()
        .filter(sieve -> !(sieve.isState() && item.equals("i.id")))
        .forEach(sieve -> add(" and ").add(sieve.has(item)));
    return this;
  }

  /**
   * @param always bounded in what it is sorted by, so that H2 takes the index of that order
   */
  private void range(GalleryQuery query, String table, boolean always) {
    String column = table + "." + column(query.sort());
    boolean falling = query.descending();
    if (query.after().isPresent()) {
      bound(query.after().get(), falling ? " <" : " >", table);
    } else if (always && !(query.sort() == GallerySort.TITLE && falling)) {
      // No text is the last in every collation.
      add(" and " + column + (falling ? " <= ?" : " >= ?"), first(query.sort(), query));
    }
  }

  /** On one side of a place, said twice: the first is what H2 makes a range of. */
  private void bound(GalleryPlace place, String side, String table) {
    String column = table + "." + column(place.sort());
    add(" and " + column + side + "= ?", place.value());
    add(" and (" + column + ", " + key(table) + ")" + side + " (?, ?)", place.value(), place.id());
  }

  private static Object first(GallerySort sort, GalleryQuery query) {
    return switch (sort) {
      case CREATED_AT -> query.descending() ? FOREVER : Instant.EPOCH;
      case LIKES, VIEWS, DOWNLOADS -> query.descending() ? Long.MAX_VALUE : 0L;
      case TITLE -> "";
    };
  }

  /** The columns an index begins with that are the same for all of a list. */
  private static List<String> columns(GalleryQuery query) {
    GalleryFilter filter = query.filter();
    if (filter.tenant().isEmpty()) {
      return List.of("i.is_public", "i.trashed");
    }
    boolean byAge = query.sort() == GallerySort.CREATED_AT;
    List<String> columns = new ArrayList<>(List.of("i.tenant_id", "i.trashed"));
    if (byAge && filter.model().isPresent()) {
      columns.add("i.model_id");
    } else if (byAge && filter.open().isPresent()) {
      columns.add("i.is_public");
    }
    return columns;
  }

  private static Object value(String column, GalleryFilter filter) {
    return switch (column) {
      case "i.tenant_id" -> filter.tenant().orElseThrow();
      case "i.model_id" -> filter.model().orElseThrow();
      case "i.is_public" -> filter.tenant().isEmpty() || filter.open().orElseThrow();
      case "i.trashed" -> filter.tenant().isPresent() && filter.trashed();
      default -> throw new IllegalArgumentException(column);
    };
  }

  /**
   * As an index is, or the other way round in every column: only then do both databases see that it
   * is in order, or PostgreSQL that it is backwards.
   */
  private GallerySql order(List<String> columns, GalleryQuery query, String table) {
    boolean backwards = query.descending() == (query.sort() == GallerySort.TITLE);
    String direction = query.descending() ? " desc" : "";
    add(" order by ");
    columns.forEach(column -> add(column + (backwards ? " desc, " : ", ")));
    return add(table + "." + column(query.sort()) + direction + ", " + key(table) + direction);
  }

  private static String key(String table) {
    return table.equals("t") ? "t.item_id" : "i.id";
  }

  private GallerySql limit(GalleryQuery query) {
    return add(" limit ? offset ?", query.limit() + 1, query.offset());
  }

  private static String column(GallerySort sort) {
    return switch (sort) {
      case CREATED_AT -> "created_at";
      case LIKES -> "likes";
      case VIEWS -> "views";
      case DOWNLOADS -> "downloads";
      case TITLE -> "sort_title";
    };
  }

  private GallerySql add(String more, Object... parameters) {
    text.append(more);
    values.addAll(Arrays.asList(parameters));
    return this;
  }

  private GallerySql add(Clause clause) {
    return add(clause.text(), clause.values().toArray());
  }

  /** The statement. */
  public String text() {
    return text.toString();
  }

  /** What is set into it. */
  public Object[] values() {
    return values.toArray();
  }
}
