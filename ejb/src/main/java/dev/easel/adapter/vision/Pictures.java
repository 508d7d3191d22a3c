package dev.easel.adapter.vision;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.util.Arrays;

/** Pictures as arrays of packed sRGB. */
public final class Pictures {

  private Pictures() {}

  /** The pixels row by row, 0xAARRGGBB; alpha is 255 where the picture knows none. */
  public static int[] argb(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  /** The same without transparency: what is clear shows white. */
  public static BufferedImage onWhite(BufferedImage image) {
    if (image.getType() == BufferedImage.TYPE_INT_RGB) {
      return image;
    }
    BufferedImage flat = rgb(image.getWidth(), image.getHeight());
    Graphics2D graphics = flat.createGraphics();
    graphics.setComposite(AlphaComposite.SrcOver);
    graphics.drawImage(image, 0, 0, Color.WHITE, null);
    graphics.dispose();
    return flat;
  }

  public static BufferedImage rgb(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  /** Opacity alone, as grey; 255 where the picture knows none. */
  public static BufferedImage opacity(BufferedImage image) {
    BufferedImage gray = gray(image.getWidth(), image.getHeight());
    Raster alpha = image.getAlphaRaster();
    int[] row = new int[image.getWidth()];
    Arrays.fill(row, 255);
    for (int y = 0; y < image.getHeight(); y++) {
      if (alpha != null) {
        alpha.getSamples(0, y, image.getWidth(), 1, 0, row);
      }
      gray.getRaster().setSamples(0, y, image.getWidth(), 1, 0, row);
    }
    return gray;
  }

  public static BufferedImage gray(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
  }

  /** Whether any pixel lets the background through. */
  public static boolean isTranslucent(BufferedImage image) {
    if (!image.getColorModel().hasAlpha()) {
      return false;
    }
    for (int pixel : argb(image)) {
      if (pixel >>> 24 != 255) {
        return true;
      }
    }
    return false;
  }

  /** The colours of one picture with the opacity of another of the same size. */
  public static BufferedImage withOpacity(BufferedImage colours, BufferedImage opacity) {
    int width = colours.getWidth();
    BufferedImage both = new BufferedImage(width, colours.getHeight(), BufferedImage.TYPE_INT_ARGB);
    int[] cover = new int[width];
    for (int y = 0; y < colours.getHeight(); y++) {
      int[] row = colours.getRGB(0, y, width, 1, null, 0, width);
      opacity.getRaster().getSamples(0, y, width, 1, 0, cover);
      for (int x = 0; x < width; x++) {
        row[x] = cover[x] << 24 | row[x] & 0xffffff;
      }
      both.setRGB(0, y, width, 1, row, 0, width);
    }
    return both;
  }

  /** The array behind a picture that {@link #rgb} made. */
  public static int[] array(BufferedImage packed) {
    return ((DataBufferInt) packed.getRaster().getDataBuffer()).getData();
  }
}
