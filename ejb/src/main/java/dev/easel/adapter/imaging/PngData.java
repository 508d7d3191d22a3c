package dev.easel.adapter.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Whether the compressed rows of a PNG are all there, found out in a window of 64 kB: a file that
 * promises a large picture and does not hold it is refused before the picture's memory is taken.
 */
final class PngData {

  private static final int WINDOW = 1 << 16;
  private static final int FRAME = 12;

  /** Of Adam7's seven passes: first column and row, then the steps between columns and rows. */
  private static final int[][] PASSES = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private PngData() {}

  /**
   * @param png a file of sound chunks, the header first
   * @throws IOException if the rows are damaged or too few
   */
  static void requireWhole(byte[] png) throws IOException {
    long wanted = inflatedBytes(ByteBuffer.wrap(png));
    Inflater inflater = new Inflater();
    try {
      if (inflated(png, inflater, wanted) < wanted) {
        throw new IOException("PNG has fewer rows than it promises");
      }
    } catch (DataFormatException e) {
      throw new IOException(e);
    } finally {
      inflater.end();
    }
  }

  private static long inflated(byte[] png, Inflater inflater, long wanted)
      throws DataFormatException {
    ByteBuffer in = ByteBuffer.wrap(png);
    byte[] window = new byte[WINDOW];
    long total = 0;
    for (int at = PngFile.SIGNATURE.length; at + FRAME <= png.length && total < wanted; ) {
      int length = in.getInt(at);
      if (Bytes.startsWith(png, at + 4, "IDAT")) {
        inflater.setInput(png, at + 8, length);
        total += drained(inflater, window, wanted - total);
      }
      at += length + FRAME;
    }
    return total;
  }

  private static long drained(Inflater inflater, byte[] window, long wanted)
      throws DataFormatException {
    long total = 0;
    while (total < wanted && !inflater.needsInput() && !inflater.finished()) {
      int got = inflater.inflate(window);
      if (got == 0 && inflater.needsDictionary()) {
        throw new DataFormatException("a dictionary is wanted");
      }
      total += got;
    }
    return total;
  }

  /** Of all rows with their filter bytes. */
  private static long inflatedBytes(ByteBuffer in) throws IOException {
    long width = in.getInt(16);
    long height = in.getInt(20);
    long bits = (long) in.get(24) * samples(in.get(25));
    if (in.get(28) == 0) {
      return rows(width, height, bits);
    }
    long total = 0;
    for (int[] pass : PASSES) {
      long across = (width - pass[0] + pass[2] - 1) / pass[2];
      long down = (height - pass[1] + pass[3] - 1) / pass[3];
      total += rows(across, down, bits);
    }
    return total;
  }

  private static long rows(long width, long height, long bits) {
    return width <= 0 || height <= 0 ? 0 : height * (1 + (width * bits + 7) / 8);
  }

  private static int samples(int colourType) throws IOException {
    return switch (colourType) {
      case 0, 3 -> 1;
      case 2 -> 3;
      case 4 -> 2;
      case 6 -> 4;
      default -> throw new IOException("PNG of colour type " + colourType);
    };
  }
}
