package dev.easel.adapter.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.shared.FailureException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Thumbnails of files are those of their pixels, whichever way they were made. */
class JpegShrinkTest {

  private final ImageIoCodec codec = new ImageIoCodec();

  @ParameterizedTest
  @ValueSource(strings = {"astronaut", "chelsea", "coffee", "rocket"})
  void photographsLookTheSame(String name) throws IOException {
    byte[] file = photograph(name);

    assertThat(JpegShrink.takes(file)).isTrue();
    assertThat(difference(file, 96)).isLessThan(1.5);
  }

  @ParameterizedTest
  @CsvSource({"640, 480, 100", "641, 479, 100", "1023, 255, 128", "3, 1000, 64", "999, 1000, 31"})
  void anySizeIsTaken(int width, int height, int edge) {
    byte[] file = Samples.encoded(Samples.photo(width, height), ImageFormat.JPEG);

    assertThat(JpegShrink.takes(file)).isTrue();
    assertThat(difference(file, edge)).isLessThan(2);
  }

  @Test
  void finePatternsBecomeTheirMean() {
    BufferedImage board = new BufferedImage(512, 512, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 512 * 512; i++) {
      board.setRGB(i % 512, i / 512, (i % 512 + i / 512) % 2 == 0 ? 0xffffff : 0);
    }
    byte[] file = Samples.encoded(board, ImageFormat.JPEG);

    BufferedImage small = codec.decode(codec.thumbnail(file, 128));

    ImageIoCodecTest.assertNear(small.getRGB(64, 64), Color.GRAY);
  }

  @Test
  void profilesAreLeftToTheDecoder() throws IOException {
    byte[] file = photograph("coffee");
    byte[] profile = Bytes.latin1("ÿâ\0\u0012ICC_PROFILE\0\u0001\u0001xx");

    assertThat(JpegShrink.takes(inserted(file, profile))).isFalse();
    assertThat(JpegShrink.takes(inserted(file, Bytes.latin1("ÿî\0\u0007Adobe")))).isFalse();
  }

  @Test
  void aFileThatIsCutOffIsRefused() throws IOException {
    byte[] file = photograph("coffee");

    assertThatThrownBy(() -> codec.thumbnail(Arrays.copyOf(file, file.length / 2), 64))
        .isInstanceOf(FailureException.class);
  }

  @Test
  void whatIsNotMuchLargerIsNotShrunk() {
    assertThat(JpegShrink.factor(new ImageHead(639, 100), 320)).isEqualTo(1);
    assertThat(JpegShrink.factor(new ImageHead(100, 640), 320)).isEqualTo(2);
    assertThat(JpegShrink.factor(new ImageHead(4000, 3000), 320)).isEqualTo(4);
  }

  /** Mean of the levels by which the thumbnail of the file is off that of its pixels. */
  private double difference(byte[] file, int edge) {
    BufferedImage golden = codec.decode(codec.thumbnail(codec.decode(file), edge));
    BufferedImage made = codec.decode(codec.thumbnail(file, edge));
    assertThat(made.getWidth()).isEqualTo(golden.getWidth());
    assertThat(made.getHeight()).isEqualTo(golden.getHeight());
    long off = 0;
    for (int y = 0; y < made.getHeight(); y++) {
      for (int x = 0; x < made.getWidth(); x++) {
        off += off(made.getRGB(x, y), golden.getRGB(x, y));
      }
    }
    return off / (3.0 * made.getWidth() * made.getHeight());
  }

  private static int off(int one, int other) {
    int off = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      off += Math.abs((one >> shift & 255) - (other >> shift & 255));
    }
    return off;
  }

  private static byte[] inserted(byte[] jpeg, byte[] segment) {
    byte[] all = new byte[jpeg.length + segment.length];
    System.arraycopy(jpeg, 0, all, 0, 2);
    System.arraycopy(segment, 0, all, 2, segment.length);
    System.arraycopy(jpeg, 2, all, 2 + segment.length, jpeg.length - 2);
    return all;
  }

  private static byte[] photograph(String name) throws IOException {
    try (InputStream in =
        JpegShrinkTest.class.getResourceAsStream("/photographs/" + name + ".jpg")) {
      return in.readAllBytes();
    }
  }
}
