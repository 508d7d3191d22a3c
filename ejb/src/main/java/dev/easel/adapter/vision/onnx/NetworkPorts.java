package dev.easel.adapter.vision.onnx;

import dev.easel.adapter.vision.VisionSettings;
import dev.easel.adapter.vision.opencv.Lanczos;
import dev.easel.domain.gallery.TextEmbedder;
import dev.easel.domain.vision.ContentScorer;
import dev.easel.domain.vision.FaceDetector;
import dev.easel.domain.vision.Matting;
import dev.easel.domain.vision.ObjectDetector;
import dev.easel.domain.vision.Restoration;
import dev.easel.domain.vision.Upscaling;

/** What the networks do, wired without a container: for commands and benchmarks. */
public final class NetworkPorts {

  private final Networks networks = new Networks();

  public NetworkPorts(VisionSettings settings) {
    networks.settings = settings;
    networks.files = new ModelFiles();
    networks.files.settings = settings;
    networks.engine = new OnnxEngine();
    networks.engine.settings = settings;
  }

  public Matting matting() {
    U2netMatting matting = new U2netMatting();
    matting.networks = networks;
    return matting;
  }

  public Upscaling upscaling(Lanczos lanczos) {
    NetworkUpscaling upscaling = new NetworkUpscaling();
    upscaling.networks = networks;
    upscaling.realEsrgan = realEsrgan();
    upscaling.lanczos = lanczos;
    return upscaling;
  }

  public Restoration restoration() {
    NetworkRestoration restoration = new NetworkRestoration();
    restoration.realEsrgan = realEsrgan();
    restoration.waifu2x = new Waifu2x();
    restoration.waifu2x.networks = networks;
    return restoration;
  }

  public FaceDetector faces() {
    BlazeFaceDetector faces = new BlazeFaceDetector();
    faces.networks = networks;
    return faces;
  }

  public ObjectDetector objects() {
    NanoDetDetector objects = new NanoDetDetector();
    objects.networks = networks;
    return objects;
  }

  public ContentScorer content() {
    MobileNetScorer scorer = new MobileNetScorer();
    scorer.networks = networks;
    return scorer;
  }

  public TextEmbedder texts() {
    MiniLmEmbedder texts = new MiniLmEmbedder();
    texts.networks = networks;
    texts.files = networks.files;
    return texts;
  }

  Networks networks() {
    return networks;
  }

  private RealEsrgan realEsrgan() {
    RealEsrgan realEsrgan = new RealEsrgan();
    realEsrgan.networks = networks;
    return realEsrgan;
  }
}
