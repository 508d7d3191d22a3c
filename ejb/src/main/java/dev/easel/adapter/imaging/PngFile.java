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

  private static final Set<String> PIXEL_CHUNKS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
  private static final Set<String> SIDE_CHUNKS = Set.of("iCCP", "eXIf");

  private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();
  private final Map<String, byte[]> sides = new HashMap<>();

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

  /** The embedded colour profile, or an empty array if there is none that can be read. */
  byte[] profile() {
    byte[] chunk = sides.getOrDefault("iCCP", new byte[0]);
    int nameEnd = 0;
    while (nameEnd < chunk.length && chunk[nameEnd] != 0) {
      nameEnd++;
    }
    int start = nameEnd + 2;
    return start < chunk.length ? inflated(chunk, start) : new byte[0];
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

  private static byte[] inflated(byte[] chunk, int start) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(chunk, start, chunk.length - start);
      byte[] profile = new byte[PROFILE_BYTES];
      int length = inflater.inflate(profile);
      return inflater.finished() ? Arrays.copyOf(profile, length) : new byte[0];
    } catch (DataFormatException e) {
      return new byte[0]; // The picture is whole without its profile.
    } finally {
      inflater.end();
    }
  }
}
