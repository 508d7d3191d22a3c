package dev.easel.slice;

import static dev.easel.slice.Backstage.origin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.asset.Image;
import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.gallery.GalleryPlace;
import dev.easel.domain.gallery.GalleryQuery;
import dev.easel.domain.gallery.GalleryRepository.TagCount;
import dev.easel.domain.gallery.GallerySort;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.gallery.CollectionDesk;
import dev.easel.service.gallery.GalleryDesk;
import dev.easel.service.gallery.GalleryEntry;
import dev.easel.service.gallery.GalleryRemoval;
import dev.easel.service.gallery.ItemWish;
import dev.easel.service.gallery.TrashExpiry;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gallery on the real database. */
@ArquillianTest
class GalleryIT {

  @Inject GalleryDesk desk;
  @Inject CollectionDesk shelves;
  @Inject GalleryRemoval removal;
  @Inject TrashExpiry trash;
  @Inject GenerationService generations;
  @Inject Backstage backstage;
  @Inject Crowd crowd;

  private Caller ann;
  private Caller bob;

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  @BeforeEach
  void openTenants() throws Exception {
    ann = backstage.tenantWith(Credits.of(50));
    bob = backstage.tenantWith(Credits.of(10));
  }

  @Test
  void whatIsDeliveredIsFoundByItsWords() throws Exception {
    Image image = delivered(ann);

    assertThat(ids(ann, new GalleryFilter.Wish().text("LAKE nig"))).containsExactly(item(image));
    assertThat(ids(ann, new GalleryFilter.Wish().text("lakes"))).isEmpty();
    assertThat(ids(bob, new GalleryFilter.Wish())).isEmpty();
  }

  @Test
  void everyOrderGoesOnWhereItEnded() throws Exception {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(item(delivered(ann)));
    }
    desk.like(ann, all.get(2));
    for (GallerySort sort : GallerySort.values()) {
      for (boolean descending : List.of(true, false)) {
        List<String> walked = walk(sort, descending);
        assertThat(walked).as(sort + " " + descending).containsExactlyInAnyOrderElementsOf(all);
      }
    }
    assertThat(walk(GallerySort.LIKES, true).get(0)).isEqualTo(all.get(2));
    assertThat(walk(GallerySort.CREATED_AT, false)).isEqualTo(all);
  }

  @Test
  void tagsCollectionsAndModelsSift() throws Exception {
    String one = item(delivered(ann));
    String two = item(delivered(ann));
    desk.change(ann, one, wish(List.of("a", "b"), List.of("Best of")));
    desk.change(ann, two, wish(List.of("b"), List.of()));
    String collection = shelves.get(ann, "best-of").collection().id();

    assertThat(ids(ann, new GalleryFilter.Wish().tags(List.of("A", "b"), false)))
        .containsExactly(one);
    assertThat(ids(ann, new GalleryFilter.Wish().tags(List.of("a", "b"), true)))
        .containsExactly(two, one);
    assertThat(ids(ann, new GalleryFilter.Wish().in(collection))).containsExactly(one);
    assertThat(ids(ann, new GalleryFilter.Wish().model(Optional.of(Backstage.MODEL)))).hasSize(2);
    assertThat(ids(ann, new GalleryFilter.Wish().open(Optional.of(true)))).containsExactly(one);
    assertThat(desk.tags(ann)).containsExactly(new TagCount("b", 2), new TagCount("a", 1));
    assertThat(desk.months(ann)).hasSize(1);
    assertThat(desk.count(ann, filter(ann, new GalleryFilter.Wish()))).isEqualTo(2);
  }

  @Test
  void whoeverLikesAtOnceIsCountedOnce() throws Exception {
    String id = item(delivered(ann));

    List<Object> ends = crowd.all(8, i -> desk.like(ann, id));
    List<Object> views = crowd.all(8, i -> desk.view(ann, id));

    assertThat(ends).allMatch(GalleryEntry.class::isInstance);
    assertThat(views).allMatch(GalleryEntry.class::isInstance);
    assertThat(desk.get(ann, id).item().likes()).isEqualTo(1);
    assertThat(desk.get(ann, id).item().views()).isEqualTo(1);
    assertThat(ids(ann, new GalleryFilter.Wish().liked(true))).containsExactly(id);
    assertThat(desk.unlike(ann, id).item().likes()).isZero();
  }

  @Test
  void whatWasLongInTheTrashGoesWithItsImage() throws Exception {
    String kept = item(delivered(ann));
    Image image = delivered(ann);
    desk.change(ann, item(image), wish(List.of("x"), List.of("c")));
    desk.trash(ann, kept);
    desk.trash(ann, item(image));
    Instant then = backstage.now().minus(Duration.ofDays(31));
    backstage.change(
        "update gallery_item set deleted_at = ? where id = ?",
        then.atOffset(ZoneOffset.UTC),
        item(image));

    trash.run();

    assertThat(codeOf(() -> desk.get(ann, item(image)))).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(codeOf(() -> generations.deleteImage(ann, image.id())))
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(backstage.count("select count(*) from gallery_term where item_id = ?", item(image)))
        .isZero();
    assertThat(desk.restore(ann, kept).item().isTrashed()).isFalse();
  }

  @Test
  void whatIsRemovedIsGone() throws Exception {
    Image image = delivered(ann);
    assertThat(codeOf(() -> removal.remove(bob, item(image)))).isEqualTo(FailureCode.NOT_FOUND);

    removal.remove(ann, item(image));

    assertThat(codeOf(() -> desk.save(ann, image.id(), ItemWish.nothing())))
        .isEqualTo(FailureCode.NOT_FOUND);
  }

  /** H2 says so in its plan; without it a page of a million items is a sort of them all. */
  @Test
  void h2ReadsEveryOrderAlongAnIndex() throws Exception {
    if (!backstage.isH2()) {
      return;
    }
    String select =
        "explain select i.id from gallery_item i where i.tenant_id = 'a' and i.trashed = false and";
    String order = " order by i.tenant_id, i.trashed, ";
    assertThat(
            plan(select + " i.created_at <= ?1" + order + "i.created_at desc, i.id desc limit 5"))
        .contains("index sorted");
    for (String column : List.of("likes", "views", "downloads")) {
      assertThat(
              plan(
                  (select + " i.$ <= 9" + order + "i.$ desc, i.id desc limit 5")
                      .replace("$", column)))
          .as(column)
          .contains("index sorted");
    }
    assertThat(plan(select + " i.sort_title >= ''" + order + "i.sort_title, i.id limit 5"))
        .contains("index sorted");
  }

  private String plan(String sql) throws Exception {
    return sql.contains("?1")
        ? (String) backstage.value(sql, backstage.now().atOffset(ZoneOffset.UTC))
        : (String) backstage.value(sql);
  }

  private List<String> walk(GallerySort sort, boolean descending) {
    List<String> walked = new ArrayList<>();
    Optional<GalleryPlace> after = Optional.empty();
    do {
      GalleryQuery query =
          new GalleryQuery(filter(ann, new GalleryFilter.Wish()), sort, descending, after, 0, 2);
      Page<GalleryEntry> page = desk.list(ann, query);
      page.items().forEach(entry -> walked.add(entry.item().id()));
      after = page.next().flatMap(text -> GalleryPlace.parse(sort, text));
    } while (after.isPresent());
    return walked;
  }

  private List<String> ids(Caller caller, GalleryFilter.Wish wish) {
    return desk.list(caller, GalleryQuery.newest(filter(caller, wish), 10)).items().stream()
        .map(entry -> entry.item().id())
        .toList();
  }

  private static GalleryFilter filter(Caller caller, GalleryFilter.Wish wish) {
    return wish.of(caller.tenantId(), caller.userId(), false);
  }

  private static ItemWish wish(List<String> tags, List<String> collections) {
    return new ItemWish(
        Optional.of("T"),
        Optional.of("D"),
        Optional.of(tags),
        Optional.of(!collections.isEmpty()),
        Optional.of(collections));
  }

  private Image delivered(Caller caller) throws InterruptedException {
    String id =
        generations
            .submit(caller, Backstage.small(), origin(), Idempotency.none())
            .generation()
            .id();
    return backstage.awaitEnd(caller, id).images().get(0);
  }

  private static String item(Image image) {
    return GalleryItem.idOf(image.id());
  }

  private static FailureCode codeOf(Runnable call) {
    return catchThrowableOfType(FailureException.class, call::run).code();
  }
}
