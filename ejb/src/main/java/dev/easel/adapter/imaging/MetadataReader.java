package dev.easel.adapter.imaging;

import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.jpeg.JpegSegmentData;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.lang.SequentialByteArrayReader;
import dev.easel.domain.asset.Metadata;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Takes out of a file what may go into one made from it. Never fails: what is broken stays. */
final class MetadataReader {

  private static final Logger LOG = Logger.getLogger(MetadataReader.class.getName());
  private static final byte[] NOTHING = {};
  private static final int MOST_PROFILE = 1 << 20;

  private final int width;
  private final int height;
  private final List<String> losses = new ArrayList<>();

  /** Blocks as they stand in the file. */
  private record Blocks(byte[] exif, byte[] profile, byte[] xmp) {}

  /** Work that damage may end. */
  private interface Reading<T> {
    T run() throws IOException;
  }

  /**
   * @param width of the picture it will go with
   * @param height of the picture it will go with
   */
  MetadataReader(int width, int height) {
    this.width = width;
    this.height = height;
  }

  Metadata read(byte[] content) {
    Blocks none = new Blocks(NOTHING, NOTHING, NOTHING);
    Blocks raw = orElse(none, "Metadata", () -> blocks(content));
    byte[] profile = orElse(NOTHING, "The colour profile", () -> profile(raw.profile()));
    byte[] exif = orElse(NOTHING, "EXIF", () -> exif(raw.exif(), profile.length > 0));
    byte[] xmp = orElse(NOTHING, "XMP", () -> xmp(raw.xmp()));
    return new Metadata(exif, profile, xmp, losses);
  }

  private <T> T orElse(T fallback, String what, Reading<T> reading) {
    try {
      return reading.run();
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.FINE, e, () -> what + " is not kept");
      losses.add(what + " is damaged or too long and is not kept");
      return fallback;
    }
  }

  private Blocks blocks(byte[] content) throws IOException {
    return switch (ImageKind.of(content).orElseThrow(() -> new IOException("no image"))) {
      case PNG -> png(PngFile.parse(content));
      case JPEG -> jpeg(content);
      case WEBP -> webp(WebpFile.parse(content));
      case GIF -> new Blocks(NOTHING, NOTHING, NOTHING);
    };
  }

  private static Blocks png(PngFile file) throws IOException {
    return new Blocks(file.exif(), file.profile(), file.xmp());
  }

  private static Blocks webp(WebpFile file) {
    return new Blocks(file.chunk("EXIF"), file.chunk("ICCP"), file.chunk("XMP "));
  }

  private Blocks jpeg(byte[] content) throws IOException {
    try {
      JpegSegmentData segments =
          JpegSegmentReader.readSegments(
              new SequentialByteArrayReader(content),
              List.of(JpegSegmentType.APP1, JpegSegmentType.APP2));
      Iterable<byte[]> app1 = segments.getSegments(JpegSegmentType.APP1);
      if (first(app1, JpegFile.EXTENDED_XMP_MARK).length > 0) {
        losses.add("Extended XMP is not kept");
      }
      return new Blocks(
          first(app1, JpegFile.EXIF_MARK),
          joined(segments.getSegments(JpegSegmentType.APP2)),
          first(app1, JpegFile.XMP_MARK));
    } catch (JpegProcessingException e) {
      throw new IOException(e);
    }
  }

  private static byte[] first(Iterable<byte[]> segments, String mark) {
    for (byte[] segment : segments) {
      if (Bytes.startsWith(segment, 0, mark)) {
        return behind(segment, mark.length());
      }
    }
    return NOTHING;
  }

  private static byte[] behind(byte[] segment, int start) {
    return Arrays.copyOfRange(segment, start, segment.length);
  }

  /** The pieces of a profile in the order of their numbers. */
  private static byte[] joined(Iterable<byte[]> segments) {
    int head = JpegFile.PROFILE_MARK.length();
    Map<Integer, byte[]> pieces = new TreeMap<>();
    for (byte[] segment : segments) {
      if (Bytes.startsWith(segment, 0, JpegFile.PROFILE_MARK) && segment.length > head + 2) {
        pieces.putIfAbsent(segment[head] & 0xff, behind(segment, head + 2));
      }
    }
    ByteArrayOutputStream profile = new ByteArrayOutputStream();
    pieces.values().forEach(profile::writeBytes);
    return profile.toByteArray();
  }

  /** Tried on a pixel, for not every profile can be written in. */
  private static byte[] profile(byte[] profile) throws IOException {
    if (profile.length > MOST_PROFILE) {
      throw new IOException("Colour profile of " + profile.length + " bytes");
    }
    if (profile.length > 0) {
      ColourProfile.fromSrgb(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), profile);
    }
    return profile;
  }

  /** Some programs leave JPEG's mark before the block in PNG and WebP, too. */
  private byte[] exif(byte[] block, boolean profiled) throws IOException {
    if (block.length == 0) {
      return block;
    }
    boolean marked = Bytes.startsWith(block, 0, JpegFile.EXIF_MARK);
    byte[] tiff = marked ? behind(block, JpegFile.EXIF_MARK.length()) : block;
    return ExifBlock.rewritten(tiff, width, height, profiled);
  }

  private static byte[] xmp(byte[] packet) throws IOException {
    return packet.length == 0 ? packet : XmpPacket.kept(packet);
  }
}
