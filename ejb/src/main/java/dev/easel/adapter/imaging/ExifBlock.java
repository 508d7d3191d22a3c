package dev.easel.adapter.imaging;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes an EXIF block anew for other pixels. Values are copied byte by byte, so that whatever a
 * camera wrote reads as before. Left behind are places, thumbnails, and everything that points
 * elsewhere in the block and would point nowhere.
 */
final class ExifBlock {

  /** An APP1 segment less its mark; the other formats could take more, and nobody sends it. */
  static final int MOST_BYTES = 65_000;

  private static final int EXIF_POINTER = 0x8769;
  private static final int ORIENTATION = 0x0112;
  private static final int IMAGE_WIDTH = 0x0100;
  private static final int IMAGE_HEIGHT = 0x0101;
  private static final int COLOUR_SPACE = 0xa001;
  private static final int PIXELS_ACROSS = 0xa002;
  private static final int PIXELS_DOWN = 0xa003;
  private static final int SRGB = 1;

  /**
   * Pixels and thumbnails and where they lie, other directories (GPS is 0x8825), and whole blocks
   * of other kinds, which have their own place in a file: XMP, IPTC, Photoshop's, ICC. Last,
   * padding.
   */
  private static final Set<Integer> NOT_OF_THE_PICTURE =
      Set.of(
          0x0102, 0x0103, 0x0106, 0x0111, 0x0115, 0x0116, 0x0117, 0x011c, 0x0142, 0x0143, 0x0144,
          0x0145, 0x014a, 0x0201, 0x0202, 0x0211, 0x0212, 0x02bc, 0x83bb, 0x8649, 0x8769, 0x8773,
          0x8825, 0xc4a5, 0xea1c);

  /** The maker's notes count from the start of the old block, and cameras put places there, too. */
  private static final Set<Integer> NOT_OF_THE_SHOT =
      Set.of(0x014a, 0x02bc, 0x8769, 0x8825, 0x927c, 0xa005, 0xea1c);

  private static final int HEADER = 8;
  private static final int ENTRY = 12;
  private static final int MOST_ENTRIES = 1_000;
  private static final int MAGIC = 42;

  private final ByteBuffer in;
  private long copied;

  private ExifBlock(ByteBuffer in) {
    this.in = in;
  }

  /**
   * The block for a picture of that size.
   *
   * @param tiff from its byte order mark on
   * @param profiled whether the picture's colours are in a profile that comes along
   * @throws IOException if it is damaged or too long
   */
  static byte[] rewritten(byte[] tiff, int width, int height, boolean profiled) throws IOException {
    try {
      ExifBlock block = new ExifBlock(ByteBuffer.wrap(tiff));
      int start = block.header();
      Map<Integer, ExifField> main = block.directory(start, NOT_OF_THE_PICTURE);
      Map<Integer, ExifField> shot = block.shot(start);
      block.adapt(main, shot, width, height, profiled);
      return block.written(main, shot);
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IOException("EXIF is cut off", e);
    }
  }

  /**
   * What the block says of how the camera was held; 0 if it says nothing.
   *
   * @throws IOException if it is damaged
   */
  static int orientation(byte[] tiff) throws IOException {
    try {
      ExifBlock block = new ExifBlock(ByteBuffer.wrap(tiff));
      int start = block.header();
      for (int i = 0; i < block.entries(start); i++) {
        int at = start + 2 + i * ENTRY;
        if (block.tag(at) == ORIENTATION) {
          return block.number(at);
        }
      }
      return 0;
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IOException("EXIF is cut off", e);
    }
  }

  /** The block without the mark that it has in JPEG. */
  static byte[] unmarked(byte[] exif) {
    int mark = JpegFile.EXIF_MARK.length();
    return Bytes.startsWith(exif, 0, JpegFile.EXIF_MARK)
        ? Arrays.copyOfRange(exif, mark, exif.length)
        : exif;
  }

  /** The first value of an entry, if that is a short or a long. */
  private int number(int at) {
    return switch (in.getShort(at + 2)) {
      case ExifField.SHORT -> in.getShort(at + 8);
      case ExifField.LONG -> in.getInt(at + 8);
      default -> 0;
    };
  }

  private int header() throws IOException {
    int mark = in.getShort(0);
    if (mark != 0x4949 && mark != 0x4d4d) {
      throw new IOException("EXIF has no byte order");
    }
    in.order(mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    if (in.getShort(2) != MAGIC) {
      throw new IOException("EXIF is no TIFF structure");
    }
    return in.getInt(4);
  }

  private Map<Integer, ExifField> shot(int main) throws IOException {
    for (int i = 0; i < entries(main); i++) {
      int at = main + 2 + i * ENTRY;
      if (tag(at) == EXIF_POINTER) {
        return directory(in.getInt(at + 8), NOT_OF_THE_SHOT);
      }
    }
    return new TreeMap<>();
  }

  private int tag(int at) {
    return in.getShort(at) & 0xffff;
  }

  private int entries(int start) throws IOException {
    int count = in.getShort(start) & 0xffff;
    if (count > MOST_ENTRIES) {
      throw new IOException("EXIF has " + count + " entries");
    }
    return count;
  }

  /** Ordered by tag, as readers expect; of a tag given twice the first counts. */
  private Map<Integer, ExifField> directory(int start, Set<Integer> unwanted) throws IOException {
    Map<Integer, ExifField> fields = new TreeMap<>();
    for (int i = 0; i < entries(start); i++) {
      int at = start + 2 + i * ENTRY;
      int tag = tag(at);
      ExifField field = unwanted.contains(tag) ? null : field(at);
      if (field != null) {
        fields.putIfAbsent(tag, field);
      }
    }
    return fields;
  }

  /** Null if its type is unknown or its value lies outside: the others are worth having. */
  private ExifField field(int at) throws IOException {
    int type = in.getShort(at + 2) & 0xffff;
    long count = in.getInt(at + 4) & 0xffffffffL;
    long length = count * ExifField.size(type);
    if (length == 0) {
      return null;
    }
    long place = length <= 4 ? at + 8 : in.getInt(at + 8) & 0xffffffffL;
    if (place + length > in.limit()) {
      return null;
    }
    copied += length;
    if (copied > MOST_BYTES) {
      throw new IOException("EXIF has more than " + MOST_BYTES + " bytes"); // or all share a value
    }
    byte[] data = new byte[(int) length];
    in.get((int) place, data);
    return new ExifField(type, (int) count, data);
  }

  private void adapt(
      Map<Integer, ExifField> main,
      Map<Integer, ExifField> shot,
      int width,
      int height,
      boolean profiled) {
    main.computeIfPresent(ORIENTATION, (tag, old) -> ExifField.ofShort(in.order(), 1));
    main.computeIfPresent(IMAGE_WIDTH, (tag, old) -> ExifField.ofLong(in.order(), width));
    main.computeIfPresent(IMAGE_HEIGHT, (tag, old) -> ExifField.ofLong(in.order(), height));
    shot.put(PIXELS_ACROSS, ExifField.ofLong(in.order(), width));
    shot.put(PIXELS_DOWN, ExifField.ofLong(in.order(), height));
    if (!profiled) {
      shot.computeIfPresent(COLOUR_SPACE, (tag, old) -> ExifField.ofShort(in.order(), SRGB));
    }
  }

  private ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(in.order());
  }

  private byte[] written(Map<Integer, ExifField> main, Map<Integer, ExifField> shot)
      throws IOException {
    main.put(EXIF_POINTER, ExifField.ofLong(in.order(), 0));
    int second = HEADER + length(main);
    main.put(EXIF_POINTER, ExifField.ofLong(in.order(), second));
    int length = second + length(shot);
    if (length > MOST_BYTES) {
      throw new IOException("EXIF has more than " + MOST_BYTES + " bytes");
    }
    ByteBuffer out = buffer(length);
    out.putShort(in.getShort(0)).putShort((short) MAGIC).putInt(HEADER);
    put(main, out);
    put(shot, out);
    return out.array();
  }

  private static int length(Map<Integer, ExifField> directory) {
    int values = directory.values().stream().mapToInt(ExifField::outside).sum();
    return 2 + directory.size() * ENTRY + 4 + values;
  }

  private static void put(Map<Integer, ExifField> directory, ByteBuffer out) {
    out.putShort((short) directory.size());
    int place = out.position() + directory.size() * ENTRY + 4;
    for (Map.Entry<Integer, ExifField> entry : directory.entrySet()) {
      ExifField field = entry.getValue();
      int at = out.position();
      out.putShort(entry.getKey().shortValue()).putShort((short) field.type());
      out.putInt(field.count());
      if (field.outside() == 0) {
        out.put(field.data());
      } else {
        out.putInt(place);
        out.put(place, field.data());
        place += field.outside();
      }
      out.position(at + ENTRY);
    }
    out.putInt(0).position(place);
  }
}
