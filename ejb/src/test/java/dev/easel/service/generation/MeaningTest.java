package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.asset.ImageId;
import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.gallery.ItemWish;
import dev.easel.service.gallery.MeaningSearch;
import dev.easel.service.gallery.MeaningSearch.Near;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Search by meaning, where texts of the same letters mean the same. */
class MeaningTest {

  private final House house = new House();
  private final MeaningSearch search = house.galleries.meaning;

  @Test
  void whatIsMeantIsFoundOnceTheChoreWasThere() {
    String id = item();
    assertThat(found(house.ann, "lake a")).isEmpty();

    house.galleries.filling.run();

    assertThat(found(house.ann, "lake a")).containsExactly(id);
    assertThat(found(house.ann, "xyz")).isEmpty();
    assertThat(found(house.bob, "lake a")).isEmpty();
  }

  @Test
  void whatIsSaidAnewMeansAnew() {
    String id = item();
    house.galleries.filling.run();

    in(() -> house.galleries.desk.change(house.ann, id, titled("zzzzzzzzzzzzzzzzzzzz")));
    house.galleries.filling.run();

    assertThat(search(house.ann, "zzz").items().get(0).nearness()).isGreaterThan(9000);
  }

  @Test
  void whatIsInTheTrashIsNotFound() {
    String id = item();
    house.galleries.filling.run();

    in(() -> house.galleries.desk.trash(house.ann, id));

    assertThat(found(house.ann, "a lake")).isEmpty();
  }

  @Test
  void similarIsWhatOthersAskedForAlike() {
    String one = item();
    String other = item();
    house.galleries.filling.run();

    assertThat(search.similar(house.ann, one, 10))
        .extracting(near -> near.entry().item().id())
        .containsExactly(other);
    assertThat(
            catchThrowableOfType(FailureException.class, () -> search.similar(house.bob, one, 10))
                .code())
        .isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void partsOfWhatIsFoundFollowEachOther() {
    String one = item();
    String other = item();
    house.galleries.filling.run();

    MeaningSearch.Result first = search.search(house.ann, filter(house.ann), "a lake", 0, 1);
    MeaningSearch.Result second =
        search.search(house.ann, filter(house.ann), "a lake", first.next().orElseThrow(), 1);

    assertThat(first.total()).isEqualTo(2);
    assertThat(second.next()).isEmpty();
    assertThat(List.of(id(first), id(second))).containsExactlyInAnyOrder(one, other);
  }

  private static String id(MeaningSearch.Result result) {
    return result.items().get(0).entry().item().id();
  }

  private List<String> found(Caller caller, String text) {
    return search(caller, text).items().stream()
        .map(Near::entry)
        .map(entry -> entry.item().id())
        .toList();
  }

  private MeaningSearch.Result search(Caller caller, String text) {
    return search.search(caller, filter(caller), text, 0, 10);
  }

  private static GalleryFilter filter(Caller caller) {
    return new GalleryFilter.Wish().of(caller.tenantId(), caller.userId(), false);
  }

  private static ItemWish titled(String title) {
    return new ItemWish(
        Optional.of(title), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private void in(Runnable work) {
    house.database.inTransaction(work);
  }

  private String item() {
    String id = house.submit(1).id();
    house.worker.run(id);
    return GalleryItem.idOf(ImageId.of(id, 0).value());
  }
}
