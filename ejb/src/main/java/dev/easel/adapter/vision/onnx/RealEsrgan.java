package dev.easel.adapter.vision.onnx;

import dev.easel.domain.vision.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.util.function.UnaryOperator;

/**
 * Real-ESRGAN: makes everything four times as large, and cleans it. Smaller factors, also 1, are
 * the mean of the areas of that.
 */
@ApplicationScoped
class RealEsrgan {

  private static final int GAIN = 4;
  private static final int MARGIN = 10;

  @Inject Networks networks;

  /**
   * The picture larger by the factor.
   *
   * @param opaque without transparency
   * @param factor 1 to 4
   * @param cleaning from 0, which puts back all that the network took for damage, to 1
   */
  BufferedImage enlarge(
      BufferedImage opaque, Model model, int factor, double cleaning, Progress progress) {
    return networks.use(
        model,
        progress,
        network -> {
          UnaryOperator<Samples> work = tile -> enlarged(network, tile, factor, cleaning);
          return new Tiles(opaque, edge(model), MARGIN, factor).through(work, progress);
        });
  }

  /** The large networks need more memory for a pixel, and more time between two looks. */
  private static int edge(Model model) {
    return model == Model.UPSCALING ? 192 : 96;
  }

  private static Samples enlarged(Network network, Samples tile, int factor, double cleaning) {
    float[] values = network.first(tile.values, 1, 3, tile.height, tile.width);
    Samples large = new Samples(tile.width * GAIN, tile.height * GAIN, values);
    if (cleaning < 1) {
      putBack(tile, large, (float) (1 - cleaning));
    }
    return factor == GAIN ? large : Resizing.area(large, tile.width * factor, tile.height * factor);
  }

  /** What the source has and the result, shrunk, has not, is what was cleaned away. */
  private static void putBack(Samples tile, Samples large, float share) {
    Samples again = Resizing.area(large, tile.width, tile.height);
    int plane = tile.width * tile.height;
    int largePlane = large.width * large.height;
    for (int c = 0; c < 3; c++) {
      float[] lost = new float[plane];
      for (int i = 0; i < plane; i++) {
        lost[i] = share * (tile.values[c * plane + i] - again.values[c * plane + i]);
      }
      float[] more = Resizing.centred(lost, tile.width, tile.height, large.width, large.height);
      for (int i = 0; i < largePlane; i++) {
        large.values[c * largePlane + i] += more[i];
      }
    }
  }
}
