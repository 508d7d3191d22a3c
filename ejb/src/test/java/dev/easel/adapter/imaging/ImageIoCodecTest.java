package dev.easel.adapter.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.shared.FailureException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImageIoCodecTest {

  private final ImageIoCodec codec = new ImageIoCodec();

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 7", "64, 64", "257, 131"})
  void pngKeepsEveryPixel(int width, int height) {
    BufferedImage image = Samples.photo(width, height);

    BufferedImage back = codec.decode(Samples.encoded(image, ImageFormat.PNG));

    assertThat(back.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
    assertThat(Pixels.array(back)).isEqualTo(Pixels.array(image));
  }

  @Test
  void pngKeepsEveryPixelAndItsTransparency() {
    BufferedImage image = Samples.glass(61, 47);

    BufferedImage back = codec.decode(Samples.encoded(image, ImageFormat.PNG));

    assertThat(back.getType()).isEqualTo(BufferedImage.TYPE_INT_ARGB);
    assertThat(Pixels.array(back)).isEqualTo(Pixels.array(image));
  }

  @ParameterizedTest
  @EnumSource(names = {"JPEG", "WEBP"})
  void lossyFormatsStayClose(ImageFormat format) {
    BufferedImage image = Samples.photo(160, 120);

    BufferedImage back = codec.decode(Samples.encoded(image, format));

    assertThat(back.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
    assertThat(meanError(image, back)).isLessThan(6);
  }

  @Test
  void whatWasMadeHereIsReadThoughItHasMoreBytesThanWhatIsTaken() {
    ImageIoCodec strict = new ImageIoCodec();
    strict.mostBytes = 500;
    byte[] own = Samples.encoded(Samples.photo(32, 32), ImageFormat.PNG);

    assertThat(own).hasSizeGreaterThan(500);
    assertThat(strict.decode(own).getWidth()).isEqualTo(32);
    assertThatThrownBy(() -> strict.inspect(own)).isInstanceOf(FailureException.class);

    strict.mostPixels = 1000;
    assertThatThrownBy(() -> strict.decode(own)).isInstanceOf(FailureException.class);
  }

  @Test
  void webpKeepsTransparency() {
    BufferedImage back = codec.decode(Samples.encoded(Samples.glass(64, 64), ImageFormat.WEBP));

    assertThat(back.getType()).isEqualTo(BufferedImage.TYPE_INT_ARGB);
    assertThat(back.getRGB(16, 32) >>> 24).isEqualTo(255);
    assertThat(back.getRGB(48, 48) >>> 24).isZero();
    assertThat(back.getRGB(48, 8) >>> 24).isBetween(124, 132);
  }

  @Test
  void jpegLaysTransparencyUponWhite() {
    BufferedImage back = codec.decode(Samples.encoded(Samples.glass(64, 64), ImageFormat.JPEG));

    assertNear(back.getRGB(56, 48), Color.WHITE);
    assertNear(back.getRGB(8, 48), Color.RED);
  }

  @ParameterizedTest
  @EnumSource(names = {"JPEG", "WEBP"})
  void lowerQualityMakesSmallerFiles(ImageFormat format) {
    BufferedImage image = Samples.photo(200, 200);

    assertThat(size(image, format, 100))
        .isGreaterThan(size(image, format, 80))
        .isGreaterThan(size(image, format, 30));
    assertThat(size(image, format, 30)).isGreaterThan(size(image, format, 1));
  }

  @ParameterizedTest
  @EnumSource
  void sameInputGivesSameBytes(ImageFormat format) {
    BufferedImage image = Samples.photo(90, 60);

    assertThat(Samples.encoded(image, format)).isEqualTo(Samples.encoded(image, format));
  }

  @ParameterizedTest
  @EnumSource
  void opaquePixelsInAnyLayoutEncodeAlike(ImageFormat format) {
    BufferedImage image = Samples.photo(48, 32);
    BufferedImage layered = new BufferedImage(60, 40, BufferedImage.TYPE_4BYTE_ABGR);
    layered.createGraphics().drawImage(image, 5, 5, null);

    byte[] part = Samples.encoded(layered.getSubimage(5, 5, 48, 32), format);

    assertThat(part).isEqualTo(Samples.encoded(image, format));
  }

  @ParameterizedTest
  @CsvSource({"0", "101", "-1"})
  void qualityOutOfRangeIsADefect(int quality) {
    BufferedImage image = Samples.photo(8, 8);

    assertThatThrownBy(() -> codec.encode(image, ImageFormat.JPEG, quality, Samples.PROVENANCE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "1024, 512, 256, 256, 128",
    "300, 900, 256, 85, 256",
    "100, 50, 256, 100, 50",
    "2000, 1, 64, 64, 1",
    "257, 257, 256, 256, 256"
  })
  void thumbnailsKeepTheShape(int width, int height, int edge, int thumbWidth, int thumbHeight) {
    BufferedImage small = codec.decode(codec.thumbnail(Samples.photo(width, height), edge));

    assertThat(small.getWidth()).isEqualTo(thumbWidth);
    assertThat(small.getHeight()).isEqualTo(thumbHeight);
  }

  @Test
  void thumbnailsAreJpegUponWhite() throws IOException {
    byte[] thumbnail = codec.thumbnail(Samples.glass(512, 512), 128);

    assertThat(ImageKind.of(thumbnail)).contains(ImageKind.JPEG);
    assertNear(codec.decode(thumbnail).getRGB(100, 100), Color.WHITE);
  }

  @Test
  void thumbnailsAverageInsteadOfSkipping() {
    BufferedImage board = new BufferedImage(512, 512, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 512 * 512; i++) {
      board.setRGB(i % 512, i / 512, (i % 512 + i / 512) % 2 == 0 ? 0xffffff : 0);
    }

    BufferedImage small = codec.decode(codec.thumbnail(board, 128));

    assertNear(small.getRGB(64, 64), Color.GRAY);
  }

  private int size(BufferedImage image, ImageFormat format, int quality) {
    return codec.encode(image, format, quality, Samples.PROVENANCE).length;
  }

  static double meanError(BufferedImage one, BufferedImage other) {
    int[] a = Pixels.array(one);
    int[] b = Pixels.array(other);
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        sum += Math.abs((a[i] >> shift & 0xff) - (b[i] >> shift & 0xff));
      }
    }
    return sum / (3.0 * a.length);
  }

  static void assertNear(int pixel, Color expected) {
    assertThat(pixel >> 16 & 0xff).isBetween(expected.getRed() - 12, expected.getRed() + 12);
    assertThat(pixel >> 8 & 0xff).isBetween(expected.getGreen() - 12, expected.getGreen() + 12);
    assertThat(pixel & 0xff).isBetween(expected.getBlue() - 12, expected.getBlue() + 12);
  }
}
