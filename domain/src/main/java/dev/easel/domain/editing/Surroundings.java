package dev.easel.domain.editing;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * The colours around a mask, carried on into it: each cell that knows too little asks one four
 * times as large. Works on a small copy, since what it makes is soft; its memory does not depend on
 * the picture's size.
 */
final class Surroundings {

  /** Cells along the longer side. */
  private static final int MOST_CELLS = 256;

  private static final int WEIGHT = 3;
  private static final float GRAY = 128;

  private final int width;
  private final int height;

  /** Red, green, blue, each times the weight, and the weight: 0 knows nothing, 1 or more all. */
  private final float[][] cells;

  private Surroundings(int width, int height) {
    this.width = width;
    this.height = height;
    this.cells = new float[width * height][WEIGHT + 1];
  }

  /**
   * @param mask of the picture's size
   * @return opaque, of the picture's size
   */
  static BufferedImage of(Mask mask, BufferedImage picture) {
    int step = parts(Math.max(mask.width(), mask.height()), MOST_CELLS);
    Surroundings finest = new Surroundings(parts(mask.width(), step), parts(mask.height(), step));
    finest.gather(mask, picture, step);
    finest.fill();
    return finest.image(mask.width(), mask.height(), step);
  }

  private void gather(Mask mask, BufferedImage picture, int step) {
    int[] row = new int[mask.width()];
    for (int y = 0; y < mask.height(); y++) {
      picture.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int x = 0; x < row.length; x++) {
        float known = (255 - mask.level(x, y)) * (row[x] >>> 24) / (255f * 255f * step * step);
        add(cells[y / step * width + x / step], row[x], known);
      }
    }
  }

  private static void add(float[] cell, int rgb, float weight) {
    cell[0] += (rgb >> 16 & 255) * weight;
    cell[1] += (rgb >> 8 & 255) * weight;
    cell[2] += (rgb & 255) * weight;
    cell[WEIGHT] += weight;
  }

  /** Afterwards each cell knows all. */
  private void fill() {
    if (width == 1 && height == 1) {
      complete(cells[0], new float[] {GRAY, GRAY, GRAY, 1});
      return;
    }
    Surroundings coarser = new Surroundings(parts(width, 2), parts(height, 2));
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        coarser.take(x / 2, y / 2, cells[y * width + x]);
      }
    }
    coarser.fill();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        complete(cells[y * width + x], coarser.cells[y / 2 * coarser.width + x / 2]);
      }
    }
  }

  private void take(int x, int y, float[] part) {
    for (int i = 0; i <= WEIGHT; i++) {
      cells[y * width + x][i] += part[i];
    }
  }

  private static void complete(float[] cell, float[] behind) {
    float lacking = Math.max(0, 1 - cell[WEIGHT]);
    float scale = lacking > 0 ? 1 : 1 / cell[WEIGHT];
    for (int i = 0; i < WEIGHT; i++) {
      cell[i] = cell[i] * scale + behind[i] * lacking;
    }
    cell[WEIGHT] = 1;
  }

  private BufferedImage image(int wantedWidth, int wantedHeight, int step) {
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < cells.length; i++) {
      small.setRGB(i % width, i / width, rgb(cells[i]));
    }
    BufferedImage made = new BufferedImage(wantedWidth, wantedHeight, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = made.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(small, 0, 0, width * step, height * step, null);
    graphics.dispose();
    return made;
  }

  /** How many pieces of that length cover the whole. */
  private static int parts(int whole, int length) {
    return (whole + length - 1) / length;
  }

  private static int rgb(float[] cell) {
    return channel(cell[0]) << 16 | channel(cell[1]) << 8 | channel(cell[2]);
  }

  private static int channel(float value) {
    return Math.max(0, Math.min(255, Math.round(value)));
  }
}
