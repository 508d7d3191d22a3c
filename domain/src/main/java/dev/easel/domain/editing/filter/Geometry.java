package dev.easel.domain.editing.filter;

import dev.easel.domain.shared.FailureException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Filters that move pixels. */
final class Geometry {

  /** Edges of what a filter may make, in pixels. */
  static final int MOST_EDGE = 8192;

  private Geometry() {}

  static BufferedImage flip(BufferedImage picture, String direction) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    boolean across = !direction.equals("vertical");
    boolean down = !direction.equals("horizontal");
    BufferedImage made = Pixels.blank(width, height);
    int[] from = Pixels.of(picture);
    int[] to = Pixels.of(made);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int column = across ? width - 1 - x : x;
        int row = down ? height - 1 - y : y;
        to[y * width + x] = from[row * width + column];
      }
    }
    return made;
  }

  static BufferedImage crop(BufferedImage picture, FilterStep step) {
    int x = step.integer("x");
    int y = step.integer("y");
    int width = Math.min(step.integer("width"), picture.getWidth() - x);
    int height = Math.min(step.integer("height"), picture.getHeight() - y);
    if (width < 1 || height < 1) {
      throw FailureException.invalid(
          "filters",
          "crop at %d,%d lies outside of the picture, which is %dx%d there"
              .formatted(x, y, picture.getWidth(), picture.getHeight()));
    }
    return Pixels.argb(picture.getSubimage(x, y, width, height));
  }

  static BufferedImage resize(BufferedImage picture, FilterStep step) {
    double across = step.has("width") ? step.integer("width") : 0;
    double down = step.has("height") ? step.integer("height") : 0;
    double ratio = (double) picture.getWidth() / picture.getHeight();
    if (across == 0 || down == 0) {
      int width = edge(across == 0 ? down * ratio : across);
      return scaled(picture, width, edge(down == 0 ? across / ratio : down));
    }
    double larger = Math.max(across / picture.getWidth(), down / picture.getHeight());
    double smaller = Math.min(across / picture.getWidth(), down / picture.getHeight());
    return switch (step.text("fit")) {
      case "contain" ->
          scaled(picture, edge(picture.getWidth() * smaller), edge(picture.getHeight() * smaller));
      case "cover" -> {
        int width = Math.max((int) across, edge(picture.getWidth() * larger));
        int height = Math.max((int) down, edge(picture.getHeight() * larger));
        yield Pixels.argb(
            scaled(picture, width, height)
                .getSubimage(
                    (width - (int) across) / 2,
                    (height - (int) down) / 2,
                    (int) across,
                    (int) down));
      }
      default -> scaled(picture, (int) across, (int) down);
    };
  }

  private static int edge(double wanted) {
    return (int) Math.max(1, Math.min(MOST_EDGE, Math.round(wanted)));
  }

  /** Halves first, since interpolation looks at no more than its nearest neighbours. */
  private static BufferedImage scaled(BufferedImage picture, int width, int height) {
    BufferedImage from = picture;
    while (from.getWidth() >= 2 * width && from.getHeight() >= 2 * height) {
      from = drawn(from, from.getWidth() / 2, from.getHeight() / 2);
    }
    return drawn(from, width, height);
  }

  private static BufferedImage drawn(BufferedImage picture, int width, int height) {
    BufferedImage made = Pixels.blank(width, height);
    Graphics2D graphics = made.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return made;
  }

  static BufferedImage rotate(BufferedImage picture, FilterStep step) {
    double degrees = Math.floorMod(Math.round(step.number("degrees") * 1000), 360_000L) / 1000.0;
    boolean expand = step.flag("expand");
    boolean quarter = degrees % 90 == 0 && (expand || degrees % 180 == 0);
    return quarter
        ? turned(picture, (int) degrees / 90)
        : rotated(picture, Math.toRadians(degrees), expand, step.text("color"));
  }

  /** Quarters of a turn move pixels and change none. */
  private static BufferedImage turned(BufferedImage picture, int quarters) {
    BufferedImage turned = picture;
    for (int i = 0; i < quarters; i++) {
      turned = turned(turned);
    }
    return turned;
  }

  private static BufferedImage turned(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    BufferedImage made = Pixels.blank(height, width);
    int[] from = Pixels.of(picture);
    int[] to = Pixels.of(made);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        to[x * height + height - 1 - y] = from[y * width + x];
      }
    }
    return made;
  }

  private static BufferedImage rotated(
      BufferedImage picture, double angle, boolean expand, String colour) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    double cos = Math.abs(Math.cos(angle));
    double sin = Math.abs(Math.sin(angle));
    int across = expand ? (int) Math.ceil(width * cos + height * sin - 1e-9) : width;
    int down = expand ? (int) Math.ceil(width * sin + height * cos - 1e-9) : height;
    BufferedImage made = Pixels.blank(across, down);
    Graphics2D graphics = made.createGraphics();
    if (!colour.equals("transparent")) {
      graphics.setColor(Color.decode(colour));
      graphics.fillRect(0, 0, across, down);
    }
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    AffineTransform turn = AffineTransform.getTranslateInstance(across / 2.0, down / 2.0);
    turn.rotate(angle);
    turn.translate(-width / 2.0, -height / 2.0);
    graphics.drawImage(picture, turn, null);
    graphics.dispose();
    return made;
  }
}
