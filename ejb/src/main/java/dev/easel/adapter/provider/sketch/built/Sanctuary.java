package dev.easel.adapter.provider.sketch.built;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Japanese building: torii, pagoda, stone lantern, arched bridge. */
public final class Sanctuary {

  private static final Tint VERMILION = Tint.of("#d0432c");
  private static final Tint DARK_WOOD = Tint.of("#2c2326");

  private Sanctuary() {}

  public static void torii(Canvas c, Scene s, float x, float y, float size) {
    Tint red = s.own(Motif.TORII, VERMILION);
    Pen p = new Pen(c, s, x, y, size, 0.06f);
    for (int hand = -1; hand <= 1; hand += 2) {
      p.shape(
          red,
          hand * 0.36f - 0.042f,
          0,
          hand * 0.36f + 0.042f,
          0,
          hand * 0.325f + 0.036f,
          0.86f,
          hand * 0.325f - 0.036f,
          0.86f);
      p.box(DARK_WOOD, hand * 0.36f - 0.052f, 0, 0.104f, 0.09f);
    }
    p.box(red, -0.46f, 0.62f, 0.92f, 0.062f);
    p.box(red, -0.035f, 0.66f, 0.07f, 0.17f);
    p.round(
        red, -0.57f, 0.90f, -0.30f, 0.855f, 0, 0.845f, 0.30f, 0.855f, 0.57f, 0.90f, 0.56f, 0.945f,
        0.30f, 0.90f, 0, 0.89f, -0.30f, 0.90f, -0.56f, 0.945f);
    p.round(
        DARK_WOOD, -0.62f, 0.975f, -0.32f, 0.92f, 0, 0.905f, 0.32f, 0.92f, 0.62f, 0.975f, 0.61f,
        1.02f, 0.32f, 0.965f, 0, 0.95f, -0.32f, 0.965f, -0.61f, 1.02f);
  }

  public static void pagoda(Canvas c, Scene s, float x, float y, float size, float air) {
    Pen p = new Pen(c, s, x, y, size, air);
    Tint red = s.own(Motif.PAGODA, Tint.of("#a63a2c"));
    Tint tile = Tint.of("#3a3f48");
    p.box(Tint.of("#77736c"), -0.24f, 0, 0.48f, 0.035f);
    float base = 0.035f;
    for (int k = 0; k < 5; k++) {
      float w = 0.155f - 0.020f * k;
      float h = 0.105f - 0.006f * k;
      p.box(red.mix(DARK_WOOD, 0.25f), -w, base, 2 * w, h);
      p.box(Tint.of("#e8dcc2"), -w * 0.78f, base + h * 0.16f, w * 0.5f, h * 0.55f);
      p.box(Tint.of("#e8dcc2"), w * 0.28f, base + h * 0.16f, w * 0.5f, h * 0.55f);
      p.light(0, base + h * 0.42f, w * 0.36f, h * 0.60f);
      p.box(red, -w * 1.04f, base + h * 0.86f, w * 2.08f, h * 0.14f);
      p.eaves(tile, base + h * 0.86f, w * 2.05f, w * 0.72f, h * 0.72f);
      base += h * 1.36f;
    }
    p.line(tile, 0.014f, 0, base - 0.02f, 0, base + 0.20f);
    for (int k = 0; k < 6; k++) {
      float v = base + 0.03f + 0.022f * k;
      p.line(tile, 0.008f, -0.022f + 0.002f * k, v, 0.022f - 0.002f * k, v);
    }
  }

  public static void lantern(Canvas c, Scene s, float x, float y, float size) {
    Pen p = new Pen(c, s, x, y, size, 0);
    Tint stone = s.own(Motif.STONE_LANTERN, Tint.of("#8d8a84"));
    p.shape(stone, -0.22f, 0, 0.22f, 0, 0.17f, 0.09f, -0.17f, 0.09f);
    p.shape(stone.scale(0.92f), -0.085f, 0.09f, 0.085f, 0.09f, 0.07f, 0.46f, -0.07f, 0.46f);
    p.shape(stone, -0.09f, 0.44f, 0.09f, 0.44f, 0.21f, 0.54f, -0.21f, 0.54f);
    p.box(stone.scale(0.8f), -0.15f, 0.54f, 0.30f, 0.20f);
    Tint flame = Tint.of("#ffc467");
    p.glow(flame, 0, 0.64f, 0.8f, 0.42f);
    float w = 0.085f * size;
    c.fill(
        Outline.rectangle(p.px(0) - w, p.py(0.71f), 2 * w, 0.14f * size),
        flame.mix(Tint.WHITE, 0.25f),
        0.97f);
    p.line(stone.scale(0.6f), 0.014f, 0, 0.56f, 0, 0.72f);
    p.eaves(stone.scale(0.9f), 0.73f, 0.34f, 0.045f, 0.15f);
    p.round(stone, -0.05f, 0.88f, 0.05f, 0.88f, 0.05f, 0.95f, 0, 1.02f, -0.05f, 0.95f);
  }

  /** An arched bridge with posts and railings, from the near bank over to the far side. */
  public static void bridge(Canvas c, Scene s, float x0, float x1, float y, float rise) {
    Tint red = s.inLight(s.own(Motif.BRIDGE, Tint.of("#bf3b2b"))).mix(s.palette.near(), 0.16f);
    Bridge bridge = new Bridge(x0, x1, y, rise);
    bridge.arc(c, s, s.u(0.018f), s.u(0.020f), red.scale(0.34f), 0);
    bridge.arc(c, s, 0, s.u(0.030f), red.scale(0.62f), 0);
    bridge.arc(c, s, s.u(0.021f), s.u(0.013f), red.plus(s.palette.sun(), 0.16f), 0);
    bridge.railing(c, s, red.scale(0.62f), 0);
    bridge.railing(c, s, red, 1);
    bridge.piers(c, s, red.scale(0.5f));
  }
}
