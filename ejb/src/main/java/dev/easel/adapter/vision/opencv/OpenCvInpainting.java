package dev.easel.adapter.vision.opencv;

import dev.easel.adapter.vision.Turns;
import dev.easel.adapter.vision.VisionSettings;
import dev.easel.domain.vision.Inpainting;
import dev.easel.domain.vision.Progress;
import dev.easel.domain.vision.Region;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_photo;
import org.bytedeco.opencv.global.opencv_xphoto;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Small holes by frequency selective reconstruction, which goes on with edges and grain; large
 * ones, for which that takes minutes, by Telea's method, which smears. Only the surroundings are
 * looked at.
 */
@ApplicationScoped
class OpenCvInpainting implements Inpainting {

  /** Pixels to fill; more take more than about ten seconds. */
  static final int MOST_RECONSTRUCTED = 60_000;

  private static final int SURROUNDINGS = 48;
  private static final double TELEA_RADIUS = 5;

  @Inject OpenCv openCv;
  @Inject VisionSettings settings;

  private Turns turns;

  @Override
  public BufferedImage fill(BufferedImage source, BufferedImage mask) {
    Hole hole = Hole.of(source, mask);
    if (hole.isEmpty()) {
      return hole.filledFrom(source);
    }
    openCv.require();
    return turns().take(Progress.NONE, () -> filled(source, hole));
  }

  private synchronized Turns turns() {
    if (turns == null) {
      turns = new Turns(settings.permits());
    }
    return turns;
  }

  private static BufferedImage filled(BufferedImage source, Hole hole) {
    Region around = hole.surroundings(SURROUNDINGS);
    BufferedImage part =
        source.getSubimage(around.x(), around.y(), around.width(), around.height());
    try (Mat picture = Mats.bgr(part);
        Mat missing = Mats.gray(hole.picture(around));
        Mat result = new Mat()) {
      if (hole.size() <= MOST_RECONSTRUCTED) {
        reconstruct(picture, missing, result);
      } else {
        opencv_photo.inpaint(picture, missing, result, TELEA_RADIUS, opencv_photo.INPAINT_TELEA);
      }
      return hole.filledFrom(Mats.rgb(result));
    }
  }

  /** This algorithm asks which pixels are known, the other which are not. */
  private static void reconstruct(Mat picture, Mat missing, Mat result) {
    try (Mat known = new Mat()) {
      opencv_core.bitwise_not(missing, known);
      opencv_xphoto.inpaint(picture, known, result, opencv_xphoto.INPAINT_FSR_FAST);
    }
  }
}
