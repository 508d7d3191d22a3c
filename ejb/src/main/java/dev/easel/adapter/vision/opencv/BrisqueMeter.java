package dev.easel.adapter.vision.opencv;

import dev.easel.adapter.vision.NativeFiles;
import dev.easel.adapter.vision.Pictures;
import dev.easel.adapter.vision.Turns;
import dev.easel.domain.vision.Progress;
import dev.easel.domain.vision.QualityMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_quality.QualityBRISQUE;

/** BRISQUE with the model that OpenCV ships, trained on the LIVE set. */
@ApplicationScoped
class BrisqueMeter implements QualityMeter {

  private static final int LEAST_EDGE = 16;

  @Inject OpenCv openCv;

  // The algorithm keeps what it computed last in itself.
  private final Turns one = new Turns(1);
  private QualityBRISQUE brisque;

  @Override
  public double brisque(BufferedImage source) {
    if (Math.min(source.getWidth(), source.getHeight()) < LEAST_EDGE) {
      throw new IllegalArgumentException("less than " + LEAST_EDGE + " pixels each way");
    }
    openCv.require();
    return one.take(Progress.NONE, () -> measured(Pictures.onWhite(source)));
  }

  private double measured(BufferedImage opaque) {
    if (brisque == null) {
      brisque = load();
    }
    try (Mat picture = Mats.bgr(opaque);
        Scalar score = brisque.compute(picture)) {
      return Math.max(0, Math.min(100, score.get(0)));
    }
  }

  private static QualityBRISQUE load() {
    String room = "/org/bytedeco/opencv/" + Loader.getPlatform() + "/share/opencv4/quality/";
    try (NativeFiles files = new NativeFiles()) {
      String model = files.add(room + "brisque_model_live.yml").toString();
      String range = files.add(room + "brisque_range_live.yml").toString();
      return QualityBRISQUE.create(model, range);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
