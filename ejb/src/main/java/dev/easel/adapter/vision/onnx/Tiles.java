package dev.easel.adapter.vision.onnx;

import dev.easel.adapter.vision.Pictures;
import dev.easel.adapter.vision.Turns;
import dev.easel.domain.vision.Progress;
import java.awt.image.BufferedImage;
import java.util.function.UnaryOperator;

/**
 * A picture worked on in squares, each seen with a margin of its neighbours, so that memory depends
 * on the square and not on the picture, and no seams show.
 */
final class Tiles {

  private final BufferedImage source;
  private final int edge;
  private final int margin;
  private final int factor;

  /**
   * Cuts up a picture.
   *
   * @param source without transparency
   * @param edge pixels of a square
   * @param margin pixels around it that are seen as well
   * @param factor how much larger each square comes back
   */
  Tiles(BufferedImage source, int edge, int margin, int factor) {
    this.source = source;
    this.edge = edge;
    this.margin = margin;
    this.factor = factor;
  }

  /**
   * The picture put together again.
   *
   * @param work gets a square with its margins, values 0 to 1, and returns it larger by the factor,
   *     with its margins as much larger
   */
  BufferedImage through(UnaryOperator<Samples> work, Progress progress) {
    BufferedImage result = Pictures.rgb(source.getWidth() * factor, source.getHeight() * factor);
    int columns = (source.getWidth() + edge - 1) / edge;
    int count = columns * ((source.getHeight() + edge - 1) / edge);
    for (int i = 0; i < count; i++) {
      progress.at((double) i / count);
      Turns.goOn();
      int x = i % columns * edge;
      int y = i / columns * edge;
      put(work.apply(cut(x, y)), result, x, y);
    }
    progress.at(1);
    return result;
  }

  /** Beyond the edge of the picture its last pixels are repeated. */
  private Samples cut(int x, int y) {
    int width = Math.min(edge, source.getWidth() - x) + 2 * margin;
    int height = Math.min(edge, source.getHeight() - y) + 2 * margin;
    Samples tile = new Samples(width, height);
    int plane = width * height;
    int[] row = new int[source.getWidth()];
    for (int v = 0; v < height; v++) {
      int from = Math.max(0, Math.min(source.getHeight() - 1, y - margin + v));
      source.getRGB(0, from, row.length, 1, row, 0, row.length);
      for (int u = 0; u < width; u++) {
        int pixel = row[Math.max(0, Math.min(row.length - 1, x - margin + u))];
        tile.values[v * width + u] = (pixel >> 16 & 255) / 255f;
        tile.values[plane + v * width + u] = (pixel >> 8 & 255) / 255f;
        tile.values[2 * plane + v * width + u] = (pixel & 255) / 255f;
      }
    }
    return tile;
  }

  private void put(Samples tile, BufferedImage result, int x, int y) {
    int skip = margin * factor;
    int[] row = new int[tile.width - 2 * skip];
    for (int v = 0; v < tile.height - 2 * skip; v++) {
      for (int u = 0; u < row.length; u++) {
        row[u] = pixel(tile, (v + skip) * tile.width + u + skip);
      }
      result.setRGB(x * factor, y * factor + v, row.length, 1, row, 0, row.length);
    }
  }

  private static int pixel(Samples tile, int i) {
    int plane = tile.width * tile.height;
    return level(tile.values[i]) << 16
        | level(tile.values[plane + i]) << 8
        | level(tile.values[2 * plane + i]);
  }

  private static int level(float value) {
    return Math.round(255 * Math.max(0, Math.min(1, value)));
  }
}
