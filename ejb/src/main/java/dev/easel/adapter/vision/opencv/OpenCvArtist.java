package dev.easel.adapter.vision.opencv;

import dev.easel.adapter.vision.Turns;
import dev.easel.adapter.vision.VisionSettings;
import dev.easel.domain.editing.filter.ArtStyle;
import dev.easel.domain.editing.filter.Artist;
import dev.easel.domain.editing.filter.Strokes;
import dev.easel.domain.vision.Progress;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.global.opencv_photo;
import org.bytedeco.opencv.global.opencv_xphoto;
import org.bytedeco.opencv.opencv_core.Mat;

/** Looks of painting by OpenCV's non-photorealistic filters; strokes of a brush by our own. */
@ApplicationScoped
class OpenCvArtist implements Artist {

  private static final float SPATIAL = 60;
  private static final int FLAT_COLOURS = 4;

  @Inject OpenCv openCv;
  @Inject VisionSettings settings;

  private Turns turns;

  @PostConstruct
  void open() {
    turns = new Turns(settings.permits());
  }

  @Override
  public BufferedImage paint(BufferedImage picture, ArtStyle style) {
    if (style == ArtStyle.IMPRESSIONIST) {
      return turns.take(Progress.NONE, () -> Strokes.paint(picture));
    }
    openCv.require();
    return turns.take(Progress.NONE, () -> painted(picture, style));
  }

  private static BufferedImage painted(BufferedImage picture, ArtStyle style) {
    try (Mat from = Mats.bgr(picture);
        Mat to = new Mat()) {
      switch (style) {
        case OIL_PAINTING -> oil(from, to);
        case WATERCOLOR -> watercolour(from, to);
        case PENCIL_SKETCH -> pencil(from, to);
        case CARTOON -> cartoon(from, to);
        case POP_ART -> popArt(from, to);
        default -> opencv_photo.stylization(from, to, SPATIAL, 0.45f);
      }
      return Mats.rgb(to);
    }
  }

  private static void oil(Mat from, Mat to) {
    int brush = Math.max(2, Math.min(from.cols(), from.rows()) / 160);
    opencv_xphoto.oilPainting(from, to, brush, 1);
  }

  /** Colours that have run together, and light paper that shows through. */
  private static void watercolour(Mat from, Mat to) {
    try (Mat smooth = new Mat();
        Mat light = new Mat()) {
      opencv_photo.edgePreservingFilter(from, smooth, opencv_photo.RECURS_FILTER, SPATIAL, 0.3f);
      opencv_photo.stylization(smooth, light, SPATIAL, 0.25f);
      light.convertTo(to, -1, 0.85, 38);
    }
  }

  private static void pencil(Mat from, Mat to) {
    try (Mat gray = new Mat();
        Mat colour = new Mat()) {
      opencv_photo.pencilSketch(from, gray, colour, 20, 0.1f, 0.03f);
      opencv_imgproc.cvtColor(gray, to, opencv_imgproc.COLOR_GRAY2BGR);
    }
  }

  private static void cartoon(Mat from, Mat to) {
    try (Mat flat = new Mat();
        Mat outlines = outlines(from)) {
      opencv_photo.edgePreservingFilter(from, flat, opencv_photo.RECURS_FILTER, SPATIAL, 0.4f);
      opencv_core.bitwise_and(flat, outlines, to);
    }
  }

  /** Few strong colours and black outlines, as printed. */
  private static void popArt(Mat from, Mat to) {
    try (Mat flat = new Mat();
        Mat strong = new Mat();
        Mat outlines = outlines(from)) {
      opencv_photo.edgePreservingFilter(from, flat, opencv_photo.RECURS_FILTER, SPATIAL, 0.6f);
      strengthen(flat);
      double step = 255.0 / (FLAT_COLOURS - 1);
      flat.convertTo(strong, -1, 1 / step, 0);
      strong.convertTo(flat, -1, step, 0);
      opencv_core.bitwise_and(flat, outlines, to);
    }
  }

  /** Twice as colourful. */
  private static void strengthen(Mat picture) {
    try (Mat hsv = new Mat();
        Mat saturation = new Mat();
        Mat doubled = new Mat()) {
      opencv_imgproc.cvtColor(picture, hsv, opencv_imgproc.COLOR_BGR2HSV);
      opencv_core.extractChannel(hsv, saturation, 1);
      saturation.convertTo(doubled, -1, 2, 20);
      opencv_core.insertChannel(doubled, hsv, 1);
      opencv_imgproc.cvtColor(hsv, picture, opencv_imgproc.COLOR_HSV2BGR);
    }
  }

  /** White, with black where the light changes; three channels. */
  private static Mat outlines(Mat from) {
    Mat lines = new Mat();
    try (Mat gray = new Mat();
        Mat calm = new Mat();
        Mat drawn = new Mat()) {
      opencv_imgproc.cvtColor(from, gray, opencv_imgproc.COLOR_BGR2GRAY);
      opencv_imgproc.medianBlur(gray, calm, 7);
      opencv_imgproc.adaptiveThreshold(
          calm,
          drawn,
          255,
          opencv_imgproc.ADAPTIVE_THRESH_MEAN_C,
          opencv_imgproc.THRESH_BINARY,
          9,
          3);
      opencv_imgproc.cvtColor(drawn, lines, opencv_imgproc.COLOR_GRAY2BGR);
    }
    return lines;
  }
}
