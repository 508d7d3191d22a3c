package dev.easel.domain.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HalvingTest {

  @Test
  void eachPixelIsTheMeanOfFour() {
    BufferedImage picture =
        picture(BufferedImage.TYPE_INT_RGB, 2, 0x000000, 0x0404ff, 0x0804ff, 0xff0402);

    int half = Halving.of(picture).getRGB(0, 0);

    assertThat(half).isEqualTo(0xff430380);
  }

  @Test
  void whatIsClearLendsNoColour() {
    BufferedImage picture =
        picture(BufferedImage.TYPE_INT_ARGB, 2, 0x00ffffff, 0x00ffffff, 0xff102030, 0xff102030);

    assertThat(Halving.of(picture).getRGB(0, 0)).isEqualTo(0x80102030);
  }

  @Test
  void anOddEdgeKeepsItsLastLine() {
    BufferedImage picture = picture(BufferedImage.TYPE_INT_RGB, 3, 0, 0, 0x123456);

    BufferedImage half = Halving.of(picture);

    assertThat(half.getWidth()).isEqualTo(2);
    assertThat(half.getHeight()).isEqualTo(1);
    assertThat(half.getRGB(1, 0)).isEqualTo(0xff123456);
  }

  @Property
  void oneColourStaysThatColour(
      @ForAll int colour,
      @ForAll @IntRange(min = 1, max = 9) int width,
      @ForAll @IntRange(min = 1, max = 9) int height) {
    int[] pixels = new int[width * height];
    Arrays.fill(pixels, colour);

    BufferedImage half = Halving.of(picture(BufferedImage.TYPE_INT_ARGB, width, pixels));

    int expected = colour >>> 24 == 0 ? 0 : colour;
    assertThat(half.getRGB(half.getWidth() - 1, half.getHeight() - 1)).isEqualTo(expected);
  }

  @Test
  void aPartOfAPictureIsNotTaken() {
    BufferedImage picture = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);

    assertThat(Halving.takes(picture)).isTrue();
    assertThat(Halving.takes(picture.getSubimage(0, 0, 2, 2))).isFalse();
    assertThat(Halving.takes(new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY))).isFalse();
  }

  private static BufferedImage picture(int type, int width, int... pixels) {
    BufferedImage picture = new BufferedImage(width, pixels.length / width, type);
    picture.setRGB(0, 0, width, pixels.length / width, pixels, 0, width);
    return picture;
  }
}
