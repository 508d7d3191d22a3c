package dev.easel.adapter.imaging;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.asset.Provenance;
import dev.easel.domain.asset.Provenance.SourceType;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures and files made on the spot. */
final class Samples {

  static final Provenance PROVENANCE =
      new Provenance(
          SourceType.ALGORITHMIC_MEDIA,
          "easel/sketch",
          "A serene garden",
          42,
          "gen_0123456789abcdef01234567",
          Instant.parse("2026-03-01T12:34:56.789Z"));

  private Samples() {}

  /** Gradients under a little noise: compresses about as photographs do. */
  static BufferedImage photo(int width, int height) {
    Random noise = new Random(7);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int grain = noise.nextInt(9);
        int red = (int) (120 + 100 * Math.sin(x / 37.0 + y / 91.0)) + grain;
        int green = (int) (120 + 100 * Math.sin(x / 71.0 - y / 23.0)) + grain;
        int blue = 200 * y / height + grain;
        image.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    return image;
  }

  /** Left half opaque red, right half clear but for a half-covered blue stripe at the top. */
  static BufferedImage glass(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(new Color(0, 0, 255, 128));
    graphics.fillRect(width / 2, 0, width / 2, height / 4);
    graphics.dispose();
    return image;
  }

  /** Four fields: red, green above blue, white. Sides are multiples of 16 to survive JPEG. */
  static BufferedImage corners(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
    for (int i = 0; i < 4; i++) {
      graphics.setColor(colours[i]);
      graphics.fillRect(i % 2 * width / 2, i / 2 * height / 2, width / 2, height / 2);
    }
    graphics.dispose();
    return image;
  }

  static byte[] encoded(BufferedImage image, ImageFormat format) {
    return new ImageIoCodec().encode(image, format, 90, PROVENANCE);
  }

  static byte[] written(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalStateException("No writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] inserted(byte[] into, int at, byte[] piece) {
    return ByteBuffer.allocate(into.length + piece.length)
        .put(into, 0, at)
        .put(piece)
        .put(into, at, into.length - at)
        .array();
  }

  static byte[] pngChunk(String type, byte[] data) {
    byte[] name = Bytes.latin1(type);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    return ByteBuffer.allocate(data.length + 12)
        .putInt(data.length)
        .put(name)
        .put(data)
        .putInt((int) crc.getValue())
        .array();
  }

  static byte[] png(byte[]... chunks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(PngFile.SIGNATURE);
    for (byte[] chunk : chunks) {
      out.writeBytes(chunk);
    }
    return out.toByteArray();
  }

  static byte[] pngHeader(int width, int height, int bits, int colourType) {
    byte[] fields =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put((byte) bits)
            .put((byte) colourType)
            .array();
    return pngChunk("IHDR", fields);
  }

  static byte[] jpegSegment(int marker, byte[] data) {
    return ByteBuffer.allocate(data.length + 4)
        .put((byte) 0xff)
        .put((byte) marker)
        .putShort((short) (data.length + 2))
        .put(data)
        .array();
  }

  /** A big-endian EXIF block with nothing but an orientation. */
  static byte[] exif(int orientation) {
    return ByteBuffer.allocate(26)
        .put(Bytes.latin1("MM\0*"))
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }
}
