package dev.easel.adapter.vision.onnx;

import dev.easel.adapter.vision.Pictures;
import dev.easel.domain.vision.Detection;
import dev.easel.domain.vision.FaceDetector;
import dev.easel.domain.vision.Progress;
import dev.easel.domain.vision.Region;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * BlazeFace for the camera on a telephone's back. It sees a square of 256 pixels and answers in two
 * grids: 16 by 16 cells with two guesses each, 8 by 8 cells with six.
 */
@ApplicationScoped
class BlazeFaceDetector implements FaceDetector {

  private static final int EDGE = 256;
  private static final int NUMBERS = 16;
  private static final double LEAST = 0.7;
  private static final double SAME = 0.3;

  @Inject Networks networks;

  @Override
  public List<Detection> faces(BufferedImage source) {
    int side = Math.max(source.getWidth(), source.getHeight());
    Samples square = Resizing.area(squared(Samples.of(Pictures.onWhite(source)), side), EDGE, EDGE);
    float[] seen = square.scaled(127.5f, 127.5f).interleaved();
    Map<String, Network.Output> outputs =
        networks.use(Model.FACES, Progress.NONE, network -> network.run(seen, 1, EDGE, EDGE, 3));
    List<Detection> found = new ArrayList<>();
    read(outputs, 16, 2, source, found);
    read(outputs, 8, 6, source, found);
    return Overlaps.removed(found, SAME);
  }

  /** In the middle of a black square. */
  private static Samples squared(Samples source, int side) {
    Samples square = new Samples(side, side);
    int left = (side - source.width) / 2;
    int top = (side - source.height) / 2;
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < source.height; y++) {
        System.arraycopy(
            source.values,
            (c * source.height + y) * source.width,
            square.values,
            (c * side + top + y) * side + left,
            source.width);
      }
    }
    return square;
  }

  private static void read(
      Map<String, Network.Output> outputs,
      int cells,
      int guesses,
      BufferedImage source,
      List<Detection> found) {
    float[] scores = output(outputs, cells * cells * guesses, 1);
    float[] boxes = output(outputs, cells * cells * guesses, NUMBERS);
    for (int i = 0; i < scores.length; i++) {
      double score = 1 / (1 + Math.exp(-scores[i]));
      if (score >= LEAST) {
        found.add(new Detection("face", score, box(boxes, i, cells, guesses, source)));
      }
    }
  }

  private static float[] output(Map<String, Network.Output> outputs, int rows, int columns) {
    return outputs.values().stream()
        .filter(o -> o.length(1) == rows && o.length(2) == columns)
        .findFirst()
        .orElseThrow()
        .values();
  }

  private static Region box(float[] boxes, int i, int cells, int guesses, BufferedImage source) {
    int side = Math.max(source.getWidth(), source.getHeight());
    double scale = (double) side / EDGE;
    int cell = i / guesses;
    int at = i * NUMBERS;
    double left = (side - source.getWidth()) / 2;
    double top = (side - source.getHeight()) / 2;
    double x = boxes[at] * scale + (cell % cells + 0.5) / cells * side - left;
    double y = boxes[at + 1] * scale + (cell / cells + 0.5) / cells * side - top;
    double halfWidth = boxes[at + 2] * scale / 2;
    double halfHeight = boxes[at + 3] * scale / 2;
    return Region.within(
        source.getWidth(),
        source.getHeight(),
        x - halfWidth,
        y - halfHeight,
        x + halfWidth,
        y + halfHeight);
  }
}
