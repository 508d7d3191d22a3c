package dev.easel.adapter.provider.sketch.style;

import dev.easel.adapter.provider.sketch.canvas.Blur;
import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Pen and pencil: the picture as lines on paper. */
final class Drawing {

  private Drawing() {}

  /** Ink: contours of changing weight, hatching only in the darks. */
  static void ink(Canvas c, Scene s) {
    draw(c, s, Tint.of("#fbf8f1"), Tint.of("#15151c"), 0.0f);
  }

  /** Pencil: softer contours over hatched tones. */
  static void pencil(Canvas c, Scene s) {
    draw(c, s, Tint.of("#f6f3ec"), Tint.of("#3a3a40"), 1);
  }

  private static void draw(Canvas c, Scene s, Tint paper, Tint lead, float tone) {
    float[] light = Gray.of(c);
    c.pause();
    float[] fine = light.clone();
    float[] broad = light.clone();
    Blur.soften(fine, c.width, c.height, Math.max(1, s.u(0.0012f)));
    c.pause();
    Blur.soften(broad, c.width, c.height, Math.max(2, s.u(0.0045f)));
    float firm = 0.75f + 0.5f * s.firmness;
    for (int y = 0; y < c.height; y++) {
      c.breathe();
      for (int x = 0; x < c.width; x++) {
        int i = y * c.width + x;
        float u = x / s.u(1);
        float v = y / s.u(1);
        float press = 0.75f + 0.5f * s.noise.at(u * 9, v * 9);
        float line = Maths.smooth(0.012f, 0.05f, (broad[i] - fine[i]) * firm * press);
        float dark = 1 - Math.min(1, broad[i]);
        float k = Math.max(line, hatch(s, u, v, dark, tone));
        float grit = tone > 0 ? 0.72f + 0.5f * s.noise.fractal(u * 160, v * 160, 2) : 1;
        k = Maths.unit(k * grit);
        c.red[i] = Maths.mix(paper.r(), lead.r(), k);
        c.green[i] = Maths.mix(paper.g(), lead.g(), k);
        c.blue[i] = Maths.mix(paper.b(), lead.b(), k);
      }
    }
  }

  /** Crossed sets of lines, one more for every step of darkness. */
  private static float hatch(Scene s, float u, float v, float dark, float tone) {
    float sway = s.noise.at(u * 4, v * 4) * 0.010f;
    float gaps = Math.min(tone > 0 ? 150 : 110, s.u(1) / 5.5f);
    float k = 0;
    float start = tone > 0 ? 0.16f : 0.46f;
    for (int set = 0; set < 3; set++) {
      float need = start + 0.18f * set;
      float depth = Maths.unit((dark - need) * 2.6f);
      float along = set == 0 ? u + v : set == 1 ? u - v : v * 1.25f;
      float wave = (along + sway) * gaps;
      float d = Math.abs(wave - Math.round(wave));
      float width = 0.10f + 0.30f * depth;
      float line = Maths.smooth(width + 0.14f, width - 0.06f, d) * Maths.unit(depth * 5);
      k = Math.max(k, line * (tone > 0 ? 0.30f + 0.42f * depth : 0.92f));
    }
    return tone > 0 ? Math.max(k, dark * 0.30f) : k;
  }
}
