package dev.easel.adapter.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The size a file promises, read from its head by hand: no decoder sees a file whose head was not
 * judged before.
 *
 * @param width in pixels as stored; unsigned where the format has room for more than Java's int
 * @param height in pixels as stored
 */
record ImageHead(long width, long height) {

  private static final int IHDR_BYTES = 13;
  private static final long UNSIGNED = 0xffffffffL;

  /**
   * @throws IOException if there is no complete head
   */
  static ImageHead of(ImageKind kind, byte[] content) throws IOException {
    ImageHead head =
        switch (kind) {
          case PNG -> png(content);
          case JPEG -> jpeg(content);
          case WEBP -> webp(content);
          case GIF -> gif(content);
        };
    if (head.width == 0 || head.height == 0) {
      throw new IOException("No pixels: " + head.width + "x" + head.height);
    }
    return head;
  }

  private static ImageHead png(byte[] content) throws IOException {
    require(content, 8 + 8 + IHDR_BYTES + 4);
    ByteBuffer in = ByteBuffer.wrap(content);
    if (in.getInt(8) != IHDR_BYTES || !Bytes.startsWith(content, 12, "IHDR")) {
      throw new IOException("PNG does not begin with its header");
    }
    return new ImageHead(in.getInt(16) & UNSIGNED, in.getInt(20) & UNSIGNED);
  }

  /** The first frame header; whatever precedes it is skipped by its length. */
  private static ImageHead jpeg(byte[] content) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(content);
    int at = 2;
    while (true) {
      require(content, at + 4);
      if (in.get(at) != (byte) 0xff) {
        throw new IOException("JPEG has no frame header");
      }
      int marker = in.get(at + 1) & 0xff;
      if (marker == 0xff) {
        at++; // a fill byte
        continue;
      }
      int length = in.getShort(at + 2) & 0xffff;
      if (isFrame(marker)) {
        require(content, at + 9);
        return new ImageHead(in.getShort(at + 7) & 0xffff, in.getShort(at + 5) & 0xffff);
      }
      if (marker == 0xda || marker == 0xd9 || length < 2) {
        throw new IOException("JPEG has no frame header");
      }
      at += 2 + length;
    }
  }

  /** SOF0–SOF15 without the tables and the reserved one that lie among them. */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static ImageHead webp(byte[] content) throws IOException {
    require(content, 30);
    ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    if (Bytes.startsWith(content, 12, "VP8X")) {
      return extendedWebp(content, in);
    }
    if (Bytes.startsWith(content, 12, "VP8L")) {
      int bits = in.getInt(21);
      return new ImageHead((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
    }
    if (Bytes.startsWith(content, 12, "VP8 ")) {
      return new ImageHead(in.getShort(26) & 0x3fff, in.getShort(28) & 0x3fff);
    }
    throw new IOException("WebP without a picture");
  }

  private static ImageHead extendedWebp(byte[] content, ByteBuffer in) throws IOException {
    boolean animated = (content[20] & 0x02) != 0;
    if (animated) {
      throw new IOException("Animated WebP");
    }
    long width = (in.getInt(24) & 0xffffff) + 1;
    long height = (in.getInt(26) >>> 8) + 1;
    return new ImageHead(width, height);
  }

  /** The larger of the screen and the first frame on it, for decoders differ in what they make. */
  private static ImageHead gif(byte[] content) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int frame = firstFrame(content);
    long width = Math.max(in.getShort(6) & 0xffff, in.getShort(frame + 5) & 0xffff);
    long height = Math.max(in.getShort(8) & 0xffff, in.getShort(frame + 7) & 0xffff);
    return new ImageHead(width, height);
  }

  private static int firstFrame(byte[] content) throws IOException {
    require(content, 13);
    int colours = (content[10] & 0x80) == 0 ? 0 : 3 << (content[10] & 0x07) + 1;
    int at = 13 + colours;
    while (true) {
      require(content, at + 10);
      if (content[at] == ',') {
        return at;
      }
      if (content[at] != '!') {
        throw new IOException("GIF without a picture");
      }
      at += 2;
      while (at < content.length && content[at] != 0) {
        at += 1 + (content[at] & 0xff);
      }
      at++;
    }
  }

  private static void require(byte[] content, int length) throws IOException {
    if (length > content.length || length < 0) {
      throw new IOException("The head is cut off");
    }
  }
}
