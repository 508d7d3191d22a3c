package dev.easel.adapter.vision.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.adapter.vision.Photographs;
import dev.easel.adapter.vision.Pictures;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.vision.Progress;
import dev.easel.domain.vision.Upscaler;
import dev.easel.domain.vision.Upscaling;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Enlarging photographs that were shrunk before, so that what should come out is known. */
class UpscalingTest {

  private static final BufferedImage CAT = Photographs.of("chelsea").getSubimage(60, 40, 240, 240);

  private final Upscaling upscaling = House.upscaling();

  @Test
  void theNetworkIsSharperThanInterpolationAndTrueToTheOriginal() {
    BufferedImage small = Photographs.shrunk(CAT, 4);

    BufferedImage network = upscaling.upscale(small, Upscaler.GENERAL, 4, Progress.NONE);
    BufferedImage lanczos = upscaling.upscale(small, Upscaler.LANCZOS, 4, Progress.NONE);

    assertThat(Photographs.sharpness(network)).isGreaterThan(1.1 * Photographs.sharpness(lanczos));
    assertThat(Photographs.psnr(CAT, network)).isGreaterThan(24);
  }

  @Test
  void damageGoesWithTheEnlarging() {
    BufferedImage damaged = Photographs.noisy(Photographs.shrunk(CAT, 2), 20);

    BufferedImage network = upscaling.upscale(damaged, Upscaler.GENERAL, 2, Progress.NONE);
    BufferedImage lanczos = upscaling.upscale(damaged, Upscaler.LANCZOS, 2, Progress.NONE);

    assertThat(Photographs.psnr(CAT, network)).isGreaterThan(3 + Photographs.psnr(CAT, lanczos));
  }

  @Test
  void withoutCleaningTheSmallPictureIsStillInTheLargeOne() {
    BufferedImage small = Photographs.noisy(Photographs.shrunk(CAT, 4), 10);

    BufferedImage cleaned = upscaling.upscale(small, Upscaler.GENERAL, 4, 1, Progress.NONE);
    BufferedImage kept = upscaling.upscale(small, Upscaler.GENERAL, 4, 0, Progress.NONE);

    assertThat(Photographs.psnr(small, Photographs.shrunk(kept, 4)))
        .isGreaterThan(5 + Photographs.psnr(small, Photographs.shrunk(cleaned, 4)));
  }

  @ParameterizedTest
  @CsvSource({"GENERAL, 2", "GENERAL, 3", "ANIME, 2", "LANCZOS, 3"})
  void everyFactorGivesItsSizeAndTheSamePicture(Upscaler model, int factor) {
    BufferedImage small = Photographs.shrunk(CAT.getSubimage(0, 0, 140, 92), 2);

    BufferedImage large = upscaling.upscale(small, model, factor, Progress.NONE);

    assertThat(large.getWidth()).isEqualTo(small.getWidth() * factor);
    assertThat(large.getHeight()).isEqualTo(small.getHeight() * factor);
    assertThat(Photographs.psnr(small, Photographs.shrunk(large, factor))).isGreaterThan(24);
  }

  @Test
  void transparencyIsEnlargedToo() {
    BufferedImage opacity = Pictures.gray(40, 40);
    opacity.getRaster().setSamples(0, 0, 20, 40, 0, filled(20 * 40, 255));
    BufferedImage cut = Pictures.withOpacity(CAT.getSubimage(100, 100, 40, 40), opacity);

    BufferedImage large = upscaling.upscale(cut, Upscaler.GENERAL, 2, Progress.NONE);

    assertThat(large.getRGB(10, 40) >>> 24).isEqualTo(255);
    assertThat(large.getRGB(70, 40) >>> 24).isZero();
  }

  @Test
  void noSeamsShowBetweenTiles() {
    int[] ramp = new int[400 * 16];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = 0x010101 * (i % 400 * 255 / 400);
    }

    BufferedImage large =
        upscaling.upscale(Photographs.picture(ramp, 400, 16), Upscaler.GENERAL, 2, Progress.NONE);

    for (int seam = 384; seam < 800; seam += 384) {
      int step = (large.getRGB(seam, 16) & 255) - (large.getRGB(seam - 1, 16) & 255);
      assertThat(Math.abs(step)).isLessThanOrEqualTo(4);
    }
  }

  @Test
  void progressIsToldBetweenTiles() {
    List<Double> told = new ArrayList<>();
    BufferedImage wide = Photographs.shrunk(Photographs.of("rocket"), 2);

    upscaling.upscale(wide, Upscaler.GENERAL, 2, told::add);

    assertThat(told).hasSize(3).isSorted().endsWith(1.0);
  }

  @Test
  void theProgressCanEndTheWork() {
    Progress cancelled =
        fraction -> {
          throw new CancellationException("enough");
        };

    assertThatThrownBy(() -> upscaling.upscale(CAT, Upscaler.GENERAL, 2, cancelled))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void anInterruptedThreadStopsBeforeTheNextTile() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> upscaling.upscale(CAT, Upscaler.GENERAL, 2, Progress.NONE))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void aResultThatWouldFillTheMemoryIsRefused() {
    BufferedImage large = new BufferedImage(4096, 2048, BufferedImage.TYPE_INT_RGB);

    assertThatThrownBy(() -> upscaling.upscale(large, Upscaler.GENERAL, 4, Progress.NONE))
        .isInstanceOfSatisfying(
            FailureException.class, f -> assertThat(f.fields()).containsKey("factor"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void otherFactorsAreRefused(int factor) {
    assertThatThrownBy(() -> upscaling.upscale(CAT, Upscaler.LANCZOS, factor, Progress.NONE))
        .isInstanceOf(FailureException.class);
  }

  @Test
  void theLargeNetworkSaysThatItIsNotInstalled() {
    assertThat(upscaling.isInstalled(Upscaler.PHOTO)).isFalse();
    assertThat(upscaling.isInstalled(Upscaler.ANIME)).isTrue();
    assertThatThrownBy(() -> upscaling.upscale(CAT, Upscaler.PHOTO, 2, Progress.NONE))
        .isInstanceOfSatisfying(
            FailureException.class,
            f -> assertThat(f.code()).isEqualTo(FailureCode.MODEL_NOT_CONFIGURED));
  }

  private static int[] filled(int length, int value) {
    int[] values = new int[length];
    Arrays.fill(values, value);
    return values;
  }
}
