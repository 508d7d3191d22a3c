package dev.easel.adapter.vision.onnx;

import dev.easel.adapter.vision.Pictures;
import java.awt.image.BufferedImage;

/**
 * A picture as numbers: the red plane, the green and the blue one, each row by row. Values are 0 to
 * 255 unless scaled.
 */
final class Samples {

  final int width;
  final int height;
  final float[] values;

  Samples(int width, int height) {
    this(width, height, new float[3 * width * height]);
  }

  Samples(int width, int height, float[] values) {
    this.width = width;
    this.height = height;
    this.values = values;
  }

  static Samples of(BufferedImage opaque) {
    Samples samples = new Samples(opaque.getWidth(), opaque.getHeight());
    int[] pixels = Pictures.argb(opaque);
    int plane = pixels.length;
    for (int i = 0; i < plane; i++) {
      samples.values[i] = pixels[i] >> 16 & 255;
      samples.values[plane + i] = pixels[i] >> 8 & 255;
      samples.values[2 * plane + i] = pixels[i] & 255;
    }
    return samples;
  }

  /** A copy with every value brought to {@code (value - mean) / deviation} of its channel. */
  Samples scaled(float[] mean, float[] deviation) {
    Samples scaled = new Samples(width, height);
    int plane = width * height;
    for (int c = 0; c < 3; c++) {
      for (int i = c * plane; i < (c + 1) * plane; i++) {
        scaled.values[i] = (values[i] - mean[c]) / deviation[c];
      }
    }
    return scaled;
  }

  /** All three channels alike. */
  Samples scaled(float mean, float deviation) {
    return scaled(new float[] {mean, mean, mean}, new float[] {deviation, deviation, deviation});
  }

  /** Red and blue exchanged. */
  Samples reversed() {
    int plane = width * height;
    float[] reversed = new float[values.length];
    for (int c = 0; c < 3; c++) {
      System.arraycopy(values, c * plane, reversed, (2 - c) * plane, plane);
    }
    return new Samples(width, height, reversed);
  }

  /** The three values of each pixel side by side, as networks from TensorFlow want them. */
  float[] interleaved() {
    int plane = width * height;
    float[] mixed = new float[values.length];
    for (int i = 0; i < plane; i++) {
      for (int c = 0; c < 3; c++) {
        mixed[3 * i + c] = values[c * plane + i];
      }
    }
    return mixed;
  }
}
