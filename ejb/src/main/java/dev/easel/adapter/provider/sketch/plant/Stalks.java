package dev.easel.adapter.provider.sketch.plant;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Plants of one stem: bamboo, reeds, cacti, mushrooms. */
public final class Stalks {

  private Stalks() {}

  /** A stand of bamboo on both sides, denser and paler behind. */
  public static void bamboo(Canvas c, Scene s) {
    Rng rng = s.rng("bamboo");
    Tint green = s.inLight(s.own(Motif.BAMBOO, Tint.of("#7d9f45")));
    for (int depth = 0; depth < 3; depth++) {
      float air = 0.62f - 0.30f * depth;
      Tint t =
          green
              .scale(1 - 0.16f * depth)
              .mix(s.palette.haze(), air)
              .mix(s.palette.near(), 0.10f * depth);
      int n = 13 - 3 * depth;
      for (int i = 0; i < n; i++) {
        float share = rng.next();
        share = share < 0.5f ? share * 0.72f : 1 - (1 - share) * 0.52f;
        cane(c, s, rng, s.from(share), s.u(0.007f + 0.0095f * depth) * rng.range(0.8f, 1.2f), t);
      }
    }
  }

  private static void cane(Canvas c, Scene s, Rng rng, float x, float w, Tint t) {
    float lean = rng.bell() * s.u(0.02f);
    float gap = w * rng.range(7.5f, 9.5f);
    float y = s.height + gap * rng.next();
    float toLight = s.light.x() > x ? 0.22f : -0.22f;
    Tint lit = t.mix(s.palette.sun(), 0.4f);
    while (y > -gap) {
      float x0 = x + lean * (1 - y / s.height);
      float x1 = x + lean * (1 - (y - gap) / s.height);
      c.stroke(x0, y, w * 2, x1, y - gap + w * 0.3f, w * 2, t, 1);
      c.stroke(
          x0 + w * toLight * 2, y, w * 0.5f, x1 + w * toLight * 2, y - gap, w * 0.5f, lit, 0.6f);
      c.stroke(x1 - w, y - gap, w * 0.4f, x1 + w, y - gap, w * 0.4f, t.scale(0.55f), 0.8f);
      if (rng.chance(0.5f)) {
        leaves(c, s, rng, x1, y - gap, w, t);
      }
      y -= gap;
    }
  }

  private static void leaves(Canvas c, Scene s, Rng rng, float x, float y, float w, Tint t) {
    float hand = rng.chance(0.5f) ? 1 : -1;
    for (int i = 0; i < 5; i++) {
      float l = w * rng.range(6, 11);
      float a = rng.range(-0.4f, 0.9f);
      float bx = x + hand * w * rng.range(0.5f, 5);
      float by = y - w * rng.range(0, 3);
      float mx = bx + hand * l * 0.5f * Maths.cos(a);
      float my = by + l * 0.5f * Maths.sin(a);
      Tint own = t.scale(rng.range(0.8f, 1.15f)).plus(s.palette.sun(), s.lit(mx, my) * 0.25f);
      c.stroke(bx, by, 0.6f, mx, my, w * 0.8f, own, 0.95f);
      c.stroke(
          mx,
          my,
          w * 0.8f,
          bx + hand * l * Maths.cos(a),
          by + l * Maths.sin(a) * 1.2f,
          0.4f,
          own,
          0.95f);
    }
  }

  public static void reeds(Canvas c, Scene s) {
    Rng rng = s.rng("reeds");
    Tint dark = s.palette.near().mix(s.inLight(Tint.of("#6d6a35")), 0.3f);
    Tint head = s.palette.near().mix(s.inLight(Tint.of("#6b4426")), 0.5f);
    for (int i = 0; i < s.many(95); i++) {
      float share = rng.next() * rng.next() * 0.62f;
      float x = s.from(share);
      float y = s.y(1.01f);
      float h = s.u(rng.range(0.12f, 0.36f)) * (1 - share * 0.5f);
      float bend = rng.bell() * h * 0.13f - s.side * h * 0.07f;
      float w = s.u(0.0036f);
      Tint t = dark.mix(s.palette.sun(), rng.next() * 0.14f + s.lit(x, y - h) * 0.25f);
      c.stroke(x, y, w, x + bend * 0.4f, y - h * 0.6f, w * 0.8f, t, 1);
      c.stroke(x + bend * 0.4f, y - h * 0.6f, w * 0.8f, x + bend, y - h, w * 0.3f, t, 1);
      if (rng.chance(0.4f)) {
        float k = s.u(0.0095f);
        c.stroke(x + bend * 0.82f, y - h * 0.90f, k, x + bend * 0.97f, y - h * 1.02f, k, head, 1);
      }
    }
  }

  public static void cacti(Canvas c, Scene s) {
    Rng rng = s.rng("cacti");
    Tint green = s.palette.near().mix(s.inLight(s.own(Motif.CACTUS, Tint.of("#4f7a46"))), 0.62f);
    cactus(c, s, s.from(0.44f), s.y(0.80f), s.u(0.15f), green.mix(s.palette.haze(), 0.28f), rng);
    cactus(c, s, s.from(0.90f), s.y(0.84f), s.u(0.20f), green.mix(s.palette.haze(), 0.18f), rng);
    cactus(c, s, s.from(0.17f), s.y(0.95f), s.u(0.46f), green, rng);
  }

  private static void cactus(Canvas c, Scene s, float x, float y, float h, Tint t, Rng rng) {
    float w = h * 0.15f;
    rod(c, s, x, y, x, y - h, w, t);
    for (int hand = -1; hand <= 1; hand += 2) {
      float at = y - h * rng.range(0.36f, 0.54f);
      float ex = x + hand * h * 0.23f;
      rod(c, s, x, at, ex, at - h * 0.03f, w * 0.62f, t);
      rod(c, s, ex, at - h * 0.03f, ex, at - h * rng.range(0.22f, 0.36f), w * 0.66f, t);
    }
  }

  private static void rod(
      Canvas c, Scene s, float x0, float y0, float x1, float y1, float w, Tint t) {
    float to = s.light.x() > x0 ? 1 : -1;
    c.stroke(x0, y0, w, x1, y1, w * 0.94f, t.scale(0.78f), 1);
    for (int i = -3; i <= 3; i++) {
      float q = i / 3.6f;
      float lit = Maths.unit(0.35f + q * to * 0.5f) * 0.5f;
      Tint own = t.scale(0.82f + (i & 1) * 0.16f).mix(s.palette.sun(), lit * s.light.strength());
      c.stroke(x0 + q * w / 2, y0, w * 0.10f, x1 + q * w / 2, y1, w * 0.10f, own, 0.8f);
    }
  }

  /** Mushrooms at the feet of the trees; they glow where there is magic or darkness. */
  public static void mushrooms(Canvas c, Scene s) {
    Rng rng = s.rng("mushrooms");
    boolean glow = s.wants(Motif.MAGICAL) || s.dark();
    Tint cap = s.own(Motif.MUSHROOMS, glow ? Tint.of("#4fe3d6") : Tint.of("#c8402f"));
    int n = 15;
    for (int i = 0; i < n; i++) {
      float t = i / (n - 1f);
      float share = rng.next();
      float x = s.x(share < 0.5f ? share * 0.76f : 1 - (1 - share) * 0.76f);
      float y = s.y(0.76f + 0.23f * t);
      float h = s.u(0.035f + 0.095f * t * t) * rng.range(0.7f, 1.25f);
      Tint own = i % 4 == 3 && glow ? cap.mix(Tint.of("#b26bff"), 0.55f) : cap;
      mushroom(c, s, rng, x, y, h, glow ? own : s.inLight(own), glow);
    }
  }

  private static void mushroom(
      Canvas c, Scene s, Rng rng, float x, float y, float h, Tint cap, boolean glow) {
    float lean = rng.bell() * h * 0.07f;
    float r = h * rng.range(0.42f, 0.56f);
    float top = y - h;
    Tint stem = glow ? cap.mix(Tint.WHITE, 0.45f).scale(0.8f) : s.inLight(Tint.of("#efe3cd"));
    if (glow) {
      c.glow(x + lean, top, h * 2.1f, cap, 0.34f);
      c.glow(x, y, h * 1.1f, cap, 0.22f);
    }
    c.stroke(x, y, h * 0.17f, x + lean, top + h * 0.05f, h * 0.11f, stem, 1);
    float cx = x + lean;
    Outline dome =
        new Outline()
            .to(cx - r, top + r * 0.16f)
            .curve(cx - r * 0.95f, top - r * 0.88f, cx, top - r * 0.84f)
            .curve(cx + r * 0.95f, top - r * 0.88f, cx + r, top + r * 0.16f)
            .curve(cx, top + r * 0.42f, cx - r, top + r * 0.16f);
    c.fill(
        dome,
        (px, py, out) -> {
          float dx = (px - cx) / r;
          float dy = (py - top) / r;
          float light = 0.62f - dy * 0.42f - dx * s.side * 0.16f;
          float under = Maths.smooth(0.06f, 0.24f, dy + 0.14f * dx * dx);
          Tint t = cap.scale(light + 0.3f).mix(glow ? Tint.WHITE : stem, glow ? under * 0.75f : 0);
          Tint dark = glow ? t : t.mix(stem.scale(0.7f), under);
          out[0] = dark.r();
          out[1] = dark.g();
          out[2] = dark.b();
        });
    for (int i = 0; i < 7; i++) {
      float a = rng.range(-0.75f, 0.75f);
      float e = rng.range(0.12f, 0.66f);
      c.ellipse(
          cx + a * r,
          top - e * r * (1 - a * a * 0.7f),
          r * 0.09f,
          r * 0.07f,
          Tint.WHITE,
          glow ? 0.7f : 0.82f);
    }
  }
}
