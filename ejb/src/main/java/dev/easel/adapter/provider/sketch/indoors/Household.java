package dev.easel.adapter.provider.sketch.indoors;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Books, a candle, a lamp, a hat. */
final class Household {

  private Household() {}

  static void books(Canvas c, Scene s, float x, float y, float k) {
    Tint[] covers = {s.own(Motif.BOOK, Tint.of("#7d2f2b")), Tint.of("#2d4a63"), Tint.of("#6b6a3a")};
    Studio.shadow(c, s, x, y, k * 0.46f, k * 0.3f);
    for (int i = 0; i < 3; i++) {
      float w = k * (0.92f - 0.09f * i);
      float h = k * 0.125f;
      float bx = x - w / 2 + (i == 1 ? k * 0.04f : -k * 0.02f * i) * s.side;
      float by = y - h * (i + 1) + k * 0.02f;
      book(c, s, bx, by, w, h, Studio.seen(s, covers[i]));
    }
  }

  private static void book(Canvas c, Scene s, float x, float y, float w, float h, Tint cover) {
    Tint paper = Studio.seen(s, Tint.of("#e9dfc8"));
    float d = h * 0.62f;
    c.fill(
        new Outline().to(x, y).to(x + w, y).to(x + w - d * 0.9f, y - d).to(x + d * 0.9f, y - d),
        cover.scale(1.12f),
        1);
    c.fill(Outline.rectangle(x, y, w, h), cover.scale(0.72f), 1);
    c.fill(
        Outline.rectangle(x + w * 0.035f, y + h * 0.13f, w * 0.965f, h * 0.74f),
        paper.scale(0.82f),
        1);
    for (int i = 1; i < 9; i++) {
      float py = y + h * (0.13f + 0.74f * i / 9f);
      c.stroke(x + w * 0.04f, py, 0.6f, x + w, py, 0.6f, paper.scale(0.58f), 0.5f);
    }
    c.stroke(
        x + w * 0.02f,
        y + h * 0.02f,
        h * 0.12f,
        x + w * 0.02f,
        y + h * 0.97f,
        h * 0.12f,
        cover.scale(0.9f),
        1);
    c.stroke(x, y + h * 0.04f, h * 0.09f, x + w, y + h * 0.04f, h * 0.09f, cover, 1);
    c.stroke(x, y + h * 0.95f, h * 0.09f, x + w, y + h * 0.95f, h * 0.09f, cover.scale(0.7f), 1);
  }

  static void candle(Canvas c, Scene s, float x, float y, float k) {
    Tint wax = Studio.seen(s, s.own(Motif.CANDLE, Tint.of("#efe4cb")));
    Tint flame = Tint.of("#ffb347");
    c.glow(x, y - k * 0.86f, k * 2.3f, flame, 0.42f);
    new Turned(
            new float[] {0.24f, 0, 0.26f, 0.03f, 0.12f, 0.06f},
            Studio.seen(s, Tint.of("#a5823f")),
            1,
            false)
        .paint(c, s, x, y, k);
    new Turned(new float[] {0.095f, 0, 0.092f, 0.66f}, wax, 0.25f, true)
        .label(c, s, x, y - k * 0.04f, k);
    c.stroke(x, y - k * 0.69f, k * 0.012f, x, y - k * 0.75f, k * 0.01f, Tint.of("#2a1c14"), 1);
    for (int i = 0; i < 12; i++) {
      float q = i / 12f;
      float r = k * 0.042f * (1 - 0.72f * q);
      c.ellipse(
          x,
          y - k * (0.765f + 0.10f * q),
          r,
          r * 1.35f,
          Tint.of("#ff9a3a").mix(Tint.of("#fff4c9"), 1 - q * 0.7f),
          0.55f);
    }
    c.glow(x, y - k * 0.79f, k * 0.35f, flame, 0.8f);
  }

  static void lamp(Canvas c, Scene s, float x, float y, float k) {
    Tint brass = Studio.seen(s, Tint.of("#b08a45"));
    Tint shade = s.own(Motif.LAMP, Tint.of("#f4dfae"));
    new Turned(
            new float[] {
              0.17f, 0, 0.16f, 0.03f, 0.05f, 0.06f, 0.03f, 0.10f, 0.07f, 0.22f, 0.03f, 0.34f, 0.02f,
              0.46f
            },
            brass,
            1,
            false)
        .paint(c, s, x, y, k);
    c.glow(x, y - k * 0.55f, k * 1.5f, Tint.of("#ffd080"), 0.5f);
    c.fill(
        new Outline()
            .to(x - k * 0.27f, y - k * 0.42f)
            .to(x + k * 0.27f, y - k * 0.42f)
            .to(x + k * 0.15f, y - k * 0.74f)
            .to(x - k * 0.15f, y - k * 0.74f),
        (px, py, out) -> {
          float u = (px - x) / (k * 0.27f);
          float v = (y - py) / k - 0.42f;
          float m = 1.06f - 0.30f * u * u - v * 0.5f;
          out[0] = shade.r() * m;
          out[1] = shade.g() * m * 0.95f;
          out[2] = shade.b() * m * 0.82f;
        });
    c.ellipse(x, y - k * 0.42f, k * 0.27f, k * 0.022f, Tint.of("#fff6d8"), 0.9f);
  }

  static void hat(Canvas c, Scene s, float x, float y, float k) {
    Tint felt = Studio.seen(s, s.own(Motif.HAT, Tint.of("#8a6a4a")));
    new Turned(
            new float[] {
              0.52f, 0, 0.53f, 0.02f, 0.30f, 0.05f, 0.285f, 0.10f, 0.26f, 0.30f, 0.20f, 0.38f,
              0.06f, 0.40f, 0f, 0.40f
            },
            felt,
            0.15f,
            false)
        .paint(c, s, x, y, k);
    new Turned(new float[] {0.292f, 0, 0.285f, 0.07f}, felt.scale(0.35f), 0.2f, false)
        .label(c, s, x, y - k * 0.05f, k);
  }
}
