package dev.easel.adapter.imaging;

import dev.easel.domain.asset.Metadata;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
    JpegFile.Blocks found = JpegFile.metadata(content);
    if (found.extended()) {
      losses.add("Extended XMP is not kept");
    }
    return new Blocks(found.exif(), found.profile(), found.xmp());
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

  private byte[] exif(byte[] block, boolean profiled) throws IOException {
    return block.length == 0
        ? block
        : ExifBlock.rewritten(ExifBlock.unmarked(block), width, height, profiled);
  }

  private static byte[] xmp(byte[] packet) throws IOException {
    return packet.length == 0 ? packet : XmpPacket.kept(packet);
  }
}
