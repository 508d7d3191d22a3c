package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.asset.ImageId;
import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.gallery.GalleryPlace;
import dev.easel.domain.gallery.GalleryQuery;
import dev.easel.domain.gallery.GallerySort;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.fake.Stored;
import dev.easel.service.gallery.CollectionDesk;
import dev.easel.service.gallery.CollectionWish;
import dev.easel.service.gallery.GalleryDesk;
import dev.easel.service.gallery.GalleryEntry;
import dev.easel.service.gallery.ItemWish;
import dev.easel.service.gallery.SavedItem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The gallery beside the pipeline that fills it. */
class GalleryTest {

  private final House house = new House();
  private final GalleryDesk desk = house.galleries.desk;
  private final CollectionDesk shelves = house.galleries.shelves;

  @Test
  void whatIsDeliveredIsFiled() {
    String image = delivered();

    GalleryEntry entry = list(house.ann, new GalleryFilter.Wish()).items().get(0);

    assertThat(entry.item().imageId()).isEqualTo(image);
    assertThat(entry.item().createdAt()).isEqualTo(entry.image().createdAt());
    assertThat(entry.caption()).isEqualTo("a lake");
    assertThat(list(house.bob, new GalleryFilter.Wish()).items()).isEmpty();
  }

  @Test
  void whoDoesNotWantThatFilesByHand() {
    house.database.inTransaction(
        () ->
            Stored.set(
                house.database.find(User.class, house.ann.userId()).orElseThrow(),
                "autoSaveGallery",
                false));
    String image = delivered();
    assertThat(list(house.ann, new GalleryFilter.Wish()).items()).isEmpty();

    SavedItem saved =
        in(() -> desk.save(house.ann, image, wish("Dusk", List.of("Lake", "lake "), List.of())));

    assertThat(saved.entry().item().tags()).containsExactly("lake");
    assertThat(list(house.ann, new GalleryFilter.Wish().text("dus")).items()).hasSize(1);
  }

  @Test
  void anotherTenantsImageCannotBeFiled() {
    String image = delivered();

    assertThat(refusal(() -> desk.save(house.bob, image, ItemWish.nothing())))
        .isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void nothingOfAnotherTenantIsThere() {
    String id = GalleryItem.idOf(delivered());
    List<Consumer<String>> uses =
        List.of(
            item -> desk.get(house.bob, item),
            item -> desk.view(house.bob, item),
            item -> desk.download(house.bob, item),
            item -> desk.change(house.bob, item, ItemWish.nothing()),
            item -> desk.trash(house.bob, item),
            item -> desk.restore(house.bob, item),
            item -> desk.like(house.bob, item),
            item -> desk.unlike(house.bob, item));

    for (Consumer<String> use : uses) {
      assertThat(refusal(() -> use.accept(id))).isEqualTo(FailureCode.NOT_FOUND);
    }
    assertThatThrownBy(() -> desk.list(house.bob, query(house.ann, new GalleryFilter.Wish())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesOfCollectionsThatAreNoneMakePrivateOnes() {
    String image = delivered();

    SavedItem saved =
        in(() -> desk.save(house.ann, image, wish("", List.of(), List.of("Best of", "best-of"))));

    assertThat(saved.made()).hasSize(1);
    assertThat(saved.made().get(0).isPublic()).isFalse();
    assertThat(saved.entry().collections()).containsExactlyElementsOf(saved.made());
    assertThat(shelves.get(house.ann, "best-of").items()).isEqualTo(1);
    assertThat(refusal(() -> shelves.get(house.bob, saved.made().get(0).id())))
        .isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void aChangeSaysInWhichCollectionsItIs() {
    String image = delivered();
    in(() -> desk.save(house.ann, image, wish("", List.of(), List.of("one"))));

    SavedItem changed =
        in(
            () ->
                desk.change(
                    house.ann, GalleryItem.idOf(image), wish("", List.of(), List.of("two"))));

    assertThat(changed.entry().collections()).extracting("slug").containsExactly("two");
    assertThat(shelves.get(house.ann, "one").items()).isZero();
  }

  @Test
  void whatIsInTheTrashIsOutOfSightAndComesBack() {
    String id = GalleryItem.idOf(delivered());
    in(() -> desk.save(house.ann, delivered(), wish("", List.of("x"), List.of("one"))));
    house.database.inTransaction(() -> desk.trash(house.ann, id));

    assertThat(list(house.ann, new GalleryFilter.Wish()).items()).hasSize(1);
    assertThat(
            desk.list(
                    house.ann,
                    GalleryQuery.newest(
                        new GalleryFilter.Wish().of(house.ann.tenantId(), house.ann.userId(), true),
                        10))
                .items())
        .hasSize(1);

    in(() -> desk.restore(house.ann, id));

    assertThat(list(house.ann, new GalleryFilter.Wish()).items()).hasSize(2);
  }

  @Test
  void aDeletedImageLeavesNoItem() {
    String image = delivered();
    house.service.deleteImage(house.ann, image);

    assertThat(house.galleries.gallery.find(GalleryItem.idOf(image))).isEmpty();
  }

  @Test
  void likesAndViewsCountOnceForEachUser() {
    String id = GalleryItem.idOf(delivered());
    in(() -> desk.like(house.ann, id));
    in(() -> desk.like(house.ann, id));
    in(() -> desk.view(house.ann, id));
    in(() -> desk.view(house.ann, id));

    assertThat(desk.get(house.ann, id).item().likes()).isEqualTo(1);
    assertThat(desk.get(house.ann, id).liked()).isTrue();
    assertThat(desk.get(house.ann, id).item().views()).isEqualTo(1);

    house.clock.pass(Duration.ofDays(1));
    in(() -> desk.view(house.ann, id));
    in(() -> desk.unlike(house.ann, id));

    assertThat(desk.get(house.ann, id).item().views()).isEqualTo(2);
    assertThat(desk.get(house.ann, id).item().likes()).isZero();
  }

  @Test
  void strangersLikeOnlyWhatIsPublic() {
    String id = GalleryItem.idOf(delivered());
    in(
        () ->
            desk.change(
                house.ann,
                id,
                new ItemWish(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(true),
                    Optional.empty())));

    assertThat(in(() -> desk.like(house.bob, id)).item().likes()).isEqualTo(1);

    house.database.inTransaction(() -> desk.trash(house.ann, id));
    assertThat(refusal(() -> desk.like(house.bob, id))).isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void aPageGoesOnWhereTheOneBeforeEnded() {
    for (int i = 0; i < 5; i++) {
      delivered();
    }
    Page<GalleryEntry> one = desk.list(house.ann, page(Optional.empty()));
    Page<GalleryEntry> two =
        desk.list(
            house.ann,
            page(one.next().flatMap(text -> GalleryPlace.parse(GallerySort.LIKES, text))));

    assertThat(one.items()).hasSize(3);
    assertThat(two.items()).hasSize(2);
    assertThat(two.next()).isEmpty();
  }

  @Test
  void aCollectionTakesItsTenantsItemsAndImagesOnly() {
    String image = delivered();
    CollectionWish wish =
        new CollectionWish(
            Optional.of("Best"), Optional.empty(), Optional.of(true), Optional.of(image));

    assertThat(refusal(() -> shelves.create(house.bob, wish))).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(in(() -> shelves.create(house.ann, wish)).cover()).isPresent();
    assertThat(refusal(() -> shelves.put(house.bob, "best", List.of(GalleryItem.idOf(image)))))
        .isEqualTo(FailureCode.NOT_FOUND);
  }

  private GalleryQuery page(Optional<GalleryPlace> after) {
    return new GalleryQuery(
        new GalleryFilter.Wish().of(house.ann.tenantId(), house.ann.userId(), false),
        GallerySort.LIKES,
        true,
        after,
        0,
        3);
  }

  private Page<GalleryEntry> list(Caller caller, GalleryFilter.Wish wish) {
    return desk.list(caller, query(caller, wish));
  }

  private static GalleryQuery query(Caller caller, GalleryFilter.Wish wish) {
    return GalleryQuery.newest(wish.of(caller.tenantId(), caller.userId(), false), 10);
  }

  private static ItemWish wish(String title, List<String> tags, List<String> collections) {
    return new ItemWish(
        Optional.of(title),
        Optional.empty(),
        Optional.of(tags),
        Optional.empty(),
        Optional.of(collections));
  }

  private <T> T in(Supplier<T> work) {
    return house.database.inTransaction(work);
  }

  private String delivered() {
    String id = house.submit(1).id();
    house.worker.run(id);
    return ImageId.of(id, 0).value();
  }

  private static FailureCode refusal(Runnable call) {
    return catchThrowableOfType(FailureException.class, call::run).code();
  }
}
