package dev.easel.adapter.provider.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.provider.RenderedImage;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class SketchProviderTest {

  @Test
  void theSameOrderGivesTheSamePixels() {
    Orders order = Orders.of("a cherry tree by a lake at sunset");

    assertThat(order.paint().pixels(0)).isEqualTo(order.paint().pixels(0));
  }

  @Test
  void imageNumberIIsThatOfSeedPlusI() {
    Orders order = Orders.of("mountains at dawn");

    Orders.Received three = order.times(3).paint();

    assertThat(three.images).extracting(RenderedImage::index).containsExactly(0, 1, 2);
    assertThat(three.images).extracting(RenderedImage::seed).containsExactly(7L, 8L, 9L);
    assertThat(three.pixels(2)).isEqualTo(order.seeded(9).paint().pixels(0));
    assertThat(three.pixels(1)).isNotEqualTo(three.pixels(0));
  }

  @Test
  void wordsThatWereNotPaintedAreNamed() {
    Orders.Received received =
        Orders.of("A beautiful sunset over a quantum blockchain, 8k").paint();

    assertThat(received.warnings())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.code()).isEqualTo("words_not_painted");
              assertThat(r.message()).contains("quantum, blockchain").doesNotContain("beautiful");
            });
  }

  @Test
  void aPromptThatIsPaintedWhollyHasNoRemarks() {
    assertThat(Orders.of("A serene mountain landscape").paint().warnings()).isEmpty();
  }

  @Test
  void moreStepsRefineThePicture() {
    Orders order = Orders.of("a cherry tree by a lake");

    int[] coarse = order.refined(1, 7.5).paint().pixels(0);
    int[] fine = order.refined(30, 7.5).paint().pixels(0);

    assertThat(Orders.difference(coarse, fine)).isBetween(1.0, 60.0);
  }

  @Test
  void previewsAreSpreadOverEveryImageAndProgressNeverFalls() {
    Orders.Received received = Orders.of("a lake at night").times(2).shown(3).paint();

    assertThat(received.previewIndexes).containsExactly(0, 0, 0, 1, 1, 1);
    assertThat(received.progress).isSorted().endsWith(1.0).hasSizeGreaterThan(10);
    assertThat(received.previews.get(0).getWidth()).isEqualTo(96);
  }

  @Test
  void cancellingEndsThePaintingWithoutAnImage() {
    Orders order = Orders.of("a forest").sized(1024, 1024).times(4);
    Orders.Received received =
        new Orders.Received() {
          private int questions;

          @Override
          public boolean cancelled() {
            return ++questions > 4;
          }
        };

    RenderOutcome outcome = new SketchProvider().render(order.order(), received);

    assertThat(outcome).isInstanceOf(RenderOutcome.Cancelled.class);
    assertThat(received.images).isEmpty();
  }

  @Test
  void anOpaqueOrderGivesAnOpaqueImage() {
    assertThat(Orders.of("a cat").paint().images.get(0).pixels().getType())
        .isEqualTo(BufferedImage.TYPE_INT_RGB);
  }

  @Test
  void anImpossibleSizeFailsInsteadOfBreaking() {
    assertThat(Orders.of("a cat").sized(0, 64).paint().outcome)
        .isInstanceOf(RenderOutcome.Failed.class);
  }
}
