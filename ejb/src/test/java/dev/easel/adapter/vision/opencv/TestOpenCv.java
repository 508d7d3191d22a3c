package dev.easel.adapter.vision.opencv;

import dev.easel.adapter.vision.TestSettings;
import dev.easel.domain.vision.Inpainting;
import dev.easel.domain.vision.QualityMeter;

/** OpenCV, loaded once for all tests. */
public final class TestOpenCv {

  private static final OpenCvPorts PORTS = new OpenCvPorts(TestSettings.defaults());

  static final OpenCv OPEN_CV = PORTS.library();

  private TestOpenCv() {}

  public static Lanczos lanczos() {
    return PORTS.lanczos();
  }

  public static QualityMeter quality() {
    return PORTS.quality();
  }

  public static Inpainting inpainting() {
    return PORTS.inpainting();
  }
}
