package dev.easel.service.toolbox;

import dev.easel.service.editing.Scaling;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** What is put behind a subject. */
final class Backgrounds {

  private Backgrounds() {}

  /**
   * @param colour {@code #RRGGBB}
   */
  static BufferedImage plain(BufferedImage like, String colour) {
    BufferedImage made =
        new BufferedImage(like.getWidth(), like.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = made.createGraphics();
    graphics.setColor(Color.decode(colour));
    graphics.fillRect(0, 0, made.getWidth(), made.getHeight());
    graphics.dispose();
    return made;
  }

  /** The picture, so large that it covers everything, from its middle. */
  static BufferedImage covering(BufferedImage picture, int width, int height) {
    double scale =
        Math.max((double) width / picture.getWidth(), (double) height / picture.getHeight());
    int across = Math.max(width, (int) Math.ceil(picture.getWidth() * scale));
    int down = Math.max(height, (int) Math.ceil(picture.getHeight() * scale));
    return Scaling.to(picture, across, down)
        .getSubimage((across - width) / 2, (down - height) / 2, width, height);
  }

  /**
   * The picture out of focus: made small and large again, which spreads light as a lens does and
   * takes no longer for a wide blur than for a narrow one.
   *
   * @param radius pixels
   */
  static BufferedImage blurred(BufferedImage picture, double radius) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    double scale = 1 / Math.max(1, radius / 2);
    int across = Math.max(2, (int) Math.round(width * scale));
    int down = Math.max(2, (int) Math.round(height * scale));
    return Scaling.to(Scaling.to(picture, across, down), width, height);
  }
}
