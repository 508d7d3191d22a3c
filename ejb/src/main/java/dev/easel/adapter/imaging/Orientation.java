package dev.easel.adapter.imaging;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** How a camera was held, by EXIF: 1 is upright, 2–8 are the other turns and reflections. */
final class Orientation {

  private static final Logger LOG = Logger.getLogger(Orientation.class.getName());
  private static final int UPRIGHT = 1;

  private Orientation() {}

  static int ofJpeg(byte[] jpeg) throws IOException {
    return ofExif(JpegFile.metadata(jpeg).exif());
  }

  /**
   * Of the bare EXIF block that PNG and WebP have; some programs leave JPEG's mark before it. Only
   * this one number is read: a reader of everything parses the XMP that strangers put into a block.
   */
  static int ofExif(byte[] exif) {
    try {
      int value = exif.length == 0 ? UPRIGHT : ExifBlock.orientation(ExifBlock.unmarked(exif));
      return value < 1 || value > 8 ? UPRIGHT : value;
    } catch (IOException e) {
      LOG.log(Level.FINE, e, () -> "A picture is taken for upright");
      return UPRIGHT;
    }
  }

  /** The canonical image turned so that it needs no orientation any more. */
  static BufferedImage upright(BufferedImage image, int orientation) {
    if (orientation == UPRIGHT) {
      return image;
    }
    int width = image.getWidth();
    int height = image.getHeight();
    boolean lying = orientation >= 5;
    BufferedImage turned =
        new BufferedImage(lying ? height : width, lying ? width : height, image.getType());
    Walk walk = Walk.of(orientation, width, height);
    int[] from = Pixels.array(image);
    int[] to = Pixels.array(turned);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        to[walk.start + x * walk.perColumn + y * walk.perRow] = from[y * width + x];
      }
    }
    return turned;
  }

  /**
   * Where the source's pixels land in the target's array.
   *
   * @param start index of the source's first pixel
   * @param perColumn index step for one pixel to the right in the source
   * @param perRow index step for one row down in the source
   */
  private record Walk(int start, int perColumn, int perRow) {

    static Walk of(int orientation, int width, int height) {
      return switch (orientation) {
        case 2 -> new Walk(width - 1, -1, width);
        case 3 -> new Walk(width * height - 1, -1, -width);
        case 4 -> new Walk((height - 1) * width, 1, -width);
        case 5 -> new Walk(0, height, 1);
        case 6 -> new Walk(height - 1, height, -1);
        case 7 -> new Walk(width * height - 1, -height, -1);
        default -> new Walk((width - 1) * height, -height, 1);
      };
    }
  }
}
