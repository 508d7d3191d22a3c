package dev.easel.adapter.imaging;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;

/** The one shape of pixels behind the codec: packed sRGB, with alpha only where it shows. */
final class Pixels {

  private static final int OPAQUE = 0xff000000;

  private Pixels() {}

  /** The same picture as {@code TYPE_INT_RGB}, or {@code TYPE_INT_ARGB} if any of it is clear. */
  static BufferedImage canonical(BufferedImage image) {
    BufferedImage packed = isPacked(image) ? image : packed(image);
    if (packed.getType() == BufferedImage.TYPE_INT_ARGB && isOpaque(packed)) {
      return withoutAlpha(packed);
    }
    return packed;
  }

  static BufferedImage onWhite(BufferedImage image) {
    if (!image.getColorModel().hasAlpha()) {
      return image;
    }
    BufferedImage flat = like(image, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = flat.createGraphics();
    graphics.drawImage(image, 0, 0, Color.WHITE, null);
    graphics.dispose();
    return flat;
  }

  /** The backing array of a canonical image, row by row. */
  static int[] array(BufferedImage canonical) {
    return ((DataBufferInt) canonical.getRaster().getDataBuffer()).getData();
  }

  private static boolean isPacked(BufferedImage image) {
    boolean rightType =
        image.getType() == BufferedImage.TYPE_INT_RGB
            || image.getType() == BufferedImage.TYPE_INT_ARGB;
    return rightType
        && image.getRaster().getSampleModel() instanceof SinglePixelPackedSampleModel rows
        && rows.getScanlineStride() == image.getWidth()
        && array(image).length == image.getWidth() * image.getHeight();
  }

  private static BufferedImage packed(BufferedImage image) {
    ColorSpace space = image.getColorModel().getColorSpace();
    BufferedImage packed = like(image, packedType(image));
    if (space.getType() == ColorSpace.TYPE_GRAY) {
      copyGray(image, packed);
    } else if (space.isCS_sRGB()) {
      Graphics2D graphics = packed.createGraphics();
      graphics.setComposite(AlphaComposite.Src);
      graphics.drawImage(image, 0, 0, null);
      graphics.dispose();
    } else {
      new ColorConvertOp(null).filter(image, packed);
    }
    return packed;
  }

  private static int packedType(BufferedImage image) {
    return image.getColorModel().hasAlpha()
        ? BufferedImage.TYPE_INT_ARGB
        : BufferedImage.TYPE_INT_RGB;
  }

  /** Java takes grey samples for linear light and would brighten them; files mean sRGB. */
  private static void copyGray(BufferedImage gray, BufferedImage packed) {
    Raster raster = gray.getRaster();
    int width = gray.getWidth();
    int max = (1 << gray.getColorModel().getComponentSize(0)) - 1;
    boolean alpha = gray.getColorModel().hasAlpha();
    int[] levels = new int[width];
    int[] covers = new int[width];
    int[] out = array(packed);
    for (int y = 0; y < gray.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, levels);
      if (alpha) {
        raster.getSamples(0, y, width, 1, 1, covers);
      }
      for (int x = 0; x < width; x++) {
        int cover = alpha ? toByte(covers[x], max) : 0xff;
        out[y * width + x] = cover << 24 | toByte(levels[x], max) * 0x010101;
      }
    }
  }

  private static int toByte(int sample, int max) {
    return (int) ((sample * 255L + max / 2) / max);
  }

  private static boolean isOpaque(BufferedImage argb) {
    for (int pixel : array(argb)) {
      if ((pixel & OPAQUE) != OPAQUE) {
        return false;
      }
    }
    return true;
  }

  static BufferedImage copy(BufferedImage canonical) {
    BufferedImage copy = like(canonical, canonical.getType());
    int[] from = array(canonical);
    System.arraycopy(from, 0, array(copy), 0, from.length);
    return copy;
  }

  private static BufferedImage withoutAlpha(BufferedImage argb) {
    BufferedImage rgb = like(argb, BufferedImage.TYPE_INT_RGB);
    int[] from = array(argb);
    System.arraycopy(from, 0, array(rgb), 0, from.length);
    return rgb;
  }

  private static BufferedImage like(BufferedImage image, int type) {
    return new BufferedImage(image.getWidth(), image.getHeight(), type);
  }
}
