package dev.easel.adapter.provider.sketch.built;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** One house of a street in perspective: wall, windows, shop, signs. */
final class Facade {

  private static final Tint[] NEON = Street.NEON;

  private Facade() {}

  static void paint(
      Canvas c, Scene s, float vx, float vy, int k, int hand, float near, boolean night) {
    Rng rng = s.rng("house" + k + hand);
    float half = s.u(0.42f);
    float far = k == 0 ? 0.02f : Street.depth(k - 1);
    float x0 = vx + hand * half * far;
    float x1 = vx + hand * half * near * 1.9f / (0.9f + near);
    float up = s.u(rng.range(0.55f, 1.05f));
    float down = s.u(0.20f);
    Tint wall =
        s.palette
            .near()
            .mix(
                s.inLight(Tint.of(rng.chance(0.5f) ? "#6f6678" : "#7a6a5c")), night ? 0.22f : 0.7f);
    Tint t = wall.mix(s.palette.haze(), 0.55f * (1 - near));
    Outline o =
        new Outline()
            .to(x0, vy - up * far)
            .to(x1, vy - up * near)
            .to(x1, vy + down * near)
            .to(x0, vy + down * far);
    float glowX = vx;
    c.fill(
        o,
        (px, py, out) -> {
          float d = Math.abs(px - glowX) / s.u(1);
          float shade =
              1.12f - 0.5f * d + 0.08f * s.noise.fractal(px / s.u(1) * 9, py / s.u(1) * 5, 3);
          float low =
              Maths.smooth(vy - s.u(0.3f) * near, vy + down * near, py) * (night ? 0.28f : 0);
          out[0] = t.r() * shade + s.palette.horizon().r() * low * 0.5f;
          out[1] = t.g() * shade + s.palette.horizon().g() * low * 0.5f;
          out[2] = t.b() * shade + s.palette.horizon().b() * low * 0.5f;
        });
    if (near > 0.06f) {
      windows(c, s, rng, vx, vy, x0, x1, far, near, up, night);
      shop(c, s, rng, vy, x0, x1, far, near, down, night);
    }
    if (near > 0.09f && (night || s.wants(Motif.NEON)) && s.allows(Motif.NEON)) {
      signs(c, s, rng, vy, x0, x1, near, hand, up);
    }
  }

  private static void windows(
      Canvas c,
      Scene s,
      Rng rng,
      float vx,
      float vy,
      float x0,
      float x1,
      float far,
      float near,
      float up,
      boolean night) {
    int columns = 4;
    int rows = 11;
    for (int j = 1; j < rows; j++) {
      for (int i = 0; i < columns; i++) {
        float a = (i + 0.22f) / columns;
        float b = (i + 0.78f) / columns;
        float xa = Maths.mix(x0, x1, a);
        float xb = Maths.mix(x0, x1, b);
        float da = Maths.mix(far, near, a);
        float db = Maths.mix(far, near, b);
        float v0 = 0.06f + 0.90f * j / rows;
        float v1 = v0 + 0.045f;
        boolean lit = night && rng.chance(0.32f);
        Tint warm = rng.chance(0.7f) ? Tint.of("#ffcf85") : Tint.of("#a8dcff");
        Tint t = lit ? warm : s.palette.zenith().mix(s.palette.middle(), night ? 0.15f : 0.6f);
        Outline o =
            new Outline()
                .to(xa, vy - up * v0 * da)
                .to(xb, vy - up * v0 * db)
                .to(xb, vy - up * v1 * db)
                .to(xa, vy - up * v1 * da);
        c.fill(o, t, lit ? 0.78f * (0.4f + 0.6f * near) : 0.5f);
      }
    }
  }

  private static void shop(
      Canvas c,
      Scene s,
      Rng rng,
      float vy,
      float x0,
      float x1,
      float far,
      float near,
      float down,
      boolean night) {
    Tint glow =
        night
            ? NEON[rng.below(4)].mix(Tint.of("#ffe2b0"), 0.55f)
            : s.palette.zenith().mix(s.palette.horizon(), 0.5f);
    float a = 0.12f;
    float b = 0.90f;
    float xa = Maths.mix(x0, x1, a);
    float xb = Maths.mix(x0, x1, b);
    float da = Maths.mix(far, near, a);
    float db = Maths.mix(far, near, b);
    Outline o =
        new Outline()
            .to(xa, vy + down * 0.86f * da)
            .to(xb, vy + down * 0.86f * db)
            .to(xb, vy - down * 0.05f * db)
            .to(xa, vy - down * 0.05f * da);
    c.fill(o, glow, night ? 0.72f : 0.4f);
    Tint awning = NEON[rng.below(NEON.length)].scale(night ? 0.5f : 0.75f);
    Outline top =
        new Outline()
            .to(xa, vy - down * 0.05f * da)
            .to(xb, vy - down * 0.05f * db)
            .to(xb, vy - down * 0.26f * db)
            .to(xa, vy - down * 0.26f * da);
    c.fill(top, awning, 0.85f);
    for (int i = 1; i < 4; i++) {
      float q = i / 4f;
      float x = Maths.mix(xa, xb, q);
      float d = Maths.mix(da, db, q);
      c.stroke(
          x,
          vy - down * 0.05f * d,
          s.u(0.005f) * d,
          x,
          vy + down * 0.86f * d,
          s.u(0.005f) * d,
          s.palette.near(),
          0.8f);
    }
    if (night) {
      c.glow((xa + xb) / 2, vy + down * 0.4f * near, Math.abs(xb - xa) * 0.9f, glow, 0.22f);
    }
  }

  private static void signs(
      Canvas c, Scene s, Rng rng, float vy, float x0, float x1, float near, int hand, float up) {
    int n = 2 + rng.below(2);
    for (int i = 0; i < n; i++) {
      Tint t = NEON[rng.below(NEON.length)];
      float x = Maths.mix(x0, x1, rng.range(0.15f, 0.9f));
      float h = s.u(rng.range(0.10f, 0.26f)) * near;
      float w = s.u(rng.range(0.035f, 0.055f)) * near;
      float y = vy - up * near * rng.range(0.12f, 0.55f);
      float px = hand < 0 ? x : x - w;
      c.glow(px + w / 2, y + h / 2, h * 1.5f, t, 0.30f);
      c.fill(Outline.rectangle(px, y, w, h), s.palette.near().scale(0.7f), 0.92f);
      frame(c, px, y, w, h, Math.max(0.8f, w * 0.09f), t.mix(Tint.WHITE, 0.2f));
      int glyphs = Math.max(2, (int) (h / w / 1.1f));
      for (int g = 0; g < glyphs; g++) {
        glyph(
            c,
            rng,
            px + w * 0.24f,
            y + h * (g + 0.16f) / glyphs,
            w * 0.52f,
            h * 0.68f / glyphs,
            t.mix(Tint.WHITE, 0.45f),
            Math.max(0.7f, w * 0.09f));
      }
    }
  }

  private static void frame(Canvas c, float x, float y, float w, float h, float line, Tint t) {
    c.stroke(x, y, line, x + w, y, line, t, 0.95f);
    c.stroke(x + w, y, line, x + w, y + h, line, t, 0.95f);
    c.stroke(x + w, y + h, line, x, y + h, line, t, 0.95f);
    c.stroke(x, y + h, line, x, y, line, t, 0.95f);
  }

  /** A made-up character: strokes that look like writing and say nothing. */
  private static void glyph(
      Canvas c, Rng rng, float x, float y, float w, float h, Tint t, float line) {
    for (int i = 0; i < 4; i++) {
      boolean flat = rng.chance(0.55f);
      float a = rng.below(3) / 2f;
      float from = rng.below(2) * 0.35f;
      float until = 1 - rng.below(2) * 0.35f;
      if (flat) {
        c.stroke(x + w * from, y + h * a, line, x + w * until, y + h * a, line, t, 0.95f);
      } else {
        c.stroke(x + w * a, y + h * from, line, x + w * a, y + h * until, line, t, 0.95f);
      }
    }
  }
}
