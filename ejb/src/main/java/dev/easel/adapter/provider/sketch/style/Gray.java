package dev.easel.adapter.provider.sketch.style;

import dev.easel.adapter.provider.sketch.canvas.Canvas;

/** The picture's brightness as a plane of its own. */
final class Gray {

  private Gray() {}

  static float[] of(Canvas c) {
    float[] light = new float[c.red.length];
    for (int i = 0; i < light.length; i++) {
      light[i] =
          0.30f * Math.min(1.1f, c.red[i])
              + 0.59f * Math.min(1.1f, c.green[i])
              + 0.11f * Math.min(1.1f, c.blue[i]);
    }
    return light;
  }
}
