package dev.easel.adapter.provider.sketch.pattern;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Under water: light from above in shafts, a reef below, bubbles, shoals. */
public final class Deep implements Layer {

  private static final Tint[] CORALS = {
    Tint.of("#e8604c"),
    Tint.of("#f09a4a"),
    Tint.of("#d74f8c"),
    Tint.of("#9a5bc4"),
    Tint.of("#f0cf5e")
  };

  @Override
  public void paint(Canvas c, Scene s) {
    water(c, s);
    reef(c, s, 0);
    reef(c, s, 1);
    bubbles(c, s);
  }

  private static void water(Canvas c, Scene s) {
    boolean own = !s.wishes.hues().isEmpty();
    float day = s.daylight();
    Tint top = (own ? s.palette.horizon() : Tint.of("#7fe3e6")).scale(0.35f + 0.65f * day);
    Tint mid = (own ? s.palette.middle() : Tint.of("#1c86b4")).scale(0.35f + 0.65f * day);
    Tint low = (own ? s.palette.near() : Tint.of("#062a4f")).scale(0.45f + 0.55f * day);
    float cx = s.from(0.62f);
    for (int y = 0; y < c.height; y++) {
      c.breathe();
      float t = y / (float) c.height;
      Tint row =
          t < 0.4f
              ? top.mix(mid, Maths.smooth(0, 0.4f, t))
              : mid.mix(low, Maths.smooth(0.35f, 1, t));
      for (int x = 0; x < c.width; x++) {
        float fan = (x - cx) / (y + s.u(0.45f));
        float ray = s.noise.fractal(fan * 5 + 7, 3, 3);
        float shaft =
            Maths.smooth(0.0f, 0.55f, ray) * Maths.smooth(0.95f, 0.05f, t) * Maths.bell(fan, 0.75f);
        float u = x / s.u(1);
        float web = s.noise.ridged(u * 5 + ray, t * 26, 2) * Maths.smooth(0.16f, 0, t);
        float glow = Maths.exp(-Maths.length((x - cx) / s.u(1), y / s.u(1)) / 0.30f);
        c.blend(
            y * c.width + x,
            row.plus(top, shaft * 0.42f + glow * 0.5f + Maths.smooth(0.55f, 1, web) * 0.5f),
            1);
      }
    }
  }

  private static void reef(Canvas c, Scene s, int row) {
    Rng rng = s.rng("reef" + row);
    Tint blue = Tint.of("#0d4a78").scale(0.5f + 0.5f * s.daylight());
    float air = row == 0 ? 0.62f : 0.12f;
    for (int x = 0; x < c.width; x++) {
      c.breathe();
      float u = x / s.u(1);
      float share = s.side < 0 ? x / (float) s.width : 1 - x / (float) s.width;
      float edge =
          s.y(row == 0 ? 0.80f : 0.93f)
              - s.u(0.20f) * Maths.smooth(0.55f, -0.05f, share) * (0.5f + row * 0.7f)
              - s.u(0.08f) * s.noise.fractal(u * 2.5f, 4 + row * 9, 4);
      for (int y = Math.max(0, (int) edge); y < c.height; y++) {
        float n = s.noise.fractal(u * 8, y / s.u(1) * 8 + row, 4);
        Tint t =
            Tint.of("#3b4a58")
                .scale(0.8f + n * 0.6f)
                .mix(blue, air)
                .scale(1 - 0.4f * Maths.unit((y - edge) / s.u(0.3f)));
        c.blend(y * c.width + x, t, Maths.unit(y + 1 - edge));
      }
    }
    for (int i = 0; i < 34; i++) {
      float share = row == 0 ? rng.next() : rng.next() * rng.next();
      float x = s.from(share);
      float u = x / s.u(1);
      float base =
          s.y(row == 0 ? 0.81f : 0.945f)
              - s.u(0.20f) * Maths.smooth(0.55f, -0.05f, share) * (0.5f + row * 0.7f)
              - s.u(0.08f) * s.noise.fractal(u * 2.5f, 4 + row * 9, 4);
      Tint t = CORALS[rng.below(CORALS.length)].scale(0.45f + 0.45f * s.daylight()).mix(blue, air);
      coral(
          c,
          s,
          rng,
          x,
          base + s.u(0.02f),
          s.u(0.035f + 0.075f * row) * rng.range(0.6f, 1.3f),
          t,
          rng.below(3));
    }
  }

  private static void coral(
      Canvas c, Scene s, Rng rng, float x, float y, float r, Tint t, int look) {
    if (look == 0) {
      for (int i = 0; i < 9; i++) {
        float a = -Maths.PI * (0.12f + 0.76f * i / 8f);
        float mx = x + Maths.cos(a) * r * 0.55f;
        float my = y + Maths.sin(a) * r * 0.6f;
        c.stroke(x, y, r * 0.10f, mx, my, r * 0.07f, t.scale(0.85f), 1);
        for (int k = -1; k <= 1; k++) {
          float b = a + k * 0.4f;
          c.stroke(
              mx,
              my,
              r * 0.06f,
              mx + Maths.cos(b) * r * 0.42f,
              my + Maths.sin(b) * r * 0.5f,
              r * 0.035f,
              t.scale(1.05f),
              1);
        }
      }
    } else if (look == 1) {
      for (int i = 0; i < 26; i++) {
        float a = rng.range(0, Maths.PI);
        float d = Maths.root(rng.next()) * r * 0.7f;
        float light = 0.65f + 0.45f * Maths.sin(a) * d / r;
        c.disc(x + Maths.cos(a) * d, y - Maths.sin(a) * d * 0.8f, r * 0.17f, t.scale(light), 0.95f);
      }
    } else {
      for (int i = 0; i < 5; i++) {
        float px = x + (i - 2) * r * 0.14f;
        float py = y;
        float h = r * rng.range(1.1f, 2.1f);
        for (int k = 1; k <= 8; k++) {
          float q = k / 8f;
          float nx = x + (i - 2) * r * 0.16f + Maths.sin(q * 5 + i) * r * 0.10f;
          float ny = y - h * q;
          c.stroke(
              px,
              py,
              r * 0.11f * (1.15f - q),
              nx,
              ny,
              r * 0.10f * (1.05f - q),
              Tint.of("#3f9a5e").mix(t, 0.25f).scale(0.6f + 0.4f * q),
              0.95f);
          px = nx;
          py = ny;
        }
      }
    }
  }

  private static void bubbles(Canvas c, Scene s) {
    Rng rng = s.rng("bubbles");
    for (int i = 0; i < s.many(60); i++) {
      float r = s.u(0.002f + 0.009f * rng.next() * rng.next());
      float x = s.from(0.2f + rng.bell() * 0.16f + (i % 3) * 0.28f);
      float y = s.y(rng.next());
      c.disc(x, y, r, Tint.of("#bff0f5"), 0.22f);
      c.disc(x - r * 0.3f, y - r * 0.35f, r * 0.28f, Tint.WHITE, 0.75f);
    }
  }
}
