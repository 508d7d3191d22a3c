package dev.easel.adapter.imaging;

import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/** How a camera was held, by EXIF: 1 is upright, 2–8 are the other turns and reflections. */
final class Orientation {

  private static final int UPRIGHT = 1;

  private Orientation() {}

  static int ofJpeg(byte[] jpeg) throws IOException {
    try {
      Iterable<byte[]> segments =
          JpegSegmentReader.readSegments(
                  new SequentialByteArrayReader(jpeg), List.of(JpegSegmentType.APP1))
              .getSegments(JpegSegmentType.APP1);
      Metadata metadata = new Metadata();
      new ExifReader().readJpegSegments(segments, metadata, JpegSegmentType.APP1);
      return of(metadata);
    } catch (JpegProcessingException e) {
      throw new IOException(e);
    }
  }

  /** Of the bare EXIF block that PNG and WebP have; some programs leave JPEG's mark before it. */
  static int ofExif(byte[] exif) {
    if (exif.length == 0) {
      return UPRIGHT;
    }
    int start = ExifReader.startsWithJpegExifPreamble(exif) ? 6 : 0;
    Metadata metadata = new Metadata();
    new ExifReader().extract(new ByteArrayReader(exif, start), metadata);
    return of(metadata);
  }

  private static int of(Metadata metadata) {
    ExifIFD0Directory main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    Integer value = main == null ? null : main.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
    return value == null || value < 1 || value > 8 ? UPRIGHT : value;
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
