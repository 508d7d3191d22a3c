package dev.easel.adapter.provider.sketch.land;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Things in the air: birds, balloons, paper lanterns, fireworks, fireflies. */
public final class Aloft {

  private static final Tint[] SILKS = {
    Tint.of("#d9483b"),
    Tint.of("#f0b63e"),
    Tint.of("#2f7f9f"),
    Tint.of("#f3ead8"),
    Tint.of("#7a4ea0")
  };

  private Aloft() {}

  public static void birds(Canvas c, Scene s) {
    Rng rng = s.rng("birds");
    Tint dark = s.palette.near().mix(s.palette.middle(), 0.18f);
    int n = s.wants(Motif.BIRDS) ? 17 : 7;
    float size = s.wants(Motif.BIRDS) ? 0.030f : 0.014f;
    float cx = s.from(s.wants(Motif.BIRDS) ? 0.56f : 0.48f);
    float cy = s.horizon * 0.46f;
    for (int i = 0; i < n; i++) {
      float along = (i - n / 2f) / n;
      float x = cx + s.u(0.55f * along) + rng.bell() * s.u(0.05f);
      float y = cy - s.u(0.12f * along * s.side) + rng.bell() * s.u(0.035f);
      bird(c, x, y, s.u(size) * rng.range(0.5f, 1.15f), rng.range(-0.2f, 0.75f), dark);
    }
  }

  private static void bird(Canvas c, float x, float y, float span, float lift, Tint t) {
    float w = span * 0.15f;
    for (int hand = -1; hand <= 1; hand += 2) {
      float mx = x + hand * span * 0.42f;
      float my = y - span * (0.18f + 0.25f * lift);
      c.stroke(x, y, w, mx, my, w * 0.8f, t, 0.95f);
      c.stroke(
          mx,
          my,
          w * 0.8f,
          x + hand * span,
          y - span * 0.25f * lift + span * 0.08f,
          w * 0.15f,
          t,
          0.95f);
    }
    c.ellipse(x, y + w * 0.2f, w * 0.9f, w * 0.55f, t, 0.95f);
  }

  public static void balloons(Canvas c, Scene s) {
    Rng rng = s.rng("balloons");
    float[][] places = {
      {0.60f, 0.40f, 0.115f},
      {0.34f, 0.24f, 0.062f},
      {0.82f, 0.62f, 0.045f},
      {0.46f, 0.60f, 0.030f},
      {0.90f, 0.22f, 0.036f}
    };
    for (int i = places.length - 1; i >= 0; i--) {
      float[] p = places[i];
      Tint silk = s.own(Motif.BALLOONS, SILKS[(i + rng.below(2)) % SILKS.length]);
      float r = s.u(p[2]);
      balloon(c, s, s.from(p[0]), s.horizon * p[1], r, s.inLight(silk), i);
    }
  }

  private static void balloon(Canvas c, Scene s, float cx, float cy, float r, Tint silk, int i) {
    Outline envelope =
        new Outline()
            .to(cx - r * 0.16f, cy + r * 1.22f)
            .curve(cx - r * 0.98f, cy + r * 0.50f, cx - r, cy)
            .curve(cx - r, cy - r, cx, cy - r)
            .curve(cx + r, cy - r, cx + r, cy)
            .curve(cx + r * 0.98f, cy + r * 0.50f, cx + r * 0.16f, cy + r * 1.22f);
    Tint second = s.inLight(SILKS[(i + 3) % SILKS.length]);
    float air = Maths.unit(0.42f - r / s.u(0.115f) * 0.36f);
    float toLight = s.light.x() > cx ? 1 : -1;
    c.fill(
        envelope,
        (x, y, out) -> {
          float dy = (y - cy) / r;
          float belly =
              dy < 0
                  ? Maths.root(Math.max(0.02f, 1 - dy * dy))
                  : 1 - 0.68f * Maths.unit(dy / 1.22f) * Maths.unit(dy / 1.22f);
          float q = Maths.clamp((x - cx) / r / Math.max(0.1f, belly), -1, 1);
          float turn = q * (0.7f + 0.3f * Math.abs(q)) * 4;
          float gore = Math.abs(turn - Math.round(turn));
          boolean odd = (Math.round(turn) & 1) != 0;
          Tint t = odd ? second : silk;
          if (Math.abs(dy + 0.1f) < 0.13f) {
            t = odd ? silk : second;
          }
          float round =
              0.72f + 0.36f * q * toLight - 0.16f * dy - 0.10f * Maths.smooth(0.35f, 0.5f, gore);
          t = t.scale(round).mix(s.palette.haze(), air);
          out[0] = t.r();
          out[1] = t.g();
          out[2] = t.b();
        });
    Tint wicker = s.inLight(Tint.of("#6b4426")).mix(s.palette.haze(), air);
    c.stroke(
        cx - r * 0.15f,
        cy + r * 1.2f,
        r * 0.02f,
        cx - r * 0.1f,
        cy + r * 1.5f,
        r * 0.02f,
        wicker,
        1);
    c.stroke(
        cx + r * 0.15f,
        cy + r * 1.2f,
        r * 0.02f,
        cx + r * 0.1f,
        cy + r * 1.5f,
        r * 0.02f,
        wicker,
        1);
    c.fill(Outline.rectangle(cx - r * 0.12f, cy + r * 1.48f, r * 0.24f, r * 0.19f), wicker, 1);
    if (s.dark()) {
      c.glow(cx, cy + r * 0.9f, r * 1.2f, Tint.of("#ffb056"), 0.5f);
    }
  }

  public static void lanterns(Canvas c, Scene s) {
    Rng rng = s.rng("lanterns");
    Tint paper = s.own(Motif.SKY_LANTERNS, Tint.of("#ffb255"));
    int n = s.many(70);
    for (int i = 0; i < n; i++) {
      float near = i / (float) n;
      near = near * near * near;
      float x = s.x(rng.next());
      float y = s.horizon * rng.range(0.04f, 0.97f);
      float r = s.u(0.004f + 0.026f * near);
      float lean = rng.bell() * 0.08f * r;
      c.glow(x, y, r * 4.2f, paper, 0.30f);
      Outline body =
          new Outline()
              .to(x - r * 0.62f, y + r)
              .to(x + r * 0.62f, y + r)
              .curve(x + r * 1.05f + lean, y - r * 0.4f, x + r * 0.55f + lean, y - r * 1.15f)
              .curve(x + lean, y - r * 1.45f, x - r * 0.55f + lean, y - r * 1.15f)
              .curve(x - r * 1.05f + lean, y - r * 0.4f, x - r * 0.62f, y + r);
      float cy = y;
      c.fill(
          body,
          (px, py, out) -> {
            float v = (py - cy) / r;
            float heat = Maths.exp(-Maths.length((px - x) / r, v - 0.75f) * 0.9f);
            Tint t = paper.scale(0.62f).mix(Tint.of("#fff0c0"), heat);
            out[0] = t.r();
            out[1] = t.g();
            out[2] = t.b();
          });
    }
  }

  public static void fireworks(Canvas c, Scene s) {
    Rng rng = s.rng("fireworks");
    for (int k = 0; k < 5; k++) {
      float x = s.x(0.12f + 0.19f * k + rng.range(-0.04f, 0.04f));
      float y = s.horizon * rng.range(0.18f, 0.55f);
      burst(c, s, rng, x, y, s.u(rng.range(0.11f, 0.20f)), SILKS[k].mix(Tint.WHITE, 0.25f));
    }
  }

  private static void burst(Canvas c, Scene s, Rng rng, float x, float y, float r, Tint t) {
    c.glow(x, y, r * 1.5f, t, 0.28f);
    int rays = 46;
    for (int i = 0; i < rays; i++) {
      float a = (i + rng.range(-0.3f, 0.3f)) * 2 * Maths.PI / rays;
      float reach = r * rng.range(0.55f, 1);
      float px = x;
      float py = y;
      for (int k = 1; k <= 10; k++) {
        float d = k / 10f;
        float e = reach * (1 - (1 - d) * (1 - d));
        float nx = x + Maths.cos(a) * e;
        float ny = y + Maths.sin(a) * e + r * 0.22f * d * d;
        float w = s.u(0.0022f) * (0.4f + d);
        c.stroke(px, py, w, nx, ny, w, t.mix(Tint.WHITE, (1 - d) * 0.6f), 0.15f + 0.65f * d);
        px = nx;
        py = ny;
      }
      c.glow(px, py, s.u(0.010f), t, 0.6f);
    }
  }

  /** Small lights adrift: fireflies, spores, magic. */
  public static void fireflies(Canvas c, Scene s) {
    Rng rng = s.rng("fireflies");
    Tint glow = s.wants(Motif.FOREST) ? Tint.of("#d8f58a") : Tint.of("#ffe9a0");
    for (int i = 0; i < s.many(90); i++) {
      float x = s.x(rng.next());
      float y = s.y(rng.range(0.30f, 0.98f));
      float r = s.u(0.0012f + 0.0030f * rng.next() * rng.next());
      c.glow(x, y, r * 9, glow, 0.42f);
      c.disc(x, y, r, glow.mix(Tint.WHITE, 0.5f), 0.95f);
    }
  }
}
