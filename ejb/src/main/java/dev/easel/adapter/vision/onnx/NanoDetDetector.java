package dev.easel.adapter.vision.onnx;

import dev.easel.adapter.vision.Pictures;
import dev.easel.domain.vision.Detection;
import dev.easel.domain.vision.ObjectDetector;
import dev.easel.domain.vision.Progress;
import dev.easel.domain.vision.Region;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * NanoDet. Three grids of cells, each with 80 scores and four distances to the sides of a box; a
 * distance is the mean of a distribution over 0 to 10 cells.
 */
@ApplicationScoped
class NanoDetDetector implements ObjectDetector {

  private static final int EDGE = 416;
  private static final float[] MEAN = {123.675f, 116.28f, 103.53f};
  private static final float[] DEVIATION = {58.395f, 57.12f, 57.375f};
  private static final int STEPS = 11;
  private static final float LEAST = 0.35f;
  private static final double SAME = 0.5;

  @Inject Networks networks;

  @Override
  public List<Detection> objects(BufferedImage source) {
    Samples small = Resizing.area(Samples.of(Pictures.onWhite(source)), EDGE, EDGE);
    float[] seen = small.scaled(MEAN, DEVIATION).reversed().values;
    Map<String, Network.Output> outputs =
        networks.use(Model.OBJECTS, Progress.NONE, network -> network.run(seen, 1, 3, EDGE, EDGE));
    List<Detection> found = new ArrayList<>();
    for (int cell = 8; cell <= 32; cell *= 2) {
      found.addAll(read(new Grid(outputs, cell), source));
    }
    return Overlaps.removed(found, SAME);
  }

  private static List<Detection> read(Grid grid, BufferedImage source) {
    List<Detection> found = new ArrayList<>();
    for (int i = 0; i < grid.cells; i++) {
      for (int label = 0; label < Coco.LABELS.size(); label++) {
        float score = grid.scores[i * Coco.LABELS.size() + label];
        if (score > LEAST) {
          found.add(new Detection(Coco.LABELS.get(label), score, grid.box(i, source)));
        }
      }
    }
    return found;
  }

  /** The outputs for one size of cells, told apart by their number. */
  private static final class Grid {
    private final int cell;
    private final int columns;
    private final int cells;
    private final float[] scores;
    private final float[] distances;

    Grid(Map<String, Network.Output> outputs, int cell) {
      this.cell = cell;
      columns = EDGE / cell;
      cells = columns * columns;
      scores = output(outputs, cells * Coco.LABELS.size());
      distances = output(outputs, cells * 4 * STEPS);
    }

    private static float[] output(Map<String, Network.Output> outputs, int length) {
      return outputs.values().stream()
          .map(Network.Output::values)
          .filter(values -> values.length == length)
          .findFirst()
          .orElseThrow();
    }

    Region box(int i, BufferedImage source) {
      double across = (double) source.getWidth() / EDGE;
      double down = (double) source.getHeight() / EDGE;
      double x = (i % columns + 0.5) * cell;
      double y = (i / columns + 0.5) * cell;
      return Region.within(
          source.getWidth(),
          source.getHeight(),
          (x - distance(i, 0)) * across,
          (y - distance(i, 1)) * down,
          (x + distance(i, 2)) * across,
          (y + distance(i, 3)) * down);
    }

    private double distance(int i, int side) {
      int start = (i * 4 + side) * STEPS;
      double sum = 0;
      double weighted = 0;
      for (int step = 0; step < STEPS; step++) {
        double weight = Math.exp(distances[start + step]);
        sum += weight;
        weighted += weight * step;
      }
      return weighted / sum * cell;
    }
  }
}
