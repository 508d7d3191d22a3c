package dev.easel.adapter.provider.sketch.indoors;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Wireless headphones standing upright: a padded band, two cups with soft highlights. */
final class Headphones {

  void paint(Canvas c, Scene s, float x, float y, float k) {
    Tint shell = Studio.seen(s, s.own(Motif.HEADPHONES, Tint.of("#2c2e33")));
    Tint metal = Studio.seen(s, Tint.of("#b9bcc2"));
    for (int hand = -1; hand <= 1; hand += 2) {
      Studio.shadow(c, s, x + hand * k * 0.30f, y, k * 0.13f, k * 0.3f);
      reflection(c, x + hand * k * 0.305f, y, k, shell);
    }
    band(c, s, x, y, k, shell, metal);
    for (int hand = -1; hand <= 1; hand += 2) {
      cup(c, s, x + hand * k * 0.305f, y - k * 0.205f, k, hand, shell, metal);
    }
  }

  private static void reflection(Canvas c, float x, float y, float k, Tint shell) {
    for (int i = 0; i < 16; i++) {
      float q = i / 16f;
      c.ellipse(x, y + k * 0.16f * q, k * 0.105f, k * 0.02f, shell, 0.075f * (1 - q));
    }
  }

  private static void band(Canvas c, Scene s, float x, float y, float k, Tint shell, Tint metal) {
    float cy = y - k * 0.36f;
    float rx = k * 0.335f;
    float ry = k * 0.50f;
    int pieces = 72;
    float to = -s.side;
    for (int layer = 0; layer < 4; layer++) {
      for (int i = 0; i < pieces; i++) {
        float a = Maths.PI * i / pieces;
        float b = Maths.PI * (i + 1) / pieces;
        float pad =
            Maths.smooth(0.18f, 0.30f, i / (float) pieces)
                * Maths.smooth(0.82f, 0.70f, i / (float) pieces);
        float w = k * (0.026f + 0.034f * pad);
        float lit = Maths.unit(0.35f + 0.55f * Maths.sin(a) + 0.35f * Maths.cos(a) * -to * -1);
        float off = layer == 2 ? -0.30f : layer == 3 ? 0.34f : 0;
        Tint t =
            layer == 0
                ? shell.scale(0.45f)
                : layer == 1
                    ? shell.scale(0.75f + 0.45f * lit)
                    : layer == 2
                        ? shell.mix(Studio.seen(s, Tint.WHITE), 0.34f * lit)
                        : shell.scale(0.35f);
        float width = layer == 0 ? w * 1.12f : layer == 1 ? w : w * (layer == 2 ? 0.22f : 0.26f);
        float qx = 1 - off * w / rx;
        float qy = 1 - off * w / ry;
        if (layer == 1 && pad < 0.05f) {
          t = metal.scale(0.55f + 0.5f * lit);
        }
        c.stroke(
            x - Maths.cos(a) * rx * qx,
            cy - Maths.sin(a) * ry * qy,
            width,
            x - Maths.cos(b) * rx * qx,
            cy - Maths.sin(b) * ry * qy,
            width,
            t,
            layer < 2 ? 1 : 0.8f);
      }
    }
  }

  private static void cup(
      Canvas c, Scene s, float x, float y, float k, int hand, Tint shell, Tint metal) {
    float rx = k * 0.105f;
    float ry = k * 0.200f;
    c.fill(
        Outline.ellipse(x - hand * rx * 0.62f, y, rx * 0.72f, ry * 0.96f), shell.scale(0.34f), 1);
    c.fill(
        Outline.ellipse(x - hand * rx * 0.78f, y, rx * 0.42f, ry * 0.80f), shell.scale(0.20f), 1);
    Tint sun = Studio.seen(s, Tint.WHITE);
    c.fill(
        Outline.ellipse(x + hand * rx * 0.10f, y, rx, ry),
        (px, py, out) -> {
          float u = (px - x - hand * rx * 0.10f) / rx;
          float v = (py - y) / ry;
          float d = Maths.root(u * u + v * v);
          float z = Maths.root(Math.max(0, 1 - 0.9f * d * d));
          float k2 = 0.32f + 0.85f * Maths.unit(-s.side * u * 0.5f - v * 0.42f + z * 0.55f);
          float ring = Maths.bell(d - 0.72f, 0.025f) * 0.30f;
          float spec =
              Maths.exp(
                      -((u + s.side * 0.34f) * (u + s.side * 0.34f) * 9
                          + (v + 0.42f) * (v + 0.42f) * 7))
                  * 0.42f;
          float edge = Maths.smooth(0.90f, 1, d) * 0.16f * Maths.unit(-v - s.side * u);
          out[0] = shell.r() * (k2 - ring) + sun.r() * (spec + edge);
          out[1] = shell.g() * (k2 - ring) + sun.g() * (spec + edge);
          out[2] = shell.b() * (k2 - ring) + sun.b() * (spec + edge);
        });
    c.disc(x + hand * rx * 0.10f, y, rx * 0.20f, metal.scale(0.75f), 1);
    c.disc(x + hand * rx * 0.10f - rx * 0.03f * s.side, y - rx * 0.04f, rx * 0.15f, metal, 0.9f);
    c.stroke(
        x + hand * rx * 0.25f,
        y - ry * 0.93f,
        k * 0.022f,
        x + hand * rx * 0.12f,
        y - ry * 1.2f,
        k * 0.020f,
        metal.scale(0.8f),
        1);
  }
}
