package dev.easel.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.asset.Asset;
import dev.easel.domain.asset.AssetRepository;
import dev.easel.domain.asset.AssetRepository.Lapse;
import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.Input;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.asset.AssetDesk;
import dev.easel.service.asset.AssetDesk.Uploaded;
import dev.easel.service.asset.AssetSteps;
import dev.easel.service.asset.ImageLinks;
import dev.easel.service.asset.InputImages;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import dev.easel.service.usage.UsageService;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Assets and references on the real database and the real store. */
@ArquillianTest
class AssetIT {

  @Inject AssetDesk desk;
  @Inject AssetSteps steps;
  @Inject AssetRepository assets;
  @Inject InputImages inputs;
  @Inject ImageLinks links;
  @Inject GenerationService generations;
  @Inject UsageService usage;
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
    ann = backstage.tenantWith(Credits.of(10));
    bob = backstage.tenantWith(Credits.of(10));
  }

  @Test
  void whoSendTheSameAtOnceGetTheSameAsset() throws Exception {
    byte[] picture = png(40, 30);

    List<Object> ends = crowd.all(8, i -> desk.upload(ann, "file", picture, "cat.png"));

    assertThat(ends).allMatch(Uploaded.class::isInstance);
    assertThat(ends).extracting(end -> ((Uploaded) end).asset().id()).containsOnly(first(ends));
    assertThat(assets.list(ann.tenantId(), Optional.empty(), 10).items()).hasSize(1);
    assertThat(usage.of(ann).storedBytes()).isEqualTo(picture.length);
  }

  @Test
  void nobodyReachesWhatIsAnothersByWhateverName() throws Exception {
    Asset asset = desk.upload(ann, "file", png(8, 8), null).asset();
    Image image = delivered(ann);

    for (String reference :
        List.of(asset.id(), image.id(), "https://any.example" + links.image(image))) {
      assertThat(inputs.resolve(ann, "image", reference).width()).isPositive();
      assertThat(codeOf(() -> inputs.resolve(bob, "image", reference)))
          .isEqualTo(FailureCode.INVALID_IMAGE);
    }
    assertThat(codeOf(() -> desk.get(bob, asset.id()))).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(codeOf(() -> desk.ofContent(bob, asset.sha256()))).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(codeOf(() -> desk.delete(bob, asset.id()))).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(desk.list(bob, Optional.empty(), 10).items()).isEmpty();
    assertThat(codeOf(() -> desk.list(bob, Optional.of(asset.id()), 10)))
        .isEqualTo(FailureCode.INVALID_REQUEST);
  }

  @Test
  void anInputIsFoundAgainByItsId() throws IOException {
    Input input = inputs.resolve(ann, "image", Base64.getEncoder().encodeToString(png(12, 7)));

    Input again = inputs.find(ann.tenantId(), input.id()).orElseThrow();

    assertThat(inputs.pixels(again).getWidth()).isEqualTo(12);
    assertThat(inputs.find(bob.tenantId(), input.id())).isEmpty();
  }

  @Test
  void pagesGoFromTheNewestToTheOldest() throws IOException {
    for (int width = 1; width <= 5; width++) {
      desk.upload(ann, "file", png(width, 9), null);
    }

    Page<Asset> one = desk.list(ann, Optional.empty(), 3);
    Page<Asset> two = desk.list(ann, one.next(), 3);

    assertThat(one.items()).extracting(Asset::width).containsExactly(5, 4, 3);
    assertThat(two.items()).extracting(Asset::width).containsExactly(2, 1);
  }

  @Test
  void onlyWhatIsStillOverIsRemoved() throws Exception {
    String id = desk.upload(ann, "file", png(6, 6), null).asset().id();
    desk.delete(ann, id);
    Instant now = backstage.now();
    Lapse later = new Lapse(now.minus(Duration.ofDays(30)), now.plusSeconds(60));

    assertThat(assets.over(later, 1000)).contains(id);
    assertThat(desk.upload(ann, "file", png(6, 6), null).asset().id()).isEqualTo(id);
    assertThat(steps.removeIfOver(id, later)).isFalse();
    desk.delete(ann, id);
    assertThat(steps.removeIfOver(id, later)).isTrue();
    assertThat(assets.knows(id)).isFalse();
  }

  private Image delivered(Caller owner) throws Exception {
    String id =
        generations
            .submit(owner, Backstage.small(), Backstage.origin(), Idempotency.none())
            .generation()
            .id();
    GenerationDetails done = backstage.awaitEnd(owner, id);
    return done.images().get(0);
  }

  private static String first(List<Object> ends) {
    return ((Uploaded) ends.get(0)).asset().id();
  }

  private static FailureCode codeOf(Runnable refused) {
    return catchThrowableOfType(FailureException.class, refused::run).code();
  }

  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }
}
