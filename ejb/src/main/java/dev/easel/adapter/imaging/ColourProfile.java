package dev.easel.adapter.imaging;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Applies the ICC profiles that the PNG and WebP readers leave aside, and takes them back. */
final class ColourProfile {

  private static final Logger LOG = Logger.getLogger(ColourProfile.class.getName());
  private static final ICC_Profile SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB);

  private ColourProfile() {}

  /** Rewrites the canonical image's colours in place; a profile that makes no sense is ignored. */
  static void toSrgb(BufferedImage image, byte[] profile) {
    if (profile.length == 0) {
      return;
    }
    try {
      ICC_Profile from = ICC_Profile.getInstance(profile);
      if (from.getColorSpaceType() == ColorSpace.TYPE_RGB) {
        convert(image, from, SRGB);
      }
    } catch (IllegalArgumentException | CMMException e) {
      LOG.log(Level.FINE, e, () -> "Colour profile ignored");
    }
  }

  /**
   * The canonical sRGB image with its colours in a profile.
   *
   * @throws IOException if no colours can be brought into it
   */
  static BufferedImage fromSrgb(BufferedImage image, byte[] profile) throws IOException {
    try {
      ICC_Profile to = ICC_Profile.getInstance(profile);
      if (to.getColorSpaceType() != ColorSpace.TYPE_RGB) {
        throw new IOException("Colour profile is not one of RGB");
      }
      BufferedImage converted = Pixels.copy(image);
      convert(converted, SRGB, to);
      return converted;
    } catch (IllegalArgumentException | CMMException e) {
      throw new IOException("Colour profile makes no sense", e);
    }
  }

  private static void convert(BufferedImage image, ICC_Profile from, ICC_Profile to) {
    int[] pixels = Pixels.array(image);
    int width = image.getWidth();
    int height = image.getHeight();
    ColorConvertOp conversion = new ColorConvertOp(new ICC_Profile[] {from, to}, null);
    WritableRaster row = rgbRow(width);
    WritableRaster converted = rgbRow(width);
    int[] samples = new int[3 * width];
    for (int y = 0; y < height; y++) {
      int start = y * width;
      row.setPixels(0, 0, width, 1, unpacked(pixels, start, samples));
      conversion.filter(row, converted);
      pack(converted.getPixels(0, 0, width, 1, samples), pixels, start);
    }
  }

  private static WritableRaster rgbRow(int width) {
    return Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, 3, null);
  }

  private static int[] unpacked(int[] pixels, int start, int[] samples) {
    for (int i = 0, at = start; i < samples.length; at++) {
      samples[i++] = pixels[at] >> 16 & 0xff;
      samples[i++] = pixels[at] >> 8 & 0xff;
      samples[i++] = pixels[at] & 0xff;
    }
    return samples;
  }

  private static void pack(int[] samples, int[] pixels, int start) {
    for (int i = 0, at = start; i < samples.length; i += 3, at++) {
      int colour = samples[i] << 16 | samples[i + 1] << 8 | samples[i + 2];
      pixels[at] = pixels[at] & 0xff000000 | colour;
    }
  }
}
