package dev.easel.fake.comfy;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Makes files: a gradient in the seed's colour, with the graph in a text chunk as ComfyUI does. */
final class FakePainter {

  private static final int SIGNATURE_AND_HEADER = 8 + 25;

  /** Encoding is dear, and a bench asks for the same sizes again and again. */
  private static final Map<String, byte[]> PAINTED = new ConcurrentHashMap<>();

  private FakePainter() {}

  static byte[] png(int width, int height, long seed, String graph) {
    int hue = Math.floorMod(Long.hashCode(seed), 12);
    byte[] plain =
        PAINTED.computeIfAbsent(
            width + "x" + height + "/" + hue, unused -> encoded(width, height, hue, "png"));
    byte[] text = chunk("tEXt", "prompt\0" + graph);
    ByteBuffer whole = ByteBuffer.allocate(plain.length + text.length);
    whole.put(plain, 0, SIGNATURE_AND_HEADER).put(text);
    whole.put(plain, SIGNATURE_AND_HEADER, plain.length - SIGNATURE_AND_HEADER);
    return whole.array();
  }

  static byte[] jpeg(int width, int height, long seed) {
    int hue = Math.floorMod(Long.hashCode(seed), 12);
    return PAINTED.computeIfAbsent(
        "jpeg " + width + "x" + height + "/" + hue, unused -> encoded(width, height, hue, "jpeg"));
  }

  private static byte[] encoded(int width, int height, int hue, String format) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    Color colour = Color.getHSBColor(hue / 12f, 0.6f, 0.9f);
    graphics.setPaint(new GradientPaint(0, 0, colour, width, height, colour.darker()));
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] chunk(String type, String data) {
    byte[] content = (type + data).getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(content);
    ByteBuffer chunk = ByteBuffer.allocate(content.length + 8);
    chunk.putInt(content.length - 4).put(content).putInt((int) crc.getValue());
    return chunk.array();
  }

  /** Width and height of a file. */
  static int[] sizeOf(byte[] file) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
      return new int[] {image.getWidth(), image.getHeight()};
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
