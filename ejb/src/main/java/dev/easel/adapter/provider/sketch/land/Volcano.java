package dev.easel.adapter.provider.sketch.land;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** A great cone with gullies; its fire shows at the rim, in streams and under the smoke. */
public final class Volcano implements Layer {

  private static final Tint FIRE = Tint.of("#ff7a22");
  private static final Tint HEART = Tint.of("#ffe08a");

  @Override
  public void paint(Canvas c, Scene s) {
    float cx = s.from(0.60f);
    float peak = s.horizon - s.u(0.36f);
    float mouth = s.u(0.045f);
    smoke(c, s, cx, peak);
    cone(c, s, cx, peak, mouth);
    streams(c, s, cx, peak, mouth);
    c.glow(cx, peak, s.u(0.30f), FIRE, 0.55f);
    c.glow(cx, peak, s.u(0.09f), HEART, 0.6f);
    sparks(c, s, cx, peak);
  }

  private static float slope(Scene s, float dx, float peak, float mouth) {
    float d = Math.max(0, Math.abs(dx) - mouth) / s.u(0.52f);
    float fall = 1 - Maths.exp(-d * 2.1f);
    return peak + (s.horizon - peak) * fall * 1.14f;
  }

  private static void cone(Canvas c, Scene s, float cx, float peak, float mouth) {
    Tint rock = s.palette.near().mix(s.palette.haze(), 0.22f);
    Tint lit = rock.mix(s.palette.sun(), 0.34f * s.light.strength());
    for (int x = 0; x < c.width; x++) {
      c.breathe();
      float u = x / s.u(1);
      float edge = slope(s, x - cx, peak, mouth) + s.u(0.010f) * s.noise.fractal(u * 14, 3, 3);
      for (int y = Math.max(0, Maths.floor(edge)); y <= Math.min(c.height - 1, s.horizon); y++) {
        float fan = (x - cx) / (y - peak + s.u(0.14f));
        float down = (y - peak) / s.u(1);
        float g = s.noise.ridged(fan * 5.5f, down * 3, 4);
        float g2 = s.noise.ridged(fan * 5.5f + 0.12f * -s.side, down * 3, 4);
        float k = Maths.clamp((g - g2) * 2.4f + (s.side * (cx - x) > 0 ? -0.12f : 0.12f), -1, 1);
        Tint t = k > 0 ? rock.mix(lit, k) : rock.mix(s.palette.near(), -k * 0.8f);
        float fire = Maths.exp(-down * 11) * 0.5f;
        float mist = Maths.smooth(0.12f, 0.38f, down) * 0.55f;
        c.blend(
            y * c.width + x,
            t.mix(s.palette.haze(), mist).plus(FIRE, fire),
            Maths.unit(y + 1 - edge));
      }
    }
  }

  private static void streams(Canvas c, Scene s, float cx, float peak, float mouth) {
    Rng rng = s.rng("lava");
    for (int k = 0; k < 5; k++) {
      float x = cx + rng.range(-0.8f, 0.8f) * mouth;
      float y = peak + s.u(0.004f);
      float run = (x - cx) * 0.16f + rng.bell() * s.u(0.0012f);
      float w = s.u(rng.range(0.005f, 0.010f));
      int length = (int) rng.range(18, 46);
      for (int i = 0; i < length; i++) {
        float nx = x + run + rng.bell() * s.u(0.0022f);
        float ny =
            Math.max(
                y + s.u(0.004f),
                slope(s, nx - cx, peak, mouth) * 0.25f + (y + s.u(0.0075f)) * 0.75f);
        ny = Math.min(ny, s.horizon);
        float t = 1 - i / (float) length;
        c.glow(nx, ny, w * 5, FIRE, 0.10f * t);
        c.stroke(x, y, w * t + 0.5f, nx, ny, w * t + 0.4f, FIRE.mix(HEART, t), 0.55f + 0.4f * t);
        x = nx;
        y = ny;
      }
    }
  }

  private static void smoke(Canvas c, Scene s, float cx, float peak) {
    Tint ash = s.palette.near().mix(s.palette.middle(), 0.35f).mix(Tint.of("#57504e"), 0.3f);
    for (int y = 0; y < Math.min(c.height, peak + s.u(0.02f)); y++) {
      c.breathe();
      float up = (peak - y) / s.u(1);
      float drift = up * up * 0.75f * s.side * -1;
      float spread = 0.025f + up * 0.42f;
      for (int x = 0; x < c.width; x++) {
        float dx = (x - cx) / s.u(1) - drift;
        float q = dx / spread;
        if (Math.abs(q) < 1.7f) {
          float n = s.noise.fractal(dx * 7 / (0.5f + up), up * 8 + 11, 5);
          float d = Maths.smooth(0.15f, 0.75f, Maths.bell(q, 0.85f) + n * 0.62f);
          float k = d * Maths.smooth(-0.02f, 0.03f, up) * (1 - Maths.smooth(0.35f, 0.8f, up));
          float bright = Maths.unit(0.4f + n * 0.9f);
          float glow = Maths.exp(-Math.max(0, up) * 9) * 0.9f;
          Tint t = ash.scale(0.55f + 0.9f * bright).plus(FIRE, glow * (0.4f + bright));
          c.blend(y * c.width + x, t, k * 0.92f);
        }
      }
    }
  }

  private static void sparks(Canvas c, Scene s, float cx, float peak) {
    Rng rng = s.rng("sparks");
    for (int i = 0; i < s.many(130); i++) {
      float a = rng.bell() * 0.5f;
      float d = s.u(0.02f + 0.2f * rng.next() * rng.next());
      float x = cx + Maths.sin(a) * d;
      float y = peak - Maths.cos(a) * d;
      c.disc(x, y, s.u(0.0018f) * rng.range(0.5f, 1.3f), FIRE.mix(HEART, rng.next()), 0.85f);
    }
  }
}
