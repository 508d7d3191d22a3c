package dev.easel.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.adapter.persistence.GalleryPlans;
import dev.easel.adapter.persistence.GallerySql;
import dev.easel.adapter.persistence.Sql;
import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.GalleryPlace;
import dev.easel.domain.gallery.GalleryQuery;
import dev.easel.domain.gallery.GalleryRepository;
import dev.easel.domain.gallery.GallerySort;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How the databases mean to read lists of the gallery, each filter in each order: never a whole
 * table, and along the index of the order where more are in it than are sorted. PostgreSQL says so
 * when it is told that anything else is dear; H2 as it is.
 */
@ArquillianTest
class GalleryPlanIT {

  /** More than are looked up and sorted. */
  private static final int ITEMS = 6000;

  private static final int EARLY = 5500;

  /** By which what is early is many, and far. */
  private static final GalleryPlans.Bounds SMALL = new GalleryPlans.Bounds(100, 5000, 2000);

  private static final String TENANT = "ten_plans";
  private static final String USER = "user_plans";
  private static final String COLLECTION = "coll_plans";
  private static final List<String> DEAR =
      List.of("set local enable_seqscan = off", "set local enable_sort = off");
  private static final Pattern WHOLE =
      Pattern.compile("Seq Scan on (gallery|collection)_|(GALLERY|COLLECTION)_\\w+\\.tableScan");
  private static final Pattern SORTED = Pattern.compile("\\bSort\\b");

  @Inject GalleryPlans plans;
  @Inject GalleryRepository gallery;
  @Inject Sql sql;
  @Inject Backstage backstage;

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  @BeforeEach
  void fill() throws Exception {
    boolean h2 = backstage.isH2();
    String rows = h2 ? "system_range(1, $) as s(n)" : "generate_series(1, $) as s(n)";
    String made =
        h2 ? "dateadd(minute, -s.n, current_timestamp)" : "now() - s.n * interval '1 minute'";
    String from = " from " + rows.replace("$", Integer.toString(ITEMS));
    String id = "'gallery_item_plan_' || lpad(cast(s.n as varchar), 6, '0')";
    backstage.change(
        "insert into gallery_item (id, tenant_id, user_id, image_id, generation_id, model_id,"
            + " title, sort_title, description, tags, is_public, is_featured, trashed, made_month,"
            + " views, likes, downloads, indexed, meant, created_at, added_at, version)"
            + " select $id, '$tenant', '$user', 'img_plan_' || s.n, 'gen_plan', 'plan/m' || mod(s.n, 3),"
                .replace("$id", id)
                .replace("$tenant", TENANT)
                .replace("$user", USER)
            + " '', 'x' || mod(s.n * 31, 6007), '', '', mod(s.n, 4) = 0, false, false, 202611,"
            + " mod(s.n * 31, 5000), mod(s.n * 17, 300), mod(s.n * 13, 900), true, true, "
            + made
            + ", current_timestamp, 1"
            + from);
    for (String word : List.of("common", "other")) {
      backstage.change(
          "insert into gallery_term (item_id, term, tenant_id) select "
              + (id + ", 'w:" + word + "', '" + TENANT + "'")
              + from);
    }
    backstage.change(
        "insert into gallery_term (item_id, term, tenant_id) select "
            + (id + ", 'w:early', '" + TENANT + "'")
            + (from + " where s.n > " + EARLY));
    tag("every", 1);
    tag("half", 2);
    tag("few", 200);
    backstage.change(
        "insert into gallery_like (item_id, user_id, created_at)"
            + " select id, user_id, created_at from gallery_item where tenant_id = ?",
        TENANT);
    backstage.change(
        "insert into collection_item (collection_id, item_id, added_at)"
            + (" select '"
                + COLLECTION
                + "', id, created_at from gallery_item where tenant_id = ?"),
        TENANT);
    backstage.change("analyze");
  }

  private void tag(String tag, int each) throws Exception {
    backstage.change(
        "insert into gallery_tag (item_id, tag, tenant_id, trashed, is_public, model_id, created_at)"
            + (" select id, '" + tag + "', tenant_id, trashed, is_public, model_id, created_at")
            + " from gallery_item where tenant_id = ? and mod(views, ?) = 0",
        TENANT,
        each);
  }

  @AfterEach
  void empty() throws Exception {
    for (String table : List.of("gallery_term", "gallery_tag", "gallery_item")) {
      backstage.change("delete from " + table + " where tenant_id = ?", TENANT);
    }
    backstage.change("delete from gallery_like where user_id = ?", USER);
    backstage.change("delete from collection_item where collection_id = ?", COLLECTION);
  }

  @Test
  void everyFilterInEveryOrderIsReadAlongIndexes() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, GalleryFilter> filter : filters().entrySet()) {
      for (GallerySort sort : GallerySort.values()) {
        for (boolean descending : List.of(true, false)) {
          GalleryQuery query =
              new GalleryQuery(filter.getValue(), sort, descending, Optional.empty(), 0, 20);
          String name = filter.getKey() + " by " + sort + (descending ? " falling" : " rising");
          check(name, query, wrong);
        }
      }
      GallerySql count = plans.count(filter.getValue(), 10_000);
      if (WHOLE.matcher(plan(count)).find()) {
        wrong.add("count of " + filter.getKey() + ": " + plan(count));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private void check(String name, GalleryQuery query, List<String> wrong) throws Exception {
    GallerySql page = plans.page(query);
    String plan = plan(page);
    boolean looksUp = page.text().contains("any(");
    if (WHOLE.matcher(plan).find() || (!looksUp && hasIndex(query) && isSorted(page, plan))) {
      wrong.add(name + ": " + plan);
    }
  }

  /** Whether there is one in this order; H2, which reads none backwards, has own ones for all. */
  private boolean hasIndex(GalleryQuery query) throws Exception {
    boolean forward = query.descending() != (query.sort() == GallerySort.TITLE);
    boolean byAge = query.sort() == GallerySort.CREATED_AT;
    // Of days of everybody's, all are sorted.
    boolean byLikes = query.sort() == GallerySort.LIKES && query.filter().from().isEmpty();
    boolean own = query.filter().tenant().isPresent();
    GalleryFilter filter = query.filter();
    boolean ofAll =
        !byAge || (filter.model().isEmpty() && filter.open().isEmpty() && filter.tags().isEmpty());
    return (own || byAge || byLikes) && (forward || !backstage.isH2() || (own && ofAll));
  }

  /** Ranges of tags are put together by sorting a page of each. */
  private boolean isSorted(GallerySql page, String plan) throws Exception {
    return backstage.isH2()
        ? !plan.contains("index sorted")
        : !page.text().contains("gallery_tag t") && SORTED.matcher(plan).find();
  }

  private String plan(GallerySql sql) throws Exception {
    return backstage.plan(DEAR, sql.text(), sql.values());
  }

  @Test
  void whatIsNearIsReadAndWhatIsFarIsLookedUpInOneOrder() throws Exception {
    GalleryFilter filter = wish().text("common other").of(TENANT, USER, false);
    GalleryQuery skipping =
        new GalleryQuery(filter, GallerySort.CREATED_AT, true, Optional.empty(), 40, 2);

    assertThat(numbers(skipping)).containsExactly(41, 42, 43);
    GalleryQuery next =
        new GalleryQuery(filter, GallerySort.CREATED_AT, true, Optional.of(place(42)), 0, 2);
    assertThat(numbers(next)).containsExactly(43, 44, 45);

    GalleryFilter early = wish().text("early").of(TENANT, USER, false);
    GalleryQuery first =
        new GalleryQuery(early, GallerySort.CREATED_AT, true, Optional.empty(), 0, 3);

    assertThat(small().page(first).text()).contains("any(");
    assertThat(numbers(first)).containsExactly(EARLY + 1, EARLY + 2, EARLY + 3, EARLY + 4);

    GalleryQuery both = GalleryQuery.newest(wish().text("early common").of(TENANT, USER, false), 3);
    assertThat(numbers(both)).containsExactly(EARLY + 1, EARLY + 2, EARLY + 3, EARLY + 4);
  }

  private GalleryPlans small() {
    return new GalleryPlans(sql, SMALL);
  }

  private GalleryPlace place(int number) {
    String id = "gallery_item_plan_%06d".formatted(number);
    return new GalleryPlace(GallerySort.CREATED_AT, gallery.find(id).orElseThrow().createdAt(), id);
  }

  /** A page and the item after it. */
  private List<Integer> numbers(GalleryQuery query) {
    GallerySql page = small().page(query);
    return sql.list(row -> row.getString(1), page.text(), page.values()).stream()
        .map(id -> Integer.valueOf(id.substring(id.length() - 6)))
        .toList();
  }

  @Test
  void postgresqlFindsWhatIsToBeMadeAlongAnIndex() throws Exception {
    if (backstage.isH2()) {
      return;
    }
    assertThat(backstage.plan(DEAR, "select count(*) from gallery_item where indexed = ?", false))
        .doesNotContain("Seq Scan");
  }

  private static Map<String, GalleryFilter> filters() {
    Map<String, GalleryFilter> filters = new LinkedHashMap<>();
    wishes()
        .forEach(
            (name, wish) -> {
              filters.put("own " + name, wish.of(TENANT, USER, false));
              filters.put("everybody's " + name, wish.ofEverybody());
            });
    filters.put("liked", wish().liked(true).of(TENANT, USER, false));
    filters.put("trash", wish().of(TENANT, USER, true));
    return filters;
  }

  private static Map<String, GalleryFilter.Wish> wishes() {
    Instant day = Instant.now().minus(Duration.ofDays(2));
    Optional<Instant> begin = Optional.of(day);
    Optional<Instant> end = Optional.of(day.plus(Duration.ofDays(1)));
    Optional<String> model = Optional.of("plan/m1");
    Map<String, GalleryFilter.Wish> wishes = new LinkedHashMap<>();
    wishes.put("all", wish());
    wishes.put("tag of all", wish().tags(List.of("every"), false));
    wishes.put("tag of few", wish().tags(List.of("few"), false));
    wishes.put("both tags", wish().tags(List.of("every", "half"), false));
    wishes.put("either tag", wish().tags(List.of("every", "half"), true));
    wishes.put("word", wish().text("common"));
    wishes.put("words", wish().text("common other"));
    wishes.put("early word", wish().text("early"));
    wishes.put("no word", wish().text("nowhere"));
    wishes.put("word and tag", wish().text("common").tags(List.of("every"), false));
    wishes.put("model", wish().model(model));
    wishes.put("shown", wish().open(Optional.of(true)));
    wishes.put("hidden", wish().open(Optional.of(false)));
    wishes.put("in front", wish().featured(Optional.of(true)));
    wishes.put("not in front", wish().featured(Optional.of(false)));
    wishes.put("day", wish().made(begin, end));
    wishes.put("since", wish().made(begin, Optional.empty()));
    wishes.put("collection", wish().in(COLLECTION));
    wishes.put("model and shown", wish().model(model).open(Optional.of(true)));
    wishes.put(
        "model, tag and shown",
        wish().model(model).tags(List.of("every"), false).open(Optional.of(true)));
    wishes.put("word and day", wish().text("common").made(begin, end));
    return wishes;
  }

  private static GalleryFilter.Wish wish() {
    return new GalleryFilter.Wish();
  }
}
