package dev.easel.adapter.vision.opencv;

import dev.easel.adapter.vision.VisionSettings;
import dev.easel.domain.vision.Inpainting;
import dev.easel.domain.vision.QualityMeter;

/** What OpenCV does, wired without a container: for commands and benchmarks. */
public final class OpenCvPorts {

  private final VisionSettings settings;
  private final OpenCv openCv = new OpenCv();

  public OpenCvPorts(VisionSettings settings) {
    this.settings = settings;
    openCv.settings = settings;
  }

  public Lanczos lanczos() {
    Lanczos lanczos = new Lanczos();
    lanczos.openCv = openCv;
    return lanczos;
  }

  public QualityMeter quality() {
    BrisqueMeter meter = new BrisqueMeter();
    meter.openCv = openCv;
    return meter;
  }

  public Inpainting inpainting() {
    OpenCvInpainting inpainting = new OpenCvInpainting();
    inpainting.openCv = openCv;
    inpainting.settings = settings;
    return inpainting;
  }

  public OpenCv library() {
    return openCv;
  }
}
