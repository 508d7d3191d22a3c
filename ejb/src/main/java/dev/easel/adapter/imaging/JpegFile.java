package dev.easel.adapter.imaging;

import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.jpeg.JpegSegmentData;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.lang.SequentialByteArrayReader;
import dev.easel.domain.asset.Metadata;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The markers of a JPEG, as far as they matter outside the decoder. */
final class JpegFile {

  /** What precedes XMP in its APP1 segment. */
  private static final String XMP_MARK = "http://ns.adobe.com/xap/1.0/\0";

  private static final String EXTENDED_XMP_MARK = "http://ns.adobe.com/xmp/extension/\0";
  static final String EXIF_MARK = "Exif\0\0";

  /** Then the number of the piece and how many there are, a byte each. */
  private static final String PROFILE_MARK = "ICC_PROFILE\0";

  private static final int PROFILE_PIECE = 65_000;

  /**
   * Progressive files have about ten scans. Each scan costs a pass over all pixels but only a few
   * bytes, so that a small file could keep a core busy for hours.
   */
  private static final int MAX_SCANS = 100;

  private static final int START_OF_SCAN = 0xda;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;
  private static final int APP2 = 0xe2;

  private JpegFile() {}

  /**
   * The decoder paints what is missing of a cut-off file grey and says nothing; this finds out.
   *
   * @throws IOException if the end is missing or there are absurdly many scans
   */
  static void requireWhole(byte[] jpeg) throws IOException {
    int scans = 0;
    boolean ended = false;
    for (int i = 0; i + 1 < jpeg.length; i++) {
      if (jpeg[i] != (byte) 0xff) {
        continue;
      }
      int marker = jpeg[i + 1] & 0xff;
      if (marker == START_OF_SCAN) {
        scans++;
        ended = false;
      } else if (marker == END_OF_IMAGE) {
        ended = true;
      }
    }
    if (!ended || scans > MAX_SCANS) {
      throw new IOException(ended ? "JPEG has " + scans + " scans" : "JPEG is cut off");
    }
  }

  /**
   * Metadata as it stands in a file; empty arrays for what there is not.
   *
   * @param extended whether there is XMP that continues elsewhere
   */
  record Blocks(byte[] exif, byte[] profile, byte[] xmp, boolean extended) {}

  static Blocks metadata(byte[] jpeg) throws IOException {
    try {
      JpegSegmentData segments =
          JpegSegmentReader.readSegments(
              new SequentialByteArrayReader(jpeg),
              List.of(JpegSegmentType.APP1, JpegSegmentType.APP2));
      Iterable<byte[]> app1 = segments.getSegments(JpegSegmentType.APP1);
      return new Blocks(
          first(app1, EXIF_MARK),
          joined(segments.getSegments(JpegSegmentType.APP2)),
          first(app1, XMP_MARK),
          first(app1, EXTENDED_XMP_MARK).length > 0);
    } catch (JpegProcessingException e) {
      throw new IOException(e);
    }
  }

  private static byte[] first(Iterable<byte[]> segments, String mark) {
    for (byte[] segment : segments) {
      if (Bytes.startsWith(segment, 0, mark)) {
        return Arrays.copyOfRange(segment, mark.length(), segment.length);
      }
    }
    return new byte[0];
  }

  /** The pieces of a profile in the order of their numbers. */
  private static byte[] joined(Iterable<byte[]> segments) {
    int head = PROFILE_MARK.length();
    Map<Integer, byte[]> pieces = new TreeMap<>();
    for (byte[] segment : segments) {
      if (Bytes.startsWith(segment, 0, PROFILE_MARK) && segment.length > head + 2) {
        byte[] piece = Arrays.copyOfRange(segment, head + 2, segment.length);
        pieces.putIfAbsent(segment[head] & 0xff, piece);
      }
    }
    ByteArrayOutputStream profile = new ByteArrayOutputStream();
    pieces.values().forEach(profile::writeBytes);
    return profile.toByteArray();
  }

  /** Puts metadata where readers look for it: right behind the JFIF segment, EXIF first. */
  static byte[] with(byte[] jpeg, byte[] xmp, Metadata kept) throws IOException {
    int at = endOfJfif(jpeg);
    ByteArrayOutputStream out =
        new ByteArrayOutputStream(jpeg.length + xmp.length + kept.profile().length + (1 << 16));
    out.write(jpeg, 0, at);
    if (kept.exif().length > 0) {
      segment(out, APP1, EXIF_MARK, kept.exif());
    }
    segment(out, APP1, XMP_MARK, xmp);
    profile(out, kept.profile());
    out.write(jpeg, at, jpeg.length - at);
    return out.toByteArray();
  }

  /** In pieces that are numbered from 1. */
  private static void profile(ByteArrayOutputStream out, byte[] profile) throws IOException {
    int pieces = (profile.length + PROFILE_PIECE - 1) / PROFILE_PIECE;
    for (int i = 0; i < pieces; i++) {
      int from = i * PROFILE_PIECE;
      int to = Math.min(profile.length, from + PROFILE_PIECE);
      String mark = PROFILE_MARK + (char) (i + 1) + (char) pieces;
      segment(out, APP2, mark, Arrays.copyOfRange(profile, from, to));
    }
  }

  private static void segment(ByteArrayOutputStream out, int marker, String mark, byte[] data)
      throws IOException {
    int length = 2 + mark.length() + data.length;
    if (length > 0xffff) {
      throw new IOException(data.length + " bytes do not fit into a JPEG segment");
    }
    out.writeBytes(new byte[] {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length});
    out.writeBytes(Bytes.latin1(mark));
    out.writeBytes(data);
  }

  private static int endOfJfif(byte[] jpeg) {
    boolean jfif = jpeg[2] == (byte) 0xff && jpeg[3] == (byte) APP0;
    return jfif ? 4 + ((jpeg[4] & 0xff) << 8 | jpeg[5] & 0xff) : 2;
  }
}
