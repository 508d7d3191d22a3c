package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.asset.ImageId;
import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.gallery.GalleryShare;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.gallery.CollectionWish;
import dev.easel.service.gallery.ShareDesk;
import dev.easel.service.gallery.ShareWish;
import dev.easel.service.gallery.SharedGallery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What strangers see of what is shared with them. */
class SharingTest {

  private static final String ADDRESS = "192.0.2.1";

  private final House house = new House();
  private final ShareDesk desk = house.galleries.shares;
  private final SharedGallery shared = house.galleries.shared;

  @Test
  void whoHasTheAddressSeesTheItemAndNoOther() {
    String item = delivered();
    String other = delivered();
    GalleryShare share = share(item, wish(Optional.empty(), Optional.empty()));

    GalleryShare open = shared.open(share.token(), null);

    assertThat(shared.list(open, Optional.empty(), 10).items()).hasSize(1);
    assertThat(in(() -> shared.view(open, item, ADDRESS)).item().views()).isEqualTo(1);
    assertThat(refusal(() -> shared.view(open, other, ADDRESS))).isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void whatIsInTheTrashIsSharedWithNobody() {
    String item = delivered();
    GalleryShare share = share(item, wish(Optional.empty(), Optional.empty()));
    house.database.inTransaction(() -> house.galleries.desk.trash(house.ann, item));

    GalleryShare open = shared.open(share.token(), null);

    assertThat(shared.list(open, Optional.empty(), 10).items()).isEmpty();
    assertThat(refusal(() -> shared.view(open, item, ADDRESS))).isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void aPassIsGoodForTheShareAndThePasswordItWasGivenFor() {
    GalleryShare share = share(delivered(), wish(Optional.of("sesame"), Optional.empty()));
    GalleryShare second = share(delivered(), wish(Optional.of("sesame"), Optional.empty()));
    assertThat(refusal(() -> shared.open(share.token(), null)))
        .isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThat(refusal(() -> shared.unlock(share.token(), "", ADDRESS)))
        .isEqualTo(FailureCode.UNAUTHENTICATED);

    String pass = shared.unlock(share.token(), "sesame", ADDRESS).text();

    assertThat(shared.open(share.token(), pass).id()).isEqualTo(share.id());
    for (String wrong : List.of("", "1.2", "x", pass + "x", "9" + pass)) {
      assertThat(refusal(() -> shared.open(share.token(), wrong)))
          .isEqualTo(FailureCode.UNAUTHENTICATED);
    }
    assertThat(refusal(() -> shared.open(second.token(), pass)))
        .isEqualTo(FailureCode.UNAUTHENTICATED);
    in(() -> desk.change(house.ann, share.id(), wish(Optional.of("other"), Optional.empty())));
    assertThat(refusal(() -> shared.open(share.token(), pass)))
        .isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  @Test
  void guessingIsThrottled() {
    GalleryShare share = share(delivered(), wish(Optional.of("sesame"), Optional.empty()));
    for (int i = 0; i < 10; i++) {
      assertThat(refusal(() -> shared.unlock(share.token(), "wrong", ADDRESS)))
          .isEqualTo(FailureCode.UNAUTHENTICATED);
    }

    assertThat(refusal(() -> shared.unlock(share.token(), "sesame", ADDRESS)))
        .isEqualTo(FailureCode.RATE_LIMITED);
    assertThat(shared.unlock(share.token(), "sesame", "198.51.100.7").text()).isNotEmpty();
  }

  @Test
  void aShareEndsAndItsPassesWithIt() {
    Instant end = house.clock.instant().plus(Duration.ofHours(1));
    GalleryShare share =
        share(delivered(), wish(Optional.of("sesame"), Optional.of(Optional.of(end))));
    assertThat(shared.unlock(share.token(), "sesame", ADDRESS).expires()).isEqualTo(end);

    house.clock.pass(Duration.ofHours(1));

    assertThat(refusal(() -> shared.unlock(share.token(), "sesame", ADDRESS)))
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(desk.list(house.ann, Optional.empty(), 5).items()).hasSize(1);
  }

  @Test
  void downloadsCanBeForbidden() {
    GalleryShare share = share(delivered(), wish(Optional.empty(), Optional.empty()));
    assertThat(shared.openForDownload(share.token(), null).id()).isEqualTo(share.id());
    in(
        () ->
            desk.change(
                house.ann,
                share.id(),
                new ShareWish(
                    Optional.empty(), Optional.empty(), Optional.of(false), Optional.empty())));

    assertThat(refusal(() -> shared.openForDownload(share.token(), null)))
        .isEqualTo(FailureCode.FORBIDDEN);
  }

  @Test
  void aCollectionIsSharedAsItIsAtAnyTime() {
    String item = delivered();
    CollectionWish named =
        new CollectionWish(
            Optional.of("Best"), Optional.empty(), Optional.empty(), Optional.empty());
    in(() -> house.galleries.shelves.create(house.ann, named));
    GalleryShare share =
        in(() -> desk.collection(house.ann, "best", wish(Optional.empty(), Optional.empty())));
    GalleryShare open = shared.open(share.token(), null);
    assertThat(shared.list(open, Optional.empty(), 10).items()).isEmpty();

    in(() -> house.galleries.shelves.put(house.ann, "best", List.of(item)));

    assertThat(shared.list(open, Optional.empty(), 10).items()).hasSize(1);
    assertThat(in(() -> shared.download(open, item, ADDRESS)).item().downloads()).isEqualTo(1);
    in(() -> house.galleries.shelves.take(house.ann, "best", List.of(item)));
    assertThat(refusal(() -> shared.view(open, item, ADDRESS))).isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void anotherTenantSharesNothingOfOursAndChangesNoShare() {
    String item = delivered();
    ShareWish wish = wish(Optional.empty(), Optional.empty());
    GalleryShare share = share(item, wish);

    assertThat(refusal(() -> desk.item(house.bob, item, wish))).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(refusal(() -> desk.get(house.bob, share.id()))).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(refusal(() -> desk.change(house.bob, share.id(), wish)))
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(refusal(() -> desk.remove(house.bob, share.id()))).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(desk.list(house.bob, Optional.empty(), 5).items()).isEmpty();
  }

  private GalleryShare share(String item, ShareWish wish) {
    return in(() -> desk.item(house.ann, item, wish));
  }

  private static ShareWish wish(Optional<String> password, Optional<Optional<Instant>> end) {
    return new ShareWish(password, end, Optional.empty(), Optional.empty());
  }

  private <T> T in(Supplier<T> work) {
    return house.database.inTransaction(work);
  }

  private String delivered() {
    String id = house.submit(1).id();
    house.worker.run(id);
    return GalleryItem.idOf(ImageId.of(id, 0).value());
  }

  private static FailureCode refusal(Runnable call) {
    return catchThrowableOfType(FailureException.class, call::run).code();
  }
}
