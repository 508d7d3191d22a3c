package dev.easel.adapter.vision.opencv;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Interpolation over eight by eight neighbours. */
@ApplicationScoped
public class Lanczos {

  @Inject OpenCv openCv;

  /** The colours of a picture at another size. */
  public BufferedImage rgb(BufferedImage source, int width, int height) {
    openCv.require();
    try (Mat from = Mats.bgr(source);
        Mat to = scaled(from, width, height)) {
      return Mats.rgb(to);
    }
  }

  /** A grey picture at another size. */
  public BufferedImage gray(BufferedImage source, int width, int height) {
    openCv.require();
    try (Mat from = Mats.gray(source);
        Mat to = scaled(from, width, height)) {
      return Mats.grayPicture(to);
    }
  }

  private static Mat scaled(Mat from, int width, int height) {
    Mat to = new Mat();
    try (Size size = new Size(width, height)) {
      opencv_imgproc.resize(from, to, size, 0, 0, opencv_imgproc.INTER_LANCZOS4);
    }
    return to;
  }
}
