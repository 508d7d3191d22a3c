package dev.easel.adapter.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.nio.ByteBuffer;

/**
 * Makes photographs small while they are still luma and chroma: means are the same before and after
 * the conversion to RGB, which then is of a few pixels and not of millions.
 */
final class JpegShrink {

  private static final int BANDS = 3;
  private static final int START_OF_SCAN = 0xda;
  private static final int BASELINE = 0xc0;
  private static final int PROGRESSIVE = 0xc2;
  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;
  private static final int APP2 = 0xe2;
  private static final int APP14 = 0xee;

  private JpegShrink() {}

  /** How many times smaller the picture may become: 4, 2, or 1 for not at all. */
  static int factor(ImageHead head, int edge) {
    long times = Math.max(head.width(), head.height()) / edge;
    return times < 2 ? 1 : times < 4 ? 2 : 4;
  }

  /**
   * Whether there is no doubt that the file holds luma and two chromas of sRGB: no profile, nothing
   * of Adobe's, three components numbered as JFIF and EXIF want them.
   *
   * @param jpeg whose head has been judged
   */
  static boolean takes(byte[] jpeg) {
    ByteBuffer in = ByteBuffer.wrap(jpeg);
    boolean standard = false;
    boolean components = false;
    for (int at = 2; at + 4 <= jpeg.length && jpeg[at] == (byte) 0xff; ) {
      int marker = jpeg[at + 1] & 0xff;
      if (marker == START_OF_SCAN) {
        return standard && components;
      }
      if (marker == APP14 || marker == APP2 && Bytes.startsWith(jpeg, at + 4, "ICC_PROFILE")) {
        return false;
      }
      standard |=
          marker == APP0 && Bytes.startsWith(jpeg, at + 4, "JFIF\0")
              || marker == APP1 && Bytes.startsWith(jpeg, at + 4, JpegFile.EXIF_MARK);
      components |= marker >= BASELINE && marker <= PROGRESSIVE && isNumbered(jpeg, at + 9);
      at += 2 + Math.max(2, in.getShort(at + 2) & 0xffff);
    }
    return false;
  }

  /** Three components, 1 to 3; each has three bytes. */
  private static boolean isNumbered(byte[] jpeg, int at) {
    return at + 1 + BANDS * BANDS <= jpeg.length
        && jpeg[at] == BANDS
        && jpeg[at + 1] == 1
        && jpeg[at + 4] == 2
        && jpeg[at + 7] == 3;
  }

  /** Whether the samples lie as {@link #shrunk} reads them. */
  static boolean takes(Raster samples) {
    return samples.getDataBuffer() instanceof DataBufferByte
        && samples.getSampleModel() instanceof PixelInterleavedSampleModel model
        && model.getNumBands() == BANDS
        && model.getPixelStride() == BANDS
        && model.getScanlineStride() == BANDS * samples.getWidth()
        && model.getBandOffsets()[0] == 0
        && model.getBandOffsets()[1] == 1;
  }

  /**
   * Each pixel is the mean of a square, at the far edges of what is left.
   *
   * @param factor 2 or 4
   * @return {@code TYPE_INT_RGB}
   */
  static BufferedImage shrunk(Raster samples, int factor) {
    int width = samples.getWidth();
    int columns = (width + factor - 1) / factor;
    int rows = (samples.getHeight() + factor - 1) / factor;
    BufferedImage small = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
    int[] to = Pixels.array(small);
    byte[] from = ((DataBufferByte) samples.getDataBuffer()).getData();
    for (int row = 0; row < rows; row++) {
      int last = Math.min(samples.getHeight(), (row + 1) * factor);
      int[] sums = new int[BANDS * columns];
      for (int y = row * factor; y < last; y++) {
        add(from, y * width * BANDS, width, factor, sums);
      }
      for (int column = 0; column < columns; column++) {
        int wide = Math.min(factor, width - column * factor);
        to[row * columns + column] = rgb(sums, BANDS * column, wide * (last - row * factor));
      }
    }
    return small;
  }

  /** A row of samples; what remains behind the last whole square is added to one more sum. */
  private static void add(byte[] from, int start, int width, int factor, int[] sums) {
    int whole = width / factor * BANDS;
    if (factor == 4) {
      addFours(from, start, whole, sums);
    } else {
      addTwos(from, start, whole, sums);
    }
    int end = start + width * BANDS;
    for (int at = start + whole * factor; at < end; at++) {
      sums[whole + (at - start) % BANDS] += from[at] & 0xff;
    }
  }

  /** Written out, since a loop of four takes three times as long. */
  private static void addFours(byte[] from, int start, int count, int[] sums) {
    for (int to = 0, at = start; to < count; to += BANDS, at += 4 * BANDS) {
      sums[to] += four(from, at);
      sums[to + 1] += four(from, at + 1);
      sums[to + 2] += four(from, at + 2);
    }
  }

  private static void addTwos(byte[] from, int start, int count, int[] sums) {
    for (int to = 0, at = start; to < count; to += BANDS, at += 2 * BANDS) {
      sums[to] += two(from, at);
      sums[to + 1] += two(from, at + 1);
      sums[to + 2] += two(from, at + 2);
    }
  }

  private static int four(byte[] from, int at) {
    return two(from, at) + two(from, at + 2 * BANDS);
  }

  private static int two(byte[] from, int at) {
    return (from[at] & 0xff) + (from[at + BANDS] & 0xff);
  }

  /** As JFIF says. */
  private static int rgb(int[] sums, int at, int count) {
    float luma = (float) sums[at] / count;
    float blue = (float) sums[at + 1] / count - 128;
    float red = (float) sums[at + 2] / count - 128;
    return level(luma + 1.402f * red) << 16
        | level(luma - 0.344136f * blue - 0.714136f * red) << 8
        | level(luma + 1.772f * blue);
  }

  private static int level(float value) {
    return Math.round(Math.max(0, Math.min(255, value)));
  }
}
