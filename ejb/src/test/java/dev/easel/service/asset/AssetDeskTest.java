package dev.easel.service.asset;

import static dev.easel.service.asset.Shelves.ANN;
import static dev.easel.service.asset.Shelves.BOB;
import static dev.easel.service.asset.Shelves.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.asset.Asset;
import dev.easel.domain.asset.AssetSource;
import dev.easel.domain.asset.ImageFacts;
import dev.easel.domain.asset.InputFormat;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Sha256;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssetDeskTest {

  private static final byte[] SMALL = png(4, 3);

  private final Shelves shelves = new Shelves();
  private final AssetDesk desk = shelves.desk;

  @Test
  void anUploadIsFoundByIdAndByContent() {
    AssetDesk.Uploaded uploaded = desk.upload(ANN, "file", SMALL, "cat.png");
    Asset asset = uploaded.asset();

    assertThat(uploaded.isNew()).isTrue();
    assertThat(asset.fileName()).contains("cat.png");
    assertThat(asset.source()).isEqualTo(AssetSource.UPLOAD);
    assertThat(desk.get(ANN, asset.id()).sha256()).isEqualTo(asset.sha256());
    assertThat(desk.ofContent(ANN, asset.sha256()).id()).isEqualTo(asset.id());
    assertThat(desk.upload(ANN, "file", SMALL, "dog.png").isNew()).isFalse();
    assertThat(desk.list(ANN, Optional.empty(), 10).items()).hasSize(1);
    assertThat(shelves.blobs.keys()).containsExactly(asset.blobKey(), asset.thumbnailKey());
  }

  @Test
  void thoseOfOthersAreNotThere() {
    Asset asset = desk.upload(ANN, "file", SMALL, null).asset();

    assertThat(codeOf(() -> desk.get(BOB, asset.id()))).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(codeOf(() -> desk.ofContent(BOB, asset.sha256()))).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(codeOf(() -> desk.delete(BOB, asset.id()))).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(desk.list(BOB, Optional.empty(), 10).items()).isEmpty();
  }

  @Test
  void pagesGoFromTheNewestToTheOldest() {
    for (int width = 1; width <= 5; width++) {
      desk.upload(ANN, "file", png(width, 1), null);
      shelves.clock.pass(Duration.ofSeconds(1));
    }

    var first = desk.list(ANN, Optional.empty(), 3);
    var second = desk.list(ANN, first.next(), 3);

    assertThat(first.items()).extracting(Asset::width).containsExactly(5, 4, 3);
    assertThat(second.items()).extracting(Asset::width).containsExactly(2, 1);
    assertThat(second.next()).isEmpty();
  }

  @Test
  void aDeletedOneComesBackWithTheSameUpload() {
    String id = desk.upload(ANN, "file", SMALL, null).asset().id();
    desk.delete(ANN, id);

    assertThat(codeOf(() -> desk.get(ANN, id))).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(desk.upload(ANN, "file", SMALL, null).asset().id()).isEqualTo(id);
    assertThat(desk.get(ANN, id).width()).isEqualTo(4);
  }

  @Test
  void deletedOnesGoAfterADay() {
    desk.delete(ANN, desk.upload(ANN, "file", SMALL, null).asset().id());
    shelves.clock.pass(Duration.ofHours(25));

    shelves.expiry.run();

    assertThat(shelves.blobs.keys()).isEmpty();
    assertThat(desk.upload(ANN, "file", SMALL, null).isNew()).isTrue();
  }

  @Test
  void unusedOnesGoAfterTheRetentionAndUsedOnesStay() {
    String used = desk.upload(ANN, "file", SMALL, null).asset().id();
    String unused = desk.upload(ANN, "file", png(5, 5), null).asset().id();
    shelves.clock.pass(Duration.ofDays(20));
    shelves.inputs.resolve(ANN, "image", used);
    shelves.clock.pass(Duration.ofDays(11));

    shelves.expiry.run();

    assertThat(desk.get(ANN, used).id()).isEqualTo(used);
    assertThat(codeOf(() -> desk.get(ANN, unused))).isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void anUploadThatDiedBetweenRowAndFileIsFinishedByTheNext() {
    Asset begun =
        new Asset(
            "ten_ann",
            Sha256.hex(SMALL),
            AssetSource.UPLOAD,
            new ImageFacts(InputFormat.PNG, 4, 3),
            SMALL.length,
            null,
            shelves.clock.instant());
    shelves.assets.add(begun);
    assertThat(codeOf(() -> desk.get(ANN, begun.id()))).isEqualTo(FailureCode.NOT_FOUND);

    Asset finished = desk.upload(ANN, "file", SMALL, null).asset();

    assertThat(finished.id()).isEqualTo(begun.id());
    assertThat(shelves.blobs.keys()).hasSize(2);
  }

  @Test
  void filesOfNoKnownAssetAreOrphans() {
    Asset asset = desk.upload(ANN, "file", SMALL, null).asset();
    shelves.blobs.put("assets/67/ast_0123456789abcdef01234567/source.png", SMALL);

    assertThat(shelves.audit.shelves()).contains("assets/67").hasSize(512);
    assertThat(shelves.audit.orphans("assets/67"))
        .containsExactly("assets/67/ast_0123456789abcdef01234567/source.png");
    String own = asset.blobKey().substring(0, "assets/67".length());
    assertThat(shelves.audit.orphans(own)).doesNotContain(asset.blobKey());
  }

  @Test
  void uploadsBeyondThePlansStorageAreRefused() {
    byte[] large = Arrays.copyOf(png(9, 9), (1 << 20) + 1);

    FailureException refused =
        catchThrowableOfType(FailureException.class, () -> desk.upload(ANN, "file", large, null));

    assertThat(refused.code()).isEqualTo(FailureCode.INSUFFICIENT_CREDITS);
    assertThat(refused.details()).containsEntry("reason", "storage_exceeded");
  }

  @Test
  void whatADeliveredImageShowsBecomesAnAssetOnRequest() {
    String image = shelves.delivered(ANN, SMALL).id();

    AssetDesk.Uploaded taken = desk.take(ANN, "url", image);

    assertThat(taken.isNew()).isTrue();
    assertThat(taken.asset().id()).startsWith("ast_");
  }

  private static FailureCode codeOf(Runnable refused) {
    return catchThrowableOfType(FailureException.class, refused::run).code();
  }
}
