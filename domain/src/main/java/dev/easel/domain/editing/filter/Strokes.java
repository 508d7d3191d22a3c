package dev.easel.domain.editing.filter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * Paints a picture anew with short strokes of the brush, wide ones first, each along the contours
 * under it and in the colour of its middle. Source of the idea: Litwinowicz, "Processing images and
 * video for an impressionist effect", 1997.
 */
public final class Strokes {

  private static final long SEED = 1874;

  /** Widths as shares of the shorter edge, from the ground to the details. */
  private static final double[] WIDTHS = {0.045, 0.022, 0.011};

  private final BufferedImage picture;
  private final BufferedImage soft;
  private final Random random = new Random(SEED);

  private Strokes(BufferedImage picture) {
    this.picture = picture;
    int shorter = Math.min(picture.getWidth(), picture.getHeight());
    this.soft = Sharpness.blur(Pixels.argb(picture), Math.max(2, shorter / 60.0));
  }

  /**
   * @param picture opaque
   * @return {@code TYPE_INT_RGB}
   */
  public static BufferedImage paint(BufferedImage picture) {
    return new Strokes(picture).paint();
  }

  private BufferedImage paint() {
    BufferedImage canvas = Pixels.opaque(Pixels.argb(soft));
    Graphics2D graphics = canvas.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    int shorter = Math.min(picture.getWidth(), picture.getHeight());
    for (double share : WIDTHS) {
      layer(graphics, Math.max(1.5, shorter * share));
    }
    graphics.dispose();
    return canvas;
  }

  private void layer(Graphics2D graphics, double width) {
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double step = width * 0.9;
    for (double y = 0; y < picture.getHeight(); y += step) {
      for (double x = 0; x < picture.getWidth(); x += step) {
        stroke(
            graphics,
            bounded(x + (random.nextDouble() - 0.5) * width, picture.getWidth()),
            bounded(y + (random.nextDouble() - 0.5) * width, picture.getHeight()),
            width * (1.5 + 2 * random.nextDouble()));
      }
    }
  }

  private void stroke(Graphics2D graphics, int x, int y, double length) {
    double across = light(x + 2, y) - light(x - 2, y);
    double down = light(x, y + 2) - light(x, y - 2);
    double angle =
        Math.hypot(across, down) < 3
            ? -0.6 + random.nextDouble() * 0.5
            : Math.atan2(down, across) + Math.PI / 2;
    double dx = Math.cos(angle) * length / 2;
    double dy = Math.sin(angle) * length / 2;
    graphics.setColor(new Color(varied(picture.getRGB(x, y))));
    graphics.draw(new Line2D.Double(x - dx, y - dy, x + dx, y + dy));
  }

  /** No two strokes come from the same mixture. */
  private int varied(int rgb) {
    double light = 1 + random.nextGaussian() * 0.05;
    return Pixels.rgb(
        (rgb >> 16 & 255) * light + random.nextGaussian() * 5,
        (rgb >> 8 & 255) * light + random.nextGaussian() * 5,
        (rgb & 255) * light + random.nextGaussian() * 5);
  }

  private double light(int x, int y) {
    return Pixels.luma(
        soft.getRGB(bounded(x, picture.getWidth()), bounded(y, picture.getHeight())));
  }

  private static int bounded(double at, int length) {
    return (int) Math.max(0, Math.min(length - 1, at));
  }
}
