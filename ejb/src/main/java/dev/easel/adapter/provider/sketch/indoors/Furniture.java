package dev.easel.adapter.provider.sketch.indoors;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** A desk with what belongs on and around it. */
final class Furniture {

  private Furniture() {}

  static void paint(Canvas c, Scene s) {
    Tint metal = Studio.seen(s, Tint.of("#33363c"));
    float low = Math.min(s.from(0.20f), s.from(0.70f));
    float w = Math.abs(s.from(0.70f) - s.from(0.20f));
    float y = s.y(0.68f);
    Tint shade = s.palette.near().scale(0.5f);
    for (int i = 0; i < 8; i++) {
      float rx = w * (0.50f + 0.02f * i);
      c.ellipse(low + w / 2, s.y(0.905f), rx, s.u(0.030f + 0.004f * i), shade, 0.08f);
    }
    chairBack(c, s, low + w * 0.50f, y, metal);
    legs(c, s, low, w, y, metal);
    desk(c, s, low, w, y);
    screen(c, s, low + w * 0.50f, y - s.u(0.006f), metal);
    float[] mug = {0.20f, 0, 0.28f, 0.45f, 0.30f, 0.6f};
    new Turned(mug, Studio.seen(s, Tint.of("#d8d3ca")), 0.6f, true)
        .label(c, s, low + w * 0.80f, y, s.u(0.07f));
    lamp(c, s, low + w * 0.14f, y - s.u(0.008f), metal);
    plant(c, s);
  }

  private static void legs(Canvas c, Scene s, float low, float w, float y, Tint metal) {
    for (int hand = -1; hand <= 1; hand += 2) {
      float x = low + w * (0.5f + hand * 0.45f);
      float foot = x + hand * w * 0.02f;
      c.stroke(x, y, s.u(0.012f), foot, s.y(0.90f), s.u(0.009f), metal, 1);
      float back = low + w * (0.5f + hand * 0.40f);
      float heel = back + hand * w * 0.01f;
      c.stroke(back, y, s.u(0.008f), heel, s.y(0.85f), s.u(0.006f), metal.scale(0.7f), 1);
    }
  }

  private static void desk(Canvas c, Scene s, float low, float w, float y) {
    Tint oak = Studio.seen(s, s.own(Motif.DESK, Tint.of("#b98a5c")));
    float out = s.u(0.02f);
    float in = s.u(0.03f);
    float edge = y + s.u(0.018f);
    Outline top =
        new Outline()
            .to(low - out, edge)
            .to(low + w + out, edge)
            .to(low + w - in, y - in)
            .to(low + in, y - in);
    c.fill(top, oak.plus(s.palette.sun(), 0.10f), 1);
    c.fill(Outline.rectangle(low - out, edge, w + 2 * out, s.u(0.020f)), oak.scale(0.62f), 1);
  }

  private static void chairBack(Canvas c, Scene s, float x, float y, Tint metal) {
    Tint cloth = Studio.seen(s, Tint.of("#4a5560"));
    c.fill(
        Outline.smooth(
            x - s.u(0.075f),
            y - s.u(0.13f),
            x + s.u(0.075f),
            y - s.u(0.13f),
            x + s.u(0.085f),
            y + s.u(0.04f),
            x - s.u(0.085f),
            y + s.u(0.04f)),
        cloth.scale(0.75f),
        1);
    c.stroke(x, y, s.u(0.022f), x, s.y(0.86f), s.u(0.018f), metal, 1);
    for (int i = -2; i <= 2; i++) {
      c.stroke(
          x,
          s.y(0.86f),
          s.u(0.012f),
          x + i * s.u(0.045f),
          s.y(0.895f) - Math.abs(i) * s.u(0.004f),
          s.u(0.009f),
          metal,
          1);
      c.disc(
          x + i * s.u(0.045f),
          s.y(0.90f) - Math.abs(i) * s.u(0.004f),
          s.u(0.008f),
          metal.scale(0.6f),
          1);
    }
  }

  private static void screen(Canvas c, Scene s, float x, float y, Tint metal) {
    float w = s.u(0.21f);
    float h = s.u(0.125f);
    float top = y - s.u(0.045f) - h;
    c.stroke(x, y, s.u(0.012f), x, top + h, s.u(0.012f), metal, 1);
    c.ellipse(x, y, s.u(0.048f), s.u(0.009f), metal, 1);
    c.fill(Outline.rectangle(x - w / 2, top, w, h), metal.scale(0.7f), 1);
    Tint glow = Tint.of("#9cc9e8");
    c.fill(
        Outline.rectangle(x - w * 0.48f, top + h * 0.04f, w * 0.96f, h * 0.90f),
        (px, py, out) -> {
          float u = (px - x) / w + 0.5f;
          float v = (py - top) / h;
          float row = v * 12 - Maths.floor(v * 12);
          boolean text =
              row > 0.35f
                  && row < 0.7f
                  && u > 0.10f
                  && u
                      < 0.25f + 0.5f * Maths.unit(0.5f + s.noise.at(Maths.floor(v * 12) * 3.1f, 4));
          float k = text ? 0.95f : 0.30f + 0.12f * (1 - v);
          out[0] = glow.r() * k * 0.8f;
          out[1] = glow.g() * k * 0.9f;
          out[2] = glow.b() * k;
        });
    c.glow(x, top + h / 2, w, glow, 0.12f);
  }

  private static void lamp(Canvas c, Scene s, float x, float y, Tint metal) {
    float k = s.u(0.18f);
    float dir = s.side < 0 ? 1 : -1;
    c.ellipse(x, y, k * 0.22f, k * 0.05f, metal, 1);
    c.stroke(x, y, k * 0.05f, x - dir * k * 0.14f, y - k * 0.52f, k * 0.045f, metal, 1);
    c.stroke(
        x - dir * k * 0.14f,
        y - k * 0.52f,
        k * 0.045f,
        x + dir * k * 0.22f,
        y - k * 0.86f,
        k * 0.04f,
        metal,
        1);
    c.fill(
        new Outline()
            .to(x + dir * k * 0.14f, y - k * 0.96f)
            .to(x + dir * k * 0.34f, y - k * 0.84f)
            .to(x + dir * k * 0.44f, y - k * 0.60f)
            .to(x + dir * k * 0.10f, y - k * 0.80f),
        metal.scale(1.2f),
        1);
    c.glow(x + dir * k * 0.28f, y - k * 0.66f, k * 0.8f, Tint.of("#ffd894"), 0.40f);
  }

  private static void plant(Canvas c, Scene s) {
    Rng rng = s.rng("plant");
    float x = s.from(0.90f);
    float y = s.y(0.92f);
    float k = s.u(0.36f);
    new Turned(
            new float[] {0.20f, 0, 0.25f, 0.30f, 0.27f, 0.42f},
            Studio.seen(s, Tint.of("#c9b8a2")),
            0.4f,
            true)
        .paint(c, s, x, y, k * 0.55f);
    Tint green = Studio.seen(s, Tint.of("#3f7a45"));
    for (int i = 0; i < 26; i++) {
      float a = rng.range(-1.35f, 1.35f);
      float l = k * rng.range(0.45f, 1.0f);
      float px = x;
      float py = y - k * 0.23f;
      Tint t = green.scale(rng.range(0.55f, 1.2f));
      for (int j = 1; j <= 8; j++) {
        float q = j / 8f;
        float nx = x + Maths.sin(a) * l * q * 0.75f;
        float ny = y - k * 0.23f - l * (q - 0.55f * Math.abs(a) * q * q);
        float w = k * 0.052f * (1 - (2 * q - 1) * (2 * q - 1)) + 0.8f;
        c.stroke(px, py, w, nx, ny, w, t, 1);
        px = nx;
        py = ny;
      }
    }
  }
}
