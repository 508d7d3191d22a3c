package dev.easel.service.workflow;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Brings the inputs of an order into the shape nodes take: opaque colours, plain gray masks. */
final class InputImages {

  private InputImages() {}

  /** Fills the size with the middle of an image, its proportions kept. The same size stays. */
  static BufferedImage cut(BufferedImage image, int width, int height) {
    if (image.getWidth() == width && image.getHeight() == height) {
      return image;
    }
    double scale = scale(image, width, height);
    if (scale < 0.5) {
      // In halves, for one long step would skip pixels.
      return cut(scaled(image, 0.5, image.getWidth() / 2, image.getHeight() / 2), width, height);
    }
    return scaled(image, scale, width, height);
  }

  private static double scale(BufferedImage image, int width, int height) {
    return Math.max(width / (double) image.getWidth(), height / (double) image.getHeight());
  }

  private static BufferedImage scaled(BufferedImage image, double scale, int width, int height) {
    int scaledWidth = (int) Math.round(image.getWidth() * scale);
    int scaledHeight = (int) Math.round(image.getHeight() * scale);
    boolean clear = image.getColorModel().hasAlpha();
    BufferedImage made =
        new BufferedImage(
            width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = made.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    int left = (width - scaledWidth) / 2;
    int top = (height - scaledHeight) / 2;
    pen.drawImage(image, left, top, scaledWidth, scaledHeight, null);
    pen.dispose();
    return made;
  }

  /** On white: a node would drop the alpha and show what is hidden under it. */
  static BufferedImage opaque(BufferedImage image) {
    if (image.getType() == BufferedImage.TYPE_INT_RGB) {
      return image;
    }
    BufferedImage made = blank(image, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = made.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, made.getWidth(), made.getHeight());
    pen.drawImage(image, 0, 0, null);
    pen.dispose();
    return made;
  }

  /** The levels of a mask as colours, by number: drawn, gray would be taken for light. */
  static BufferedImage levels(BufferedImage mask) {
    BufferedImage made = blank(mask, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < mask.getHeight(); y++) {
      for (int x = 0; x < mask.getWidth(); x++) {
        made.setRGB(x, y, level(mask, x, y) * 0x010101);
      }
    }
    return made;
  }

  /** White for what is repainted, as it comes; nodes read the red channel. */
  static BufferedImage gray(BufferedImage levels) {
    BufferedImage made = blank(levels, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < levels.getHeight(); y++) {
      for (int x = 0; x < levels.getWidth(); x++) {
        made.getRaster().setSample(x, y, 0, levels.getRGB(x, y) & 0xff);
      }
    }
    return made;
  }

  private static int level(BufferedImage mask, int x, int y) {
    return mask.getRaster().getNumBands() == 1 && mask.getSampleModel().getSampleSize(0) == 8
        ? mask.getRaster().getSample(x, y, 0)
        : mask.getRGB(x, y) >> 16 & 0xff;
  }

  private static BufferedImage blank(BufferedImage like, int type) {
    return new BufferedImage(like.getWidth(), like.getHeight(), type);
  }
}
