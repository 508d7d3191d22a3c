package dev.easel.adapter.provider.sketch.built;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.plant.LeafColours;
import dev.easel.adapter.provider.sketch.plant.Shrubs;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** European building: cabin, castle, lighthouse, windmill, church, and a village of them. */
public final class Homestead {

  private static final Tint WHITE_WALL = Tint.of("#e9e2d4");
  private static final Tint STONE = Tint.of("#a09a92");
  private static final Tint WOOD = Tint.of("#7a5638");
  private static final Tint SLATE = Tint.of("#4b525d");
  private static final Tint TILES = Tint.of("#9a4a34");

  private Homestead() {}

  public static void cabin(Canvas c, Scene s, float x, float y, float size, float air, int look) {
    Pen p = new Pen(c, s, x, y, size, air);
    boolean log = look == 0;
    Tint wall = s.own(Motif.CABIN, log ? WOOD : look % 3 == 1 ? WHITE_WALL : Tint.of("#c9a98a"));
    boolean snowy = s.wishes.hasAny(Motif.SNOW, Motif.WINTER, Motif.SNOWFALL);
    Tint roof = snowy ? Tint.of("#eef2f8") : log || look % 2 == 0 ? SLATE : TILES;
    p.box(wall, -0.5f, 0, 1, 0.52f);
    if (log) {
      for (int i = 1; i < 7; i++) {
        p.line(wall.scale(0.66f), 0.012f, -0.5f, 0.075f * i, 0.5f, 0.075f * i);
      }
    }
    p.box(Tint.of("#8a6a58"), 0.22f, 0.6f, 0.13f, 0.42f);
    p.shape(roof, -0.62f, 0.48f, 0.62f, 0.48f, 0.46f, 0.94f, -0.46f, 0.94f);
    p.line(roof.scale(0.6f), 0.022f, -0.62f, 0.48f, 0.62f, 0.48f);
    p.light(-0.27f, 0.28f, 0.17f, 0.19f).light(0.30f, 0.28f, 0.17f, 0.19f);
    p.line(wall.scale(0.4f), 0.012f, -0.27f, 0.19f, -0.27f, 0.37f)
        .line(wall.scale(0.4f), 0.012f, 0.30f, 0.19f, 0.30f, 0.37f);
    p.box(wall.scale(0.42f), -0.06f, 0, 0.17f, 0.34f);
    if (s.allows(Motif.FOG)) {
      smoke(c, s, p.px(0.285f), p.py(1.03f), size, air);
    }
  }

  private static void smoke(Canvas c, Scene s, float x, float y, float size, float air) {
    Tint t = s.palette.haze().mix(Tint.WHITE, 0.3f * s.daylight());
    for (int i = 0; i < 46; i++) {
      float q = i / 46f;
      float r = size * (0.03f + 0.15f * q);
      float wave = s.noise.at(q * 2.6f, x) * size * 0.28f * q;
      float px = x + wave - s.side * size * 0.32f * q * q;
      c.ellipse(px, y - size * 1.15f * q, r, r * 0.85f, t, 0.10f * (1 - q) * (1 - air * 0.5f));
    }
  }

  public static void castle(Canvas c, Scene s, float x, float y, float size, float air) {
    Pen p = new Pen(c, s, x, y, size, air);
    Tint wall = s.own(Motif.CASTLE, STONE);
    Tint roof = Tint.of("#46556f");
    tower(p, wall.scale(0.9f), roof, 0.02f, 0.115f, 0.88f, 0.34f);
    tower(p, wall.scale(0.94f), roof, -0.17f, 0.075f, 0.66f, 0.24f);
    tower(p, wall.scale(0.94f), roof, 0.23f, 0.085f, 0.72f, 0.26f);
    p.box(wall, -0.42f, 0, 0.84f, 0.36f);
    p.box(wall.scale(0.95f), -0.20f, 0.30f, 0.46f, 0.22f);
    for (int i = 0; i < 12; i++) {
      p.box(wall, -0.42f + i * 0.0715f, 0.36f, 0.042f, 0.042f);
    }
    tower(p, wall, roof, -0.42f, 0.095f, 0.50f, 0.24f);
    tower(p, wall, roof, 0.44f, 0.105f, 0.56f, 0.27f);
    p.round(wall.scale(0.32f), -0.065f, 0, 0.065f, 0, 0.065f, 0.14f, 0, 0.20f, -0.065f, 0.14f);
    p.light(-0.20f, 0.22f, 0.035f, 0.07f).light(0.20f, 0.22f, 0.035f, 0.07f);
  }

  private static void tower(Pen p, Tint wall, Tint roof, float x, float half, float h, float cone) {
    p.box(wall, x - half, 0, 2 * half, h);
    p.box(wall.scale(1.04f), x - half * 1.16f, h - 0.05f, half * 2.32f, 0.055f);
    p.shape(roof, x - half * 1.28f, h, x + half * 1.28f, h, x, h + cone);
    p.line(roof, 0.007f, x, h + cone - 0.01f, x, h + cone + 0.07f);
    p.shape(
        Tint.of("#c2423a"), x, h + cone + 0.07f, x + 0.07f, h + cone + 0.05f, x, h + cone + 0.03f);
    p.light(x, h * 0.80f, 0.032f, 0.065f).light(x, h * 0.55f, 0.03f, 0.06f);
  }

  public static void lighthouse(Canvas c, Scene s, float x, float y, float size) {
    Pen p = new Pen(c, s, x, y, size, 0.05f);
    Tint red = s.own(Motif.LIGHTHOUSE, Tint.of("#c8372f"));
    if (s.daylight() < 0.85f) {
      beam(c, s, p.px(0), p.py(0.885f));
    }
    for (int k = 0; k < 5; k++) {
      float y0 = 0.05f + 0.148f * k;
      float y1 = y0 + 0.149f;
      float a = 0.125f - 0.055f * y0;
      float b = 0.125f - 0.055f * y1;
      p.shape(k % 2 == 0 ? Tint.of("#f2eee6") : red, -a, y0, a, y0, b, y1, -b, y1);
    }
    p.box(Tint.of("#77726c"), -0.16f, 0, 0.32f, 0.055f);
    p.box(Tint.of("#3a3d44"), -0.115f, 0.785f, 0.23f, 0.028f);
    p.line(Tint.of("#3a3d44"), 0.008f, -0.11f, 0.845f, 0.11f, 0.845f);
    p.box(Tint.of("#ffe7a6"), -0.058f, 0.813f, 0.116f, 0.115f);
    p.line(Tint.of("#3a3d44"), 0.012f, 0, 0.813f, 0, 0.93f)
        .line(Tint.of("#3a3d44"), 0.014f, -0.058f, 0.813f, -0.058f, 0.93f)
        .line(Tint.of("#3a3d44"), 0.014f, 0.058f, 0.813f, 0.058f, 0.93f);
    p.shape(red, -0.085f, 0.925f, 0.085f, 0.925f, 0, 1.02f);
    p.glow(Tint.of("#fff0b8"), 0, 0.87f, 0.30f, 0.8f);
    p.light(0, 0.32f, 0.035f, 0.055f).light(0, 0.60f, 0.032f, 0.05f);
    p.box(WHITE_WALL, 0.12f, 0, 0.30f, 0.15f)
        .shape(TILES, 0.09f, 0.145f, 0.45f, 0.145f, 0.40f, 0.25f, 0.14f, 0.25f);
    p.light(0.20f, 0.075f, 0.045f, 0.055f).light(0.34f, 0.075f, 0.045f, 0.055f);
  }

  private static void beam(Canvas c, Scene s, float x, float y) {
    Tint t = Tint.of("#fff0b8");
    for (int hand = -1; hand <= 1; hand += 2) {
      for (int px = 0; px < c.width; px++) {
        float d = (px - x) * hand;
        if (d > 0) {
          float half = s.u(0.006f) + d * 0.085f;
          float mid = y - d * 0.10f * hand * s.side;
          float fade = Maths.exp(-d / s.u(0.42f)) * 0.42f;
          for (int py = Math.max(0, (int) (mid - half));
              py < Math.min(c.height, mid + half);
              py++) {
            float q = 1 - Math.abs(py - mid) / half;
            c.add(py * c.width + px, t, fade * q);
            if (c.alpha != null) {
              c.blend(py * c.width + px, t, fade * q * 0.5f);
            }
          }
        }
      }
    }
  }

  public static void windmill(Canvas c, Scene s, float x, float y, float size) {
    Pen p = new Pen(c, s, x, y, size, 0.05f);
    Tint wall = s.own(Motif.WINDMILL, Tint.of("#b9a78f"));
    p.shape(wall, -0.17f, 0, 0.17f, 0, 0.105f, 0.60f, -0.105f, 0.60f);
    p.round(Tint.of("#59463a"), -0.13f, 0.59f, 0.13f, 0.59f, 0.10f, 0.70f, 0, 0.76f, -0.10f, 0.70f);
    p.box(WOOD.scale(0.5f), -0.045f, 0, 0.09f, 0.15f);
    p.light(0, 0.30f, 0.05f, 0.065f).light(0, 0.48f, 0.045f, 0.055f);
    p.box(Tint.of("#6b4a30"), -0.21f, 0.20f, 0.42f, 0.02f);
    Tint sail = Tint.of("#efe6d6");
    for (int k = 0; k < 4; k++) {
      float a = 0.5f + k * Maths.PI / 2;
      float dx = Maths.cos(a);
      float dy = Maths.sin(a);
      p.line(WOOD.scale(0.6f), 0.016f, 0, 0.64f, dx * 0.46f, 0.64f + dy * 0.46f);
      float ox = -dy * 0.085f;
      float oy = dx * 0.085f;
      p.shape(
          sail,
          dx * 0.10f,
          0.64f + dy * 0.10f,
          dx * 0.455f,
          0.64f + dy * 0.455f,
          dx * 0.455f + ox,
          0.64f + dy * 0.455f + oy,
          dx * 0.10f + ox,
          0.64f + dy * 0.10f + oy);
      for (int i = 0; i < 7; i++) {
        float q = 0.10f + 0.059f * i;
        p.line(WOOD.scale(0.7f), 0.006f, dx * q, 0.64f + dy * q, dx * q + ox, 0.64f + dy * q + oy);
      }
    }
  }

  public static void church(Canvas c, Scene s, float x, float y, float size, float air) {
    Pen p = new Pen(c, s, x, y, size, air);
    Tint wall = s.own(Motif.CHURCH, WHITE_WALL);
    p.box(wall, -0.10f, 0, 0.52f, 0.30f);
    p.shape(TILES, -0.13f, 0.29f, 0.45f, 0.29f, 0.40f, 0.48f, -0.08f, 0.48f);
    p.box(wall.scale(0.96f), -0.26f, 0, 0.19f, 0.58f);
    p.shape(SLATE, -0.29f, 0.57f, -0.04f, 0.57f, -0.165f, 0.98f);
    p.line(SLATE, 0.008f, -0.165f, 0.97f, -0.165f, 1.06f)
        .line(SLATE, 0.008f, -0.195f, 1.03f, -0.135f, 1.03f);
    p.light(-0.165f, 0.44f, 0.045f, 0.085f);
    for (int i = 0; i < 3; i++) {
      p.light(0.03f + 0.135f * i, 0.15f, 0.045f, 0.12f);
    }
  }

  /** Houses gathered around a church, at the foot of the hills. */
  public static void village(Canvas c, Scene s) {
    Rng rng = s.rng("village");
    float cx = s.from(0.60f);
    if (s.allows(Motif.CHURCH)) {
      church(c, s, cx, s.horizon + s.u(0.02f), s.u(0.20f), 0.26f);
    }
    for (int i = 0; i < 26; i++) {
      float t = i / 25f;
      float x = cx + rng.bell() * s.u(0.21f);
      float y = s.horizon + s.u(0.012f + 0.115f * t) + rng.range(0, s.u(0.008f));
      float size = s.u(0.034f + 0.040f * t) * rng.range(0.85f, 1.2f);
      cabin(c, s, x, y, size, 0.30f - 0.2f * t, 1 + rng.below(5));
      if (rng.chance(0.5f)) {
        float r = size * rng.range(0.2f, 0.4f);
        Tint[] leaf = LeafColours.of(s, Motif.VILLAGE);
        Shrubs.shrub(c, s, rng, x + size * rng.range(-1, 1), y, r * 1.3f, leaf, 0.22f - 0.15f * t);
      }
    }
  }
}
