package dev.easel.adapter.provider.sketch.built;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** A rowing boat and a sailing boat. */
public final class Boats {

  private static final Tint WOOD = Tint.of("#7a5638");

  private Boats() {}

  public static void boat(Canvas c, Scene s, float x, float y, float size) {
    Pen p = new Pen(c, s, x, y, size, 0.02f);
    Tint hull = s.own(Motif.BOAT, Tint.of("#6e4429"));
    p.round(
        hull.scale(0.42f),
        -0.46f,
        0.20f,
        -0.2f,
        0.13f,
        0.2f,
        0.13f,
        0.46f,
        0.21f,
        0.2f,
        0.175f,
        -0.2f,
        0.17f);
    p.round(
        hull, -0.50f, 0.22f, -0.42f, 0.06f, -0.30f, -0.01f, 0.30f, -0.01f, 0.43f, 0.06f, 0.52f,
        0.24f, 0.25f, 0.15f, -0.22f, 0.14f);
    p.line(hull.mix(Tint.WHITE, 0.35f), 0.014f, -0.44f, 0.195f, -0.22f, 0.148f)
        .line(hull.mix(Tint.WHITE, 0.35f), 0.014f, -0.22f, 0.148f, 0.24f, 0.155f)
        .line(hull.mix(Tint.WHITE, 0.35f), 0.014f, 0.24f, 0.155f, 0.48f, 0.22f);
    p.line(WOOD.scale(0.8f), 0.018f, -0.12f, 0.20f, 0.44f, 0.02f)
        .line(WOOD.scale(0.8f), 0.035f, 0.40f, 0.035f, 0.50f, 0.0f);
  }

  public static void sailboat(Canvas c, Scene s, float x, float y, float size) {
    Pen p = new Pen(c, s, x, y, size, 0.10f);
    Tint sail = s.own(Motif.SAILBOAT, Tint.of("#f6f1e6"));
    p.line(WOOD, 0.012f, 0, 0.06f, 0, 1.0f);
    p.round(
        sail.scale(0.94f),
        0.02f,
        0.96f,
        0.16f,
        0.52f,
        0.33f,
        0.16f,
        0.18f,
        0.15f,
        0.02f,
        0.16f,
        0.025f,
        0.5f);
    p.round(
        sail, -0.02f, 0.90f, -0.13f, 0.50f, -0.29f, 0.17f, -0.15f, 0.15f, -0.03f, 0.17f, -0.02f,
        0.5f);
    p.round(
        Tint.of("#33506e"),
        -0.36f,
        0.115f,
        -0.28f,
        0.01f,
        0,
        -0.01f,
        0.26f,
        0.01f,
        0.38f,
        0.12f,
        0,
        0.10f);
    p.line(Tint.of("#f3efe6"), 0.012f, -0.34f, 0.105f, 0.36f, 0.112f);
  }
}
