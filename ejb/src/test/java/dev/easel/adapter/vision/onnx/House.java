package dev.easel.adapter.vision.onnx;

import dev.easel.adapter.vision.TestSettings;
import dev.easel.adapter.vision.VisionSettings;
import dev.easel.adapter.vision.opencv.TestOpenCv;
import dev.easel.domain.gallery.TextEmbedder;
import dev.easel.domain.vision.ContentScorer;
import dev.easel.domain.vision.FaceDetector;
import dev.easel.domain.vision.Matting;
import dev.easel.domain.vision.ObjectDetector;
import dev.easel.domain.vision.Restoration;
import dev.easel.domain.vision.Upscaling;

/** The networks, loaded once for all tests. */
final class House {

  private static final NetworkPorts PORTS = new NetworkPorts(TestSettings.defaults());

  private House() {}

  static Networks networks(VisionSettings settings) {
    return new NetworkPorts(settings).networks();
  }

  static Matting matting() {
    return PORTS.matting();
  }

  static FaceDetector faces() {
    return PORTS.faces();
  }

  static ObjectDetector objects() {
    return PORTS.objects();
  }

  static ContentScorer scorer() {
    return PORTS.content();
  }

  static TextEmbedder texts() {
    return PORTS.texts();
  }

  static Upscaling upscaling() {
    return PORTS.upscaling(TestOpenCv.lanczos());
  }

  static Restoration restoration() {
    return PORTS.restoration();
  }
}
