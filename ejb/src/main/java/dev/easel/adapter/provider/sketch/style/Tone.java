package dev.easel.adapter.provider.sketch.style;

import dev.easel.adapter.provider.sketch.canvas.Blur;
import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Changes of tone over the whole picture. */
final class Tone {

  private Tone() {}

  /** Bends every colour towards {@code tint} and stretches or softens the contrast. */
  static void grade(Canvas c, Tint tint, float bend, float saturation, float contrast, float lift) {
    for (int i = 0; i < c.red.length; i++) {
      if ((i & 0xFFFF) == 0) {
        c.pause();
      }
      Tint t = new Tint(c.red[i], c.green[i], c.blue[i]).saturate(saturation);
      t = bend > 0 ? t.bend(tint, bend) : t;
      c.red[i] = (t.r() - 0.5f) * contrast + 0.5f + lift;
      c.green[i] = (t.g() - 0.5f) * contrast + 0.5f + lift;
      c.blue[i] = (t.b() - 0.5f) * contrast + 0.5f + lift;
    }
  }

  /** A lens: sharp at the subject's depth, soft in front of and behind it. */
  static void lens(Canvas c, Scene s) {
    Canvas soft = c.copy();
    for (float[] plane : new float[][] {soft.red, soft.green, soft.blue}) {
      c.pause();
      Blur.soften(plane, c.width, c.height, Math.max(1, s.u(0.0065f)));
    }
    for (int y = 0; y < c.height; y++) {
      c.breathe();
      float v = y / (float) c.height;
      float far = Maths.smooth(0.62f, 0.30f, v) * 0.85f;
      float near = Maths.smooth(0.90f, 1.02f, v) * 0.9f;
      for (int x = 0; x < c.width; x++) {
        int i = y * c.width + x;
        float k = Math.max(far, near);
        c.red[i] = Maths.mix(c.red[i], soft.red[i], k);
        c.green[i] = Maths.mix(c.green[i], soft.green[i], k);
        c.blue[i] = Maths.mix(c.blue[i], soft.blue[i], k);
      }
    }
  }
}
