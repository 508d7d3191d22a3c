package dev.easel.adapter.provider.sketch.plant;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Leaning palms against the light. */
public final class Palms implements Layer {

  @Override
  public void paint(Canvas c, Scene s) {
    Rng rng = s.rng("palms");
    palm(c, s, rng, s.from(0.30f), s.y(0.99f), s.u(0.50f), 0.10f);
    palm(c, s, rng, s.from(0.05f), s.y(1.04f), s.u(0.84f), 0.30f);
    palm(c, s, rng, s.from(0.16f), s.y(1.03f), s.u(0.66f), 0.16f);
  }

  private static void palm(Canvas c, Scene s, Rng rng, float x, float y, float tall, float lean) {
    Tint bark = s.palette.near().mix(s.inLight(Tint.of("#5a4432")), 0.35f);
    float dir = -s.side;
    float px = x;
    float py = y;
    for (int i = 1; i <= 26; i++) {
      float t = i / 26f;
      float nx = x + dir * tall * lean * t * t * 1.3f;
      float ny = y - tall * t;
      float w = tall * (0.036f - 0.017f * t) * (i % 2 == 0 ? 1.10f : 0.96f);
      Tint own =
          bark.scale(i % 2 == 0 ? 1.08f : 0.92f).plus(s.palette.sun(), s.lit(nx, ny) * 0.10f);
      c.stroke(px, py, w, nx, ny, w, own, 1);
      px = nx;
      py = ny;
    }
    Tint leaf = s.palette.near().mix(s.inLight(s.own(Motif.PALM, Tint.of("#4e7d34"))), 0.5f);
    for (int i = 0; i < 15; i++) {
      float a = -Maths.PI * (i + 0.5f) / 15 + rng.bell() * 0.10f;
      float shade = 0.75f + 0.35f * (i % 3) / 2f;
      frond(
          c,
          s,
          px,
          py,
          Maths.cos(a),
          Maths.sin(a) * 0.75f,
          tall * rng.range(0.34f, 0.46f),
          leaf.scale(shade));
    }
    for (int i = 0; i < 4; i++) {
      c.disc(
          px + rng.bell() * tall * 0.016f, py + tall * 0.018f, tall * 0.014f, bark.scale(0.75f), 1);
    }
  }

  private static void frond(
      Canvas c, Scene s, float x, float y, float dx, float dy, float l, Tint t) {
    float px = x;
    float py = y;
    int pieces = 26;
    for (int i = 1; i <= pieces; i++) {
      float q = i / (float) pieces;
      float nx = x + dx * l * q;
      float ny = y + dy * l * q * (1 - 0.35f * q) + l * 0.62f * q * q * q + l * 0.12f * q * q;
      float w = l * 0.016f * (1.1f - q);
      Tint own = t.plus(s.palette.sun(), s.lit(nx, ny) * 0.20f);
      c.stroke(px, py, w, nx, ny, w, own, 1);
      float leaflet = l * 0.24f * (1.1f - q) * Math.min(1, q * 5);
      float tx = (nx - px) * pieces / l;
      float ty = (ny - py) * pieces / l;
      float ex = tx * 0.55f;
      float ey = ty * 0.55f;
      c.stroke(
          nx,
          ny,
          l * 0.011f,
          nx + (ex - ty * 0.55f) * leaflet,
          ny + (ey + Math.abs(tx) * 0.55f + 0.3f) * leaflet,
          0.5f,
          own,
          0.95f);
      c.stroke(
          nx,
          ny,
          l * 0.011f,
          nx + (ex + ty * 0.3f) * leaflet,
          ny + (ey - Math.abs(tx) * 0.25f + 0.35f) * leaflet,
          0.5f,
          own.scale(0.9f),
          0.95f);
      px = nx;
      py = ny;
    }
  }
}
