package dev.easel.adapter.provider.sketch.indoors;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** A table before a wall, in the soft light of a window or a lamp from one side. */
public final class Studio implements Layer {

  private static final Tint LINEN = Tint.of("#cfc6b8");
  private static final Tint WALNUT = Tint.of("#7d5334");
  private static final Tint GOLD = Tint.of("#b8a98c");

  /** Row of the table's far edge as a share of the height. */
  public static float edge() {
    return 0.60f;
  }

  /** Row on which things stand. */
  public static float stand() {
    return 0.78f;
  }

  /** How the room's light tints a local colour. */
  public static Tint seen(Scene s, Tint own) {
    Tint warm = Tint.WHITE.mix(s.palette.sun(), 0.5f).mix(s.palette.horizon(), 0.15f);
    return own.times(warm).scale(0.45f + 0.55f * s.daylight());
  }

  @Override
  public void paint(Canvas c, Scene s) {
    wall(c, s);
    table(c, s);
  }

  private static void wall(Canvas c, Scene s) {
    Tint base =
        s.wishes.hues().isEmpty()
            ? LINEN.mix(s.palette.middle(), 0.35f)
            : s.palette.middle().mix(LINEN, 0.25f);
    Tint wall = seen(s, base);
    Tint dark = wall.scale(0.36f).mix(s.palette.near(), 0.25f);
    float cx = s.from(0.66f);
    float cy = s.y(0.30f);
    for (int y = 0; y < c.height * edge() + 2; y++) {
      c.breathe();
      for (int x = 0; x < c.width; x++) {
        float d = Maths.length((x - cx) / s.u(1), (y - cy) / s.u(1) * 1.1f);
        float n = s.noise.fractal(x / s.u(1) * 3.1f, y / s.u(1) * 3.1f, 4) * 0.05f;
        float k = Maths.exp(-d * d * 2.6f) + n;
        c.blend(y * c.width + x, dark.mix(wall, Maths.unit(0.10f + k)), 1);
      }
    }
  }

  private static void table(Canvas c, Scene s) {
    boolean marble = s.wishes.hasAny(Motif.MARBLE_TOP, Motif.MARBLE, Motif.HEADPHONES);
    Tint wood = seen(s, WALNUT);
    Tint stone = seen(s, Tint.of("#efedea"));
    int top = (int) s.y(edge());
    float cx = s.from(0.60f);
    for (int y = top; y < c.height; y++) {
      c.breathe();
      float t = (y - top) / (float) (c.height - top);
      float z = 1 / (t + 0.42f);
      float light = 1.06f - 0.40f * t * t;
      for (int x = 0; x < c.width; x++) {
        float u = (x - s.width * 0.5f) / s.u(1) * z;
        float spot = Maths.bell((x - cx) / s.u(0.85f), 1) * 0.42f + 0.66f;
        Tint t0 = marble ? marble(s, u, z, stone) : grain(s, u, z, wood);
        float rim = y - top < s.u(0.004f) ? 0.10f : 0;
        c.blend(
            y * c.width + x,
            t0.scale(light * spot + rim),
            Maths.unit((y - top + 1) / Math.max(1, s.u(0.003f))));
      }
    }
  }

  private static Tint grain(Scene s, float u, float z, Tint wood) {
    float v = z * 3.4f;
    float warp = s.noise.fractal(u * 0.8f, v * 1.2f, 3);
    float line = s.noise.fractal(u * 1.3f + warp, v * 11 + warp * 3, 4);
    float board = v * 0.72f - Maths.floor(v * 0.72f);
    float gap = Maths.smooth(0.022f, 0, Math.min(board, 1 - board));
    float tone = 1 + 0.10f * s.noise.at(Maths.floor(v * 0.72f) * 3.3f, 8);
    return wood.scale((1 + line * 0.30f) * tone * (1 - 0.5f * gap));
  }

  private static Tint marble(Scene s, float u, float z, Tint stone) {
    float v = z * 2.1f;
    float a = s.noise.fractal(u * 1.4f, v * 1.4f, 4);
    float b = s.noise.fractal(u * 1.4f + a * 1.7f + 4, v * 1.4f + a + 9, 5);
    float vein = Maths.bell(b, 0.035f) * 0.34f + Maths.bell(a - 0.16f, 0.02f) * 0.22f;
    Tint cloud = stone.scale(0.93f + a * 0.13f);
    Tint t = cloud.mix(Tint.of("#6f7680").times(stone), vein);
    return t.mix(GOLD.times(stone), Maths.bell(b - 0.21f, 0.010f) * 0.35f);
  }

  /** The soft shadow of a thing with the given half width, away from the light. */
  static void shadow(Canvas c, Scene s, float x, float y, float half, float tall) {
    float away = s.side;
    Tint dark = s.palette.near().scale(0.5f);
    for (int i = 0; i < 9; i++) {
      float q = i / 9f;
      float grow = 1 + 0.32f * q;
      c.ellipse(
          x + away * (half * 0.22f + tall * 0.10f * q),
          y + half * 0.04f,
          half * 1.08f * grow,
          half * 0.23f * grow,
          dark,
          0.085f);
    }
    c.ellipse(x, y + half * 0.02f, half * 0.92f, half * 0.14f, dark, 0.5f);
  }
}
