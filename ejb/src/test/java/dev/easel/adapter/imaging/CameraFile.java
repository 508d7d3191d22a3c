package dev.easel.adapter.imaging;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.asset.Metadata;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Files as cameras write them, with everything that tells too much. */
final class CameraFile {

  /** Stands in the maker's notes, the thumbnail and the place. */
  static final String SECRET = "Top secret place";

  private static final int SPACE = 2_000;

  private CameraFile() {}

  static byte[] of(
      BufferedImage picture, ImageFormat format, byte[] exif, byte[] profile, byte[] xmp) {
    Metadata raw = new Metadata(exif, profile, new byte[0], List.of());
    try {
      return switch (format) {
        case PNG -> PngWriter.write(picture, xmp, raw);
        case JPEG -> JpegFile.with(ImageEncoder.jpeg(picture, 90), xmp, raw);
        case WEBP ->
            WebpFile.with(
                ImageEncoder.webp(picture, 90), picture.getWidth(), picture.getHeight(), xmp, raw);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Light without a curve: far enough from sRGB to show when it is mixed up. */
  static byte[] profile() {
    return ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
  }

  /** Maker, orientation, exposure; place, thumbnail and maker's notes. */
  static byte[] exif() {
    ByteBuffer out = ByteBuffer.allocate(SPACE);
    out.put(Bytes.latin1("MM\0*")).putInt(8);
    int shot = 400;
    int gps = 800;
    int thumbnail = 1_200;
    directory(
        out,
        8,
        thumbnail,
        List.of(
            text(0x010f, "Canon"),
            text(0x0110, "EOS 5D Mark IV"),
            number(0x0112, 3, 1),
            text(0x013b, "Ada"),
            number(0x8769, 4, shot),
            number(0x8825, 4, gps),
            text(0x9c9b, "Behind the pointers")));
    directory(
        out,
        shot,
        0,
        List.of(
            new Entry(0x829a, 5, 1, ByteBuffer.allocate(8).putInt(1).putInt(250).array()),
            text(0x9003, "2020:01:02 03:04:05"),
            new Entry(0x927c, 7, SECRET.length(), Bytes.latin1(SECRET)),
            number(0xa001, 3, 0xffff),
            number(0xa002, 4, 4_000),
            number(0xa003, 4, 3_000)));
    directory(out, gps, 0, List.of(text(1, "N"), text(0x1d, SECRET)));
    directory(
        out, thumbnail, 0, List.of(number(0x0201, 4, 1_500), number(0x0202, 4, SECRET.length())));
    out.put(1_500, Bytes.latin1(SECRET));
    return out.array();
  }

  /** Nothing but an XMP packet, as some programs of the TIFF world leave it. */
  static byte[] exifAround(byte[] packet) {
    ByteBuffer out = ByteBuffer.allocate(26 + packet.length);
    out.put(Bytes.latin1("MM\0*")).putInt(8);
    directory(out, 8, 0, List.of(new Entry(0x02bc, 1, packet.length, packet)));
    return out.array();
  }

  /** A thousand entries that all claim the same bytes. */
  static byte[] bomb() {
    int count = 1_000;
    ByteBuffer out = ByteBuffer.allocate(8 + 2 + 12 * count + 4);
    out.put(Bytes.latin1("MM\0*")).putInt(8).putShort((short) count);
    for (int i = 0; i < count; i++) {
      out.putShort((short) (0xd000 + i)).putShort((short) 7).putInt(12_000).putInt(0);
    }
    return out.array();
  }

  private record Entry(int tag, int type, int count, byte[] data) {}

  private static Entry text(int tag, String value) {
    return new Entry(tag, 2, value.length() + 1, Bytes.latin1(value + "\0"));
  }

  private static Entry number(int tag, int type, int value) {
    ByteBuffer data = ByteBuffer.allocate(4);
    return new Entry(
        tag, type, 1, (type == 3 ? data.putShort((short) value) : data.putInt(value)).array());
  }

  private static void directory(ByteBuffer out, int at, int next, List<Entry> entries) {
    int place = at + 2 + 12 * entries.size() + 4;
    out.position(at).putShort((short) entries.size());
    for (Entry entry : entries) {
      out.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.count());
      if (entry.data().length <= 4) {
        out.put(entry.data().length == 4 ? entry.data() : padded(entry.data()));
      } else {
        out.putInt(place).put(place, entry.data());
        place += entry.data().length;
      }
    }
    out.putInt(next);
  }

  private static byte[] padded(byte[] data) {
    return ByteBuffer.allocate(4).put(data).array();
  }
}
