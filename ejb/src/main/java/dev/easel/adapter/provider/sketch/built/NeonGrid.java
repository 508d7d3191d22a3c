package dev.easel.adapter.provider.sketch.built;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** The eighties as they never were: a striped sun over a glowing grid. */
public final class NeonGrid implements Layer {

  @Override
  public void paint(Canvas c, Scene s) {
    if (s.light.disc() && s.allows(Motif.SUN)) {
      sun(c, s);
    }
    ridge(c, s);
    ground(c, s);
  }

  private static void sun(Canvas c, Scene s) {
    float cx = s.x(0.5f);
    float r = s.u(0.24f);
    float cy = s.horizon - r * 0.52f;
    Tint top = Tint.of("#ffe46b");
    Tint low = Tint.of("#ff3d97");
    c.glow(cx, cy, r * 2.2f, low, 0.55f);
    c.fill(
        Outline.ellipse(cx, cy, r, r),
        (x, y, out) -> {
          float v = (y - cy + r) / (2 * r);
          Tint t = top.mix(low, Maths.smooth(0.1f, 0.85f, v));
          float bars = v * 13;
          float gap = Maths.clamp((v - 0.42f) * 0.85f, 0, 0.5f);
          float in = Math.abs(bars - Math.round(bars));
          out[0] = t.r();
          out[1] = t.g();
          out[2] = t.b();
          out[3] = v < 0.42f ? 1 : Maths.smooth(gap - 0.04f, gap + 0.04f, in);
        });
  }

  private static void ridge(Canvas c, Scene s) {
    Tint dark = s.palette.near();
    Tint line = Tint.of("#39d8ff");
    Rng rng = s.rng("wire");
    for (int row = 0; row < 2; row++) {
      int n = 18;
      float px = -s.u(0.1f);
      float py = s.horizon;
      for (int i = 0; i <= n; i++) {
        float q = i / (float) n;
        float away = Math.abs(q - 0.5f) * 2;
        float x = s.x(q * 1.1f - 0.05f);
        float h = s.u(0.03f + 0.20f * away * away) * rng.range(0.3f, 1) * (row == 0 ? 1 : 0.6f);
        float y = s.horizon - ((i & 1) == 0 ? h : h * 0.35f);
        c.fill(
            new Outline().to(px, py).to(x, y).to(x, s.horizon + 1).to(px, s.horizon + 1),
            dark.mix(s.palette.zenith(), 0.4f - 0.3f * row),
            1);
        c.stroke(px, py, s.u(0.008f), x, y, s.u(0.008f), line, 0.14f);
        c.stroke(px, py, s.u(0.0018f), x, y, s.u(0.0018f), line, 0.85f);
        c.stroke(x, y, s.u(0.0012f), Maths.mix(x, px, 0.6f), s.horizon, s.u(0.0012f), line, 0.4f);
        px = x;
        py = y;
      }
    }
  }

  private static void ground(Canvas c, Scene s) {
    Tint dark = s.palette.near();
    Tint pink = Tint.of("#ff48b8");
    Tint glow = Tint.of("#7a2fd0");
    float vx = s.x(0.5f);
    for (int y = (int) s.horizon; y < c.height; y++) {
      c.breathe();
      float t = (y + 0.5f - s.horizon) / (s.height - s.horizon);
      float z = 1 / (t + 0.012f);
      float rowWidth = (z * z) * 0.020f / (s.height - s.horizon) * 6;
      float cross =
          line(
              z * 0.62f + 0.31f, 0.62f / (s.height - s.horizon) * z * z, s.u(0.0016f) * (0.5f + t));
      float fade = 1 - 0.55f * (1 - t) * (1 - t);
      for (int x = 0; x < c.width; x++) {
        float u = (x - vx) / s.u(1) * z;
        float along = line(u * 1.7f, 1.7f * z / s.u(1), s.u(0.0016f) * (0.4f + t));
        float k = Math.max(cross, along);
        float halo = Math.max(soft(z * 0.62f + 0.31f), soft(u * 1.7f)) * 0.22f * t;
        float near = Maths.bell((x - vx) / s.u(1), 0.22f + 0.2f * t) * (1 - t) * 0.75f;
        int i = y * c.width + x;
        Tint base = dark.plus(glow, halo + 0.10f).plus(s.palette.horizon(), near * 0.5f);
        c.blend(i, base.mix(pink, k * fade), Math.min(1, 1 + rowWidth));
      }
    }
    c.stroke(0, s.horizon, s.u(0.012f), s.width, s.horizon, s.u(0.012f), pink, 0.3f);
    c.stroke(
        0,
        s.horizon,
        s.u(0.003f),
        s.width,
        s.horizon,
        s.u(0.003f),
        pink.mix(Tint.WHITE, 0.5f),
        0.9f);
  }

  /** Coverage of grid lines at {@code v}, which advances {@code step} per pixel. */
  private static float line(float v, float step, float half) {
    float d = Math.abs(v - Math.round(v)) / Math.max(step, 1e-5f);
    float k = Maths.unit(half + 0.6f - d);
    return step > 0.35f ? k * Maths.unit(1.4f - step * 2) + 0.35f * Maths.unit(step * 2 - 0.7f) : k;
  }

  private static float soft(float v) {
    float d = Math.abs(v - Math.round(v));
    return Maths.exp(-d * 9);
  }
}
