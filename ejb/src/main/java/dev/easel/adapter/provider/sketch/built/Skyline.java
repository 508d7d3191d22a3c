package dev.easel.adapter.provider.sketch.built;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** A city across the water: rows of towers in deepening colour, windows, beacons, signs. */
public final class Skyline implements Layer {

  private static final Tint[] NEON = {
    Tint.of("#ff4fa3"),
    Tint.of("#38e1ff"),
    Tint.of("#b46bff"),
    Tint.of("#ffb03a"),
    Tint.of("#5affb0")
  };
  private final boolean future;

  /** {@code future}: slender towers with lights of their own. */
  public Skyline(boolean future) {
    this.future = future;
  }

  @Override
  public void paint(Canvas c, Scene s) {
    for (int k = 0; k < 4; k++) {
      row(c, s, k / 3f, s.rng("skyline" + k));
      haze(c, s, k / 3f);
    }
    if (future && s.allows(Motif.CAR)) {
      traffic(c, s);
    }
  }

  private static void haze(Canvas c, Scene s, float near) {
    float reach = s.u(0.15f);
    for (int y = Math.max(0, (int) (s.horizon - 3 * reach));
        y < Math.min(c.height, s.horizon + 2);
        y++) {
      float k = Maths.exp(-(s.horizon - y) / reach) * 0.30f * (1 - near * 0.8f);
      for (int x = 0; x < c.width; x++) {
        c.blend(y * c.width + x, s.palette.haze(), k);
      }
    }
  }

  private void row(Canvas c, Scene s, float near, Rng rng) {
    Tint dark = s.palette.near().mix(s.inLight(Tint.of("#5f6b7d")), 0.28f);
    Tint body = dark.mix(s.palette.haze(), 0.70f * (1 - near) + 0.04f);
    float x = -s.u(0.03f);
    float foot = s.horizon + s.u(0.004f);
    while (x < s.width + s.u(0.02f)) {
      float w = s.u(rng.range(0.034f, 0.080f)) * (0.75f + 0.5f * near) * (future ? 0.85f : 1);
      float share = (s.side < 0 ? x : s.width - x) / s.width;
      float centre = Maths.bell(share - 0.40f, 0.30f);
      float tall =
          rng.range(0.07f, 0.20f)
              + rng.next() * rng.next() * (future ? 0.40f : 0.26f) * (0.3f + centre);
      tall *= 1.25f - 0.60f * near;
      tower(
          c,
          s,
          rng,
          x,
          foot,
          w,
          Math.min(s.u(tall), s.horizon * 0.9f),
          body.scale(rng.range(0.86f, 1.12f)),
          near);
      x += w * rng.range(0.82f, 1.25f);
    }
  }

  private void tower(
      Canvas c, Scene s, Rng rng, float x, float foot, float w, float h, Tint body, float near) {
    int look = rng.below(future ? 5 : 4);
    boolean plainGiant = look == 0 && h > s.u(0.30f);
    look = plainGiant ? (future ? 4 : 1) : look;
    Outline o = new Outline().to(x, foot);
    float top = foot - h;
    switch (look) {
      case 0 -> o.to(x, top).to(x + w, top).to(x + w, foot);
      case 1 ->
          o.to(x, top + h * 0.16f)
              .to(x + w * 0.18f, top + h * 0.16f)
              .to(x + w * 0.18f, top + h * 0.05f)
              .to(x + w * 0.36f, top + h * 0.05f)
              .to(x + w * 0.36f, top)
              .to(x + w * 0.64f, top)
              .to(x + w * 0.64f, top + h * 0.05f)
              .to(x + w * 0.82f, top + h * 0.05f)
              .to(x + w * 0.82f, top + h * 0.16f)
              .to(x + w, top + h * 0.16f)
              .to(x + w, foot);
      case 2 -> o.to(x, top + w * 0.5f).to(x + w, top).to(x + w, foot);
      case 3 ->
          o.to(x, top + w * 0.35f)
              .curve(x + w * 0.5f, top - w * 0.25f, x + w, top + w * 0.35f)
              .to(x + w, foot);
      default ->
          o.curve(x + w * 0.30f, foot - h * 0.6f, x + w * 0.42f, top)
              .to(x + w * 0.58f, top)
              .curve(x + w * 0.70f, foot - h * 0.6f, x + w, foot);
    }
    float to = s.light.x() > x ? 1 : -1;
    Tint sun = s.palette.sun();
    c.fill(
        o,
        (px, py, out) -> {
          float u = (px - x) / w - 0.5f;
          float face = u * to > 0.12f ? 1.16f : 0.92f;
          float lit = s.lit(px, py) * 0.30f * (u * to > 0.12f ? 1 : 0.35f);
          out[0] = body.r() * face + sun.r() * lit;
          out[1] = body.g() * face + sun.g() * lit;
          out[2] = body.b() * face + sun.b() * lit;
        });
    if (look == 1 || look == 4 || rng.chance(0.25f)) {
      c.stroke(
          x + w * 0.5f,
          top + 2,
          Math.max(0.8f, w * 0.035f),
          x + w * 0.5f,
          top - h * rng.range(0.06f, 0.16f),
          0.6f,
          body,
          1);
    }
    windows(c, s, rng, x, foot, w, look == 4 ? h * 0.62f : h * 0.86f, near, look);
    if (future) {
      neon(c, s, rng, x, foot, w, h, near, look);
    }
  }

  private void windows(
      Canvas c, Scene s, Rng rng, float x, float foot, float w, float h, float near, int look) {
    boolean night = s.daylight() < 0.80f || future;
    float cell = Math.max(s.u(0.0072f), 2.4f);
    int columns = Math.max(1, (int) (w * 0.84f / cell));
    int rows = (int) (h / (cell * 1.25f));
    float share = night ? 0.22f + 0.26f * rng.next() : 0.5f;
    Tint glass = s.palette.zenith().mix(s.palette.horizon(), 0.5f);
    for (int j = 1; j < rows; j++) {
      for (int i = 0; i < columns; i++) {
        float chance = rng.next();
        float warm = rng.next();
        if (chance < share) {
          float inset = look == 4 ? w * 0.26f * j / rows : 0;
          float px = x + w * 0.10f + inset + i * (w * 0.84f - 2 * inset) / columns;
          float py = foot - j * cell * 1.25f;
          Tint t =
              night
                  ? Tint.of("#ffd58a").mix(Tint.of("#bfe3ff"), warm > 0.7f ? 0.85f : warm * 0.3f)
                  : glass;
          float k = night ? (0.34f + 0.6f * near) * (0.5f + 0.5f * warm) : 0.20f + 0.2f * near;
          c.fill(Outline.rectangle(px, py, cell * 0.52f, cell * 0.62f), t, k);
        }
      }
    }
  }

  private static void neon(
      Canvas c, Scene s, Rng rng, float x, float foot, float w, float h, float near, int look) {
    Tint t = NEON[rng.below(NEON.length)];
    float k = 0.35f + 0.6f * near;
    if (rng.chance(0.42f) && look != 4) {
      float px = x + (rng.chance(0.5f) ? w * 0.06f : w * 0.94f);
      float from = foot - h * rng.range(0.1f, 0.4f);
      float until = foot - h * rng.range(0.6f, 0.84f);
      c.stroke(px, from, s.u(0.012f), px, until, s.u(0.012f), t, 0.13f * k);
      c.stroke(px, from, s.u(0.0024f), px, until, s.u(0.0024f), t.mix(Tint.WHITE, 0.35f), k);
    }
    if (rng.chance(0.22f)) {
      float py = foot - h * rng.range(0.35f, 0.75f);
      c.glow(x + w * 0.5f, py, w * 1.3f, t, 0.25f * k);
      c.fill(Outline.rectangle(x + w * 0.2f, py - w * 0.22f, w * 0.6f, w * 0.44f), t, 0.75f * k);
      c.fill(
          Outline.rectangle(x + w * 0.28f, py - w * 0.10f, w * 0.44f, w * 0.06f),
          Tint.WHITE,
          0.7f * k);
      c.fill(
          Outline.rectangle(x + w * 0.28f, py + w * 0.03f, w * 0.30f, w * 0.06f),
          Tint.WHITE,
          0.6f * k);
    }
    if (look == 4) {
      c.glow(x + w * 0.5f, foot - h, w * 0.9f, t, 0.7f * k);
      c.disc(x + w * 0.5f, foot - h, s.u(0.003f), Tint.WHITE, k);
    }
  }

  private static void traffic(Canvas c, Scene s) {
    Rng rng = s.rng("traffic");
    for (int i = 0; i < 20; i++) {
      float lane = rng.below(3);
      float x = s.x(rng.next());
      float y = s.horizon * (0.42f + 0.13f * lane) + rng.bell() * s.u(0.006f);
      Tint t = rng.chance(0.5f) ? Tint.of("#ff5a5a") : Tint.of("#d8f2ff");
      float l = s.u(rng.range(0.012f, 0.045f));
      c.stroke(x, y, s.u(0.0026f), x + l, y - l * 0.05f, 0.6f, t, 0.8f);
      c.glow(x, y, s.u(0.015f), t, 0.6f);
    }
  }
}
