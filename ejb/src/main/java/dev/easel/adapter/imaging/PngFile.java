package dev.easel.adapter.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The chunks of a PNG. Its pixels are handed on in a file that holds nothing else, because the
 * JDK's reader inflates compressed text chunks without a limit when the picture has a palette.
 */
final class PngFile {

  static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** Length, type and check sum around the data of a chunk. */
  private static final int FRAME = 12;

  /** Profiles of cameras and screens have 0.5–600 kB; anything far above is a bomb. */
  private static final int PROFILE_BYTES = 4 << 20;

  /** Of all compressed texts of a file together; a large workflow has one or two megabytes. */
  private static final long TEXT_BYTES = 16 << 20;

  /** Behind the keyword: not compressed, no language, no translated keyword. */
  private static final String XMP_KEYWORD = "XML:com.adobe.xmp\0\0\0\0\0";

  private static final Set<String> TEXT_CHUNKS = Set.of("zTXt", "iTXt");
  private static final Set<String> PIXEL_CHUNKS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
  private static final Set<String> SIDE_CHUNKS = Set.of("iCCP", "eXIf");

  private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();
  private final Map<String, byte[]> sides = new HashMap<>();
  private long textBytes;

  private PngFile() {}

  /**
   * @throws IOException if a chunk is cut off, a pixel chunk is damaged, or the end is missing
   */
  static PngFile parse(byte[] content) throws IOException {
    PngFile file = new PngFile();
    file.pixels.writeBytes(SIGNATURE);
    ByteBuffer in = ByteBuffer.wrap(content).position(SIGNATURE.length);
    String type;
    do {
      type = file.take(in);
    } while (!type.equals("IEND"));
    return file;
  }

  byte[] pixelsOnly() {
    return pixels.toByteArray();
  }

  /** The raw EXIF block, or an empty array. */
  byte[] exif() {
    return sides.getOrDefault("eXIf", new byte[0]);
  }

  /**
   * The embedded colour profile, or an empty array if there is none that can be read.
   *
   * @throws IOException if it is far larger than profiles are
   */
  byte[] profile() throws IOException {
    byte[] chunk = sides.getOrDefault("iCCP", new byte[0]);
    int nameEnd = 0;
    while (nameEnd < chunk.length && chunk[nameEnd] != 0) {
      nameEnd++;
    }
    int start = nameEnd + 2;
    return start < chunk.length ? inflated(chunk, start) : new byte[0];
  }

  /** The XMP packet, or an empty array; Adobe wants it uncompressed, and nobody does otherwise. */
  byte[] xmp() {
    return sides.getOrDefault("iTXt", new byte[0]);
  }

  private String take(ByteBuffer in) throws IOException {
    if (in.remaining() < FRAME) {
      throw new IOException("PNG ends without IEND");
    }
    int start = in.position();
    int length = in.getInt(start);
    if (length < 0 || length > in.remaining() - FRAME) {
      throw new IOException("PNG chunk is cut off");
    }
    String type = new String(in.array(), start + 4, 4, ISO_8859_1);
    boolean sound = isSound(in.array(), start, length);
    if (PIXEL_CHUNKS.contains(type)) {
      if (!sound) {
        throw new IOException("PNG chunk " + type + " is damaged");
      }
      pixels.write(in.array(), start, length + FRAME);
    } else if (TEXT_CHUNKS.contains(type)) {
      requireModest(in.array(), start + 8, length);
      if (Bytes.startsWith(in.array(), start + 8, XMP_KEYWORD) && length >= XMP_KEYWORD.length()) {
        int from = start + 8 + XMP_KEYWORD.length();
        sides.putIfAbsent(type, Arrays.copyOfRange(in.array(), from, start + 8 + length));
      }
    } else if (sound && SIDE_CHUNKS.contains(type)) {
      sides.put(type, Arrays.copyOfRange(in.array(), start + 8, start + 8 + length));
    }
    in.position(start + length + FRAME);
    return type;
  }

  private static boolean isSound(byte[] content, int start, int length) {
    CRC32 crc = new CRC32();
    crc.update(content, start + 4, length + 4);
    int stored = ByteBuffer.wrap(content).getInt(start + 8 + length);
    return stored == (int) crc.getValue();
  }

  /** Nothing here reads the text, but what is built to burst others is not kept for them. */
  private void requireModest(byte[] content, int start, int length) throws IOException {
    int zlib = zlibStart(content, start, length);
    Inflater inflater = new Inflater();
    byte[] window = new byte[1 << 14];
    try {
      inflater.setInput(content, zlib, start + length - zlib);
      for (int got = 1; got > 0 && textBytes <= TEXT_BYTES; textBytes += got) {
        got = inflater.inflate(window);
      }
    } catch (DataFormatException e) {
      return; // no compressed text after all, or a broken one
    } finally {
      inflater.end();
    }
    if (textBytes > TEXT_BYTES) {
      throw new IOException("PNG has more than " + TEXT_BYTES + " bytes of compressed text");
    }
  }

  /** Behind the keyword and, in international text, behind two flags, language and translation. */
  private static int zlibStart(byte[] content, int start, int length) {
    boolean international = content[start - 4] == 'i';
    int at = afterZero(content, start, start + length);
    if (!international) {
      return Math.min(at + 1, start + length);
    }
    boolean compressed = at < start + length && content[at] == 1;
    int language = afterZero(content, Math.min(at + 2, start + length), start + length);
    return compressed ? afterZero(content, language, start + length) : start + length;
  }

  private static int afterZero(byte[] content, int from, int end) {
    int at = from;
    while (at < end && content[at] != 0) {
      at++;
    }
    return Math.min(at + 1, end);
  }

  private static byte[] inflated(byte[] chunk, int start) throws IOException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(chunk, start, chunk.length - start);
      byte[] profile = new byte[(int) Math.min(PROFILE_BYTES, 1100L * chunk.length)];
      int length = inflater.inflate(profile);
      if (length == PROFILE_BYTES && !inflater.finished()) {
        throw new IOException("PNG has a colour profile of more than " + PROFILE_BYTES + " bytes");
      }
      return inflater.finished() ? Arrays.copyOf(profile, length) : new byte[0];
    } catch (DataFormatException e) {
      return new byte[0]; // The picture is whole without its profile.
    } finally {
      inflater.end();
    }
  }
}
