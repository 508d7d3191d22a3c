package dev.easel.adapter.provider.sketch.plant;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** One trunk of a forest, rough or white, with the stumps of its limbs. */
final class Trunk {

  private Trunk() {}

  static void paint(
      Canvas c, Scene s, Rng rng, float x, float foot, float w, Tint t, boolean birch, float near) {
    float lean = rng.bell() * s.u(0.03f);
    Tint lit = t.mix(s.palette.sun(), 0.30f * s.light.strength());
    float to = Woods.lightX(s) > x ? 1 : -1;
    float id = rng.next() * 90;
    float bend = rng.bell() * s.u(0.015f);
    Outline o = new Outline();
    float[] right = new float[26];
    for (int i = 0; i <= 12; i++) {
      float q = i / 12f;
      float y = foot * (1 - q) - 4 * q;
      float mid = x + lean * q + bend * Maths.sin(q * 3);
      float half = w * (0.5f - 0.18f * q + 0.42f * Maths.exp(-q * 18));
      o.to(mid - half, y);
      right[2 * i] = mid + half;
      right[2 * i + 1] = y;
    }
    for (int i = 12; i >= 0; i--) {
      o.to(right[2 * i], right[2 * i + 1]);
    }
    c.fill(
        o,
        (px, py, out) -> {
          float q = 1 - py / foot;
          float mid = x + lean * q + bend * Maths.sin(q * 3);
          float u = (px - mid) / w * 2;
          float grain = s.noise.fractal(u * 2.6f + id, py / w * (birch ? 1.4f : 0.34f), 3);
          float k =
              Maths.unit(0.30f + u * to * 0.45f + grain * 0.5f) * (0.35f + 0.65f * near + 0.2f);
          float dark =
              birch
                  ? Maths.smooth(0.22f, 0.36f, s.noise.fractal(u * 0.9f + id, py / w * 2.4f, 3))
                      * 0.75f
                  : 0;
          Tint own =
              t.scale(0.86f + grain * 0.25f * near).mix(lit, k * 0.8f).mix(s.palette.near(), dark);
          out[0] = own.r();
          out[1] = own.g();
          out[2] = own.b();
        });
    if (near > 0.2f && near < 0.9f) {
      limbs(c, rng, x + lean * 0.6f, foot, w, t);
    }
  }

  private static void limbs(Canvas c, Rng rng, float x, float foot, float w, Tint t) {
    for (int i = 0; i < 4; i++) {
      float y = foot * rng.range(0.05f, 0.55f);
      float hand = rng.chance(0.5f) ? 1 : -1;
      float l = w * rng.range(2, 5);
      c.stroke(x, y, w * 0.26f, x + hand * l * 0.6f, y - l * 0.35f, w * 0.14f, t, 1);
      c.stroke(
          x + hand * l * 0.6f,
          y - l * 0.35f,
          w * 0.14f,
          x + hand * l,
          y - l * 0.8f,
          w * 0.03f,
          t,
          1);
    }
  }
}
