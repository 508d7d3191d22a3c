package dev.easel.adapter.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Pictures that were looked at once and are compared with ever since, in {@code
 * src/test/resources/golden}. Renewed on purpose by {@code -Deasel.golden.renew=true}; what differs
 * lies in {@code target/golden}.
 */
public final class Golden {

  private static final Path RENEWED = Path.of("src", "test", "resources", "golden");
  private static final Path DIFFERENT = Path.of("target", "golden");

  private Golden() {}

  /**
   * How far a picture may be from its golden one, in levels of 0 to 255.
   *
   * @param mean absolute difference of all samples
   * @param most difference of any sample
   */
  public record Tolerance(double mean, int most) {

    /** Integer arithmetic, and rounding that may fall the other way. */
    public static final Tolerance EXACT = new Tolerance(0.1, 2);

    /** Sums of floating-point numbers whose order depends on the processor. */
    public static final Tolerance NUMERIC = new Tolerance(1, 24);

    /** Edges and strokes that flip by thresholds, letters that look as the fonts of the machine. */
    public static final Tolerance LOOSE = new Tolerance(4, 255);
  }

  /** Fails if the picture is not the golden one of that name. */
  public static void compare(String name, BufferedImage picture, Tolerance tolerance) {
    if (Boolean.getBoolean("easel.golden.renew")) {
      write(RENEWED, name, picture);
      return;
    }
    BufferedImage golden = read(name);
    assertThat(picture.getWidth() + "x" + picture.getHeight())
        .as("size of %s", name)
        .isEqualTo(golden.getWidth() + "x" + golden.getHeight());
    Tolerance found = difference(golden, picture);
    if (found.mean() > tolerance.mean() || found.most() > tolerance.most()) {
      write(DIFFERENT, name, picture);
    }
    assertThat(found.mean())
        .as("mean difference of %s", name)
        .isLessThanOrEqualTo(tolerance.mean());
    assertThat(found.most())
        .as("most difference of %s", name)
        .isLessThanOrEqualTo(tolerance.most());
  }

  /** Of two pictures of one size, opacity included. */
  public static Tolerance difference(BufferedImage one, BufferedImage other) {
    int[] left = Pictures.argb(one);
    int[] right = Pictures.argb(other);
    long sum = 0;
    int most = 0;
    for (int i = 0; i < left.length; i++) {
      for (int shift = 0; shift < 32; shift += 8) {
        int difference = Math.abs((left[i] >> shift & 255) - (right[i] >> shift & 255));
        sum += difference;
        most = Math.max(most, difference);
      }
    }
    int channels = one.getColorModel().hasAlpha() ? 4 : 3;
    return new Tolerance((double) sum / (channels * left.length), most);
  }

  private static BufferedImage read(String name) {
    URL file = Golden.class.getResource("/golden/" + name + ".png");
    assertThat(file).as("the golden %s; see src/test/resources/golden/README.md", name).isNotNull();
    try {
      return ImageIO.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path directory, String name, BufferedImage picture) {
    try {
      File file = directory.resolve(name + ".png").toFile();
      Files.createDirectories(directory);
      ImageIO.write(picture, "png", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
