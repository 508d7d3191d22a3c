package dev.easel.domain.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MaskProperty {

  @Property(tries = 100)
  void regionsHoldAllMarkedPixelsAndNoMoreThanThePicture(
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll int seed) {
    Mask mask = Mask.of(MaskTest.noisy(width, height, seed), Polarity.LIGHT);

    List<Rectangle> regions = mask.regions();

    Rectangle whole = new Rectangle(0, 0, width, height);
    assertThat(regions).allMatch(whole::contains);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int column = x;
        int row = y;
        if (mask.level(x, y) >= 128) {
          assertThat(regions).anyMatch(region -> region.contains(column, row));
        }
      }
    }
  }

  @Property(tries = 50)
  void oneMaskAndItsOppositeAreTheWholePicture(
      @ForAll @IntRange(min = 1, max = 30) int width,
      @ForAll @IntRange(min = 1, max = 30) int height,
      @ForAll int seed) {
    BufferedImage image = MaskTest.noisy(width, height, seed);
    Mask light = Mask.of(image, Polarity.LIGHT);
    Mask dark = Mask.of(image, Polarity.DARK);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        assertThat(light.level(x, y) + dark.level(x, y)).isEqualTo(255);
      }
    }
  }

  @Property(tries = 50)
  void blurringNeitherAddsNorTakesAwayMuch(
      @ForAll @IntRange(min = 1, max = 8) int deviation, @ForAll int seed) {
    Mask flat = Mask.of(MaskTest.boxes(30, 30, new Rectangle(0, 0, 30, 30)), Polarity.LIGHT);
    Mask empty = Mask.of(MaskTest.boxes(30, 30), Polarity.LIGHT);
    int at = Math.floorMod(seed, 30);
    assertThat(flat.blurred(deviation).level(at, at)).isGreaterThanOrEqualTo(254);
    assertThat(empty.blurred(deviation).level(at, at)).isZero();
  }
}
