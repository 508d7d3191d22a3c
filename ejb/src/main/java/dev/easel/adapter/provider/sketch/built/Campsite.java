package dev.easel.adapter.provider.sketch.built;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** A tent and its fire. */
public final class Campsite {

  private static final Tint FLAME = Tint.of("#ff8a2a");

  private Campsite() {}

  public static void tent(Canvas c, Scene s, float x, float y, float size) {
    Pen p = new Pen(c, s, x, y, size, 0);
    Tint cloth = s.own(Motif.TENT, Tint.of("#d9802f"));
    p.shape(cloth.scale(0.72f), 0.05f, 0.62f, 0.72f, 0, 0.30f, 0);
    p.shape(cloth, -0.62f, 0, 0.34f, 0, 0.05f, 0.62f);
    p.shape(cloth.scale(0.3f), -0.14f, 0, 0.18f, 0, 0.045f, 0.46f);
    if (s.daylight() < 0.8f) {
      p.glow(Tint.of("#ffce7a"), 0.02f, 0.18f, 0.75f, 0.55f);
      p.shape(Tint.of("#ffd890"), -0.11f, 0, 0.15f, 0, 0.04f, 0.38f);
    }
    p.line(cloth.scale(0.5f), 0.012f, 0.05f, 0.62f, -0.62f, 0)
        .line(Tint.of("#d8d0c0"), 0.006f, 0.05f, 0.62f, -0.95f, 0.02f);
  }

  public static void campfire(Canvas c, Scene s, float x, float y, float size) {
    Rng rng = s.rng("campfire");
    c.glow(x, y - size * 0.3f, size * 4.6f, FLAME, 0.55f);
    c.glow(x, y - size * 0.3f, size * 1.7f, FLAME, 0.5f);
    Tint log = s.palette.near().mix(Tint.of("#5a3420"), 0.6f);
    for (int i = 0; i < 4; i++) {
      float a = -0.42f + 0.28f * i;
      c.stroke(
          x - size * 0.5f * (i % 2 == 0 ? 1 : 0.6f),
          y + size * 0.05f * i * 0.4f,
          size * 0.13f,
          x + size * 0.5f,
          y - size * a * 0.3f,
          size * 0.12f,
          log.scale(0.8f + 0.15f * i),
          1);
    }
    for (int i = 0; i < 26; i++) {
      float q = i / 26f;
      float h = size * rng.range(0.4f, 1.15f) * (1 - 0.5f * q);
      float dx = rng.bell() * size * 0.17f;
      Tint t = FLAME.mix(Tint.of("#fff0a8"), q).mix(Tint.of("#e0451c"), 0.3f * (1 - q));
      float w = size * 0.24f * (1.1f - 0.7f * q);
      float mx = x + dx * 0.7f + rng.bell() * size * 0.05f;
      c.stroke(x + dx, y - size * 0.06f, w, mx, y - h * 0.5f, w * 0.7f, t, 0.6f);
      c.stroke(
          mx,
          y - h * 0.5f,
          w * 0.7f,
          x + dx * 0.3f + rng.bell() * size * 0.05f,
          y - h,
          0.5f,
          t,
          0.6f);
    }
    for (int i = 0; i < 26; i++) {
      c.disc(
          x + rng.bell() * size * 0.4f,
          y - size * rng.range(0.8f, 2.6f),
          size * 0.018f,
          FLAME.mix(Tint.WHITE, 0.3f),
          rng.range(0.3f, 0.9f));
    }
  }
}
