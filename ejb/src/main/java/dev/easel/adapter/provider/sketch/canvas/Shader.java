package dev.easel.adapter.provider.sketch.canvas;

/** Colours the pixels of a shape. */
@FunctionalInterface
public interface Shader {

  /** Writes red, green, blue and opacity of pixel (x, y) into {@code rgba}. */
  void shade(int x, int y, float[] rgba);
}
