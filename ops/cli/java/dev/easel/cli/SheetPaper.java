package dev.easel.cli;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;

/** Pictures in rows with captions below. What is transparent shows a chequerboard. */
final class SheetPaper {

  private static final int COLUMNS = 8;
  private static final int SIDE = 200;
  private static final int GAP = 8;
  private static final int LABEL = 22;
  private static final int CHECK = 10;
  private static final Color PAPER = new Color(0x1E1E20);
  private static final Color INK = new Color(0xE8E6E0);
  private static final Color BOX = new Color(0xFFD166);

  private final BufferedImage sheet;
  private final Graphics2D graphics;
  private int placed;

  SheetPaper(int pictures) {
    int rows = (pictures + COLUMNS - 1) / COLUMNS;
    int width = GAP + COLUMNS * (SIDE + GAP);
    sheet = new BufferedImage(width, GAP + rows * (SIDE + LABEL + GAP), BufferedImage.TYPE_INT_RGB);
    graphics = sheet.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    graphics.setColor(PAPER);
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
  }

  void add(String caption, BufferedImage picture) {
    draw(caption, picture);
    placed++;
  }

  /** The picture with what was found on it. */
  void addAnalysis(String caption, BufferedImage picture, Map<String, Object> analysis) {
    int left = draw(caption, picture);
    int top = top();
    double scale = (double) SIDE / Math.max(picture.getWidth(), picture.getHeight());
    graphics.setColor(BOX);
    graphics.setStroke(new BasicStroke(2));
    for (String kind : List.of("objects", "faces")) {
      for (Map<String, Object> found : Fields.maps(analysis.get(kind))) {
        int x = left + scaled(found.get("x"), scale);
        int y = top + scaled(found.get("y"), scale);
        graphics.drawRect(
            x, y, scaled(found.get("width"), scale), scaled(found.get("height"), scale));
        label(Fields.text(found.get("label"), ""), x, y);
      }
    }
    placed++;
  }

  private void label(String text, int x, int y) {
    graphics.fillRect(x, y, graphics.getFontMetrics().stringWidth(text) + 8, 18);
    graphics.setColor(PAPER);
    graphics.drawString(text, x + 4, y + 14);
    graphics.setColor(BOX);
  }

  BufferedImage sheet() {
    graphics.dispose();
    return sheet;
  }

  /** Where the picture begins. */
  private int draw(String caption, BufferedImage picture) {
    double scale = (double) SIDE / Math.max(picture.getWidth(), picture.getHeight());
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    int left = GAP + placed % COLUMNS * (SIDE + GAP) + (SIDE - width) / 2;
    int y = top() + (SIDE - height) / 2;
    if (picture.getColorModel().hasAlpha()) {
      chequers(left, y, width, height);
    }
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation(scale));
    graphics.drawImage(halved(picture, width), left, y, width, height, null);
    write(caption);
    return left;
  }

  private int top() {
    return GAP + placed / COLUMNS * (SIDE + LABEL + GAP);
  }

  /** What is enlarged shall show its pixels. */
  private static Object interpolation(double scale) {
    return scale > 2
        ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
        : RenderingHints.VALUE_INTERPOLATION_BICUBIC;
  }

  /** Bicubic looks at 16 pixels only; below one half it would skip some. */
  private static BufferedImage halved(BufferedImage picture, int width) {
    BufferedImage small = picture;
    while (small.getWidth() >= 2 * width) {
      BufferedImage half =
          new BufferedImage(
              small.getWidth() / 2,
              Math.max(1, small.getHeight() / 2),
              BufferedImage.TYPE_INT_ARGB);
      Graphics2D drawing = half.createGraphics();
      drawing.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      drawing.drawImage(small, 0, 0, half.getWidth(), half.getHeight(), null);
      drawing.dispose();
      small = half;
    }
    return small;
  }

  private void chequers(int left, int top, int width, int height) {
    for (int y = 0; y < height; y += CHECK) {
      for (int x = 0; x < width; x += CHECK) {
        graphics.setColor((x / CHECK + y / CHECK) % 2 == 0 ? Color.WHITE : Color.LIGHT_GRAY);
        graphics.fillRect(
            left + x, top + y, Math.min(CHECK, width - x), Math.min(CHECK, height - y));
      }
    }
  }

  private void write(String caption) {
    FontMetrics metrics = graphics.getFontMetrics();
    int column = GAP + placed % COLUMNS * (SIDE + GAP);
    graphics.setColor(INK);
    graphics.drawString(
        caption, column + (SIDE - metrics.stringWidth(caption)) / 2, top() + SIDE + 16);
  }

  private static int scaled(Object value, double scale) {
    return (int) Math.round(Fields.number(value, 0) * scale);
  }
}
