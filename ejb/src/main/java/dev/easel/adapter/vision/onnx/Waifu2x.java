package dev.easel.adapter.vision.onnx;

import dev.easel.domain.vision.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;

/** The networks of waifu2x that keep the size. They return what they see without a border. */
@ApplicationScoped
class Waifu2x {

  private static final int EDGE = 192;
  private static final int BORDER = 28;

  /** The network halves its picture twice. */
  private static final int MULTIPLE = 4;

  @Inject Networks networks;

  /**
   * The picture without what the network takes for damage.
   *
   * @param opaque without transparency
   * @param share how much of the result is the network's, 0 to 1
   */
  BufferedImage mend(BufferedImage opaque, Model model, double share, Progress progress) {
    return networks.use(
        model,
        progress,
        network ->
            new Tiles(opaque, EDGE, BORDER, 1)
                .through(tile -> mended(network, tile, (float) share), progress));
  }

  private static Samples mended(Network network, Samples tile, float share) {
    Samples even = filledUp(tile);
    float[] inner = network.first(even.values, 1, 3, even.height, even.width);
    int width = even.width - 2 * BORDER;
    int height = even.height - 2 * BORDER;
    Samples result = new Samples(tile.width, tile.height, tile.values.clone());
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < tile.height - 2 * BORDER; y++) {
        for (int x = 0; x < tile.width - 2 * BORDER; x++) {
          int to = (c * tile.height + y + BORDER) * tile.width + x + BORDER;
          float mended = inner[(c * height + y) * width + x];
          result.values[to] += share * (mended - tile.values[to]);
        }
      }
    }
    return result;
  }

  /** To the next size the network takes, by repeating the last row and column. */
  private static Samples filledUp(Samples tile) {
    int width = (tile.width + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
    int height = (tile.height + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
    if (width == tile.width && height == tile.height) {
      return tile;
    }
    Samples filled = new Samples(width, height);
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < height; y++) {
        int row = (c * tile.height + Math.min(y, tile.height - 1)) * tile.width;
        for (int x = 0; x < width; x++) {
          filled.values[(c * height + y) * width + x] =
              tile.values[row + Math.min(x, tile.width - 1)];
        }
      }
    }
    return filled;
  }
}
