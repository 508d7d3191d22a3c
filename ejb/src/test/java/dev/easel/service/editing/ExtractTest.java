package dev.easel.service.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ExtractTest {

  @Test
  void aMegapixelIsSeenAsItIs() {
    BufferedImage image = image(1024, 1024);
    assertThat(Extract.whole(image)).isSameAs(image);
  }

  @Test
  void whatIsLargerIsShrunkToAMegapixel() {
    BufferedImage seen = Extract.whole(image(4096, 1024));
    assertThat(seen.getWidth()).isEqualTo(2048);
    assertThat(seen.getHeight()).isEqualTo(512);
  }

  @Test
  void aThreadOfPixelsKeepsOne() {
    assertThat(Extract.whole(image(2_000_000, 1)).getHeight()).isEqualTo(1);
  }

  @Test
  void qualityIsThatOfTheMiddle() {
    BufferedImage image = image(2000, 100);
    image.setRGB(1000, 50, 0xff0000);

    BufferedImage middle = Extract.middle(image).orElseThrow();

    assertThat(middle.getWidth()).isEqualTo(768);
    assertThat(middle.getHeight()).isEqualTo(100);
    assertThat(middle.getRGB(384, 50)).isEqualTo(0xffff0000);
    assertThat(Extract.middle(image(100, 15))).isEmpty();
  }

  private static BufferedImage image(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }
}
