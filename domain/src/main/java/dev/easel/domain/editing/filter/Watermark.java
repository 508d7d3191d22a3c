package dev.easel.domain.editing.filter;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Writes a line of text over a picture. */
final class Watermark {

  private static final int LEAST_LETTERS = 6;

  private Watermark() {}

  static BufferedImage write(BufferedImage picture, FilterStep step) {
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setComposite(
        AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) step.number("opacity")));
    String colour = step.text("color");
    graphics.setColor(colour.equals("transparent") ? new Color(0, true) : Color.decode(colour));
    int shorter = Math.min(picture.getWidth(), picture.getHeight());
    float letters = (float) Math.max(LEAST_LETTERS, shorter * step.number("size"));
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont(letters));
    place(graphics, picture, step);
    graphics.dispose();
    return picture;
  }

  private static void place(Graphics2D graphics, BufferedImage picture, FilterStep step) {
    String text = step.text("text");
    FontMetrics metrics = graphics.getFontMetrics();
    int across = metrics.stringWidth(text);
    int margin = metrics.getHeight() / 2;
    int right = picture.getWidth() - across - margin;
    int top = margin + metrics.getAscent();
    int bottom = picture.getHeight() - margin - metrics.getDescent();
    switch (step.text("position")) {
      case "top-left" -> graphics.drawString(text, margin, top);
      case "top-right" -> graphics.drawString(text, right, top);
      case "bottom-left" -> graphics.drawString(text, margin, bottom);
      case "center" ->
          graphics.drawString(
              text,
              (picture.getWidth() - across) / 2,
              (picture.getHeight() + metrics.getAscent() - metrics.getDescent()) / 2);
      case "tiled" -> tile(graphics, picture, text, metrics);
      default -> graphics.drawString(text, right, bottom);
    }
  }

  private static void tile(
      Graphics2D graphics, BufferedImage picture, String text, FontMetrics metrics) {
    int across = metrics.stringWidth(text) + 2 * metrics.getHeight();
    int down = 3 * metrics.getHeight();
    int diagonal = picture.getWidth() + picture.getHeight();
    graphics.rotate(-Math.PI / 6, picture.getWidth() / 2.0, picture.getHeight() / 2.0);
    for (int y = -diagonal; y < diagonal; y += down) {
      for (int x = -diagonal; x < diagonal; x += across) {
        graphics.drawString(text, x, y);
      }
    }
  }
}
