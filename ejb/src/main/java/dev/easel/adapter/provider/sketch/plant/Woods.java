package dev.easel.adapter.provider.sketch.plant;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Inside a forest: trunks behind trunks in lighter and lighter air, shafts of light, ferns. */
public final class Woods implements Layer {

  private final boolean jungle;

  public Woods(boolean jungle) {
    this.jungle = jungle;
  }

  @Override
  public void paint(Canvas c, Scene s) {
    air(c, s);
    Rng rng = s.rng("woods");
    for (int k = 0; k < 5; k++) {
      trunks(c, s, rng, k / 4f);
      canopy(c, s, rng, k / 4f);
      if (k == 2 && s.light.strength() > 0.2f) {
        shafts(c, s, rng);
      }
    }
    floor(c, s, rng);
  }

  static float lightX(Scene s) {
    return s.from(0.60f);
  }

  private void air(Canvas c, Scene s) {
    Tint leaf = s.inLight(tone(s));
    Tint bright =
        s.palette
            .haze()
            .mix(leaf, 0.28f)
            .mix(s.palette.sun(), 0.42f * s.light.strength())
            .scale(s.dark() ? 1.35f : 1);
    Tint dim = leaf.scale(0.40f).mix(s.palette.near(), 0.25f).mix(s.palette.zenith(), 0.22f);
    float cx = lightX(s);
    float cy = s.y(0.44f);
    for (int y = 0; y < c.height; y++) {
      c.breathe();
      for (int x = 0; x < c.width; x++) {
        float d = Maths.length((x - cx) / s.u(1), (y - cy) / s.u(1) * 0.85f);
        float n = s.noise.fractal(x / s.u(1) * 2.1f, y / s.u(1) * 2.1f, 3) * 0.16f;
        float k = Maths.exp(-(d + n) / (s.dark() ? 0.46f : 0.36f));
        c.blend(
            y * c.width + x,
            Maths.mix(dim.r(), bright.r(), k),
            Maths.mix(dim.g(), bright.g(), k),
            Maths.mix(dim.b(), bright.b(), k),
            1);
      }
    }
    c.glow(cx, cy, s.u(0.34f), s.palette.sun(), 0.34f * s.light.strength());
  }

  private Tint tone(Scene s) {
    if (s.wants(Motif.AUTUMN)) {
      return Tint.of("#d08a35");
    }
    if (s.wishes.hasAny(Motif.WINTER, Motif.SNOW)) {
      return Tint.of("#b5c6d6");
    }
    return jungle ? Tint.of("#5f9a4a") : Tint.of("#7fa05a");
  }

  private float ground(Scene s, float near, float x) {
    float n = s.noise.fractal(x / s.u(1) * 2.4f, near * 9 + 3, 3);
    return s.height * (0.60f + 0.36f * near * near) + s.u(0.025f) * n;
  }

  private void trunks(Canvas c, Scene s, Rng rng, float near) {
    boolean birch = s.wants(Motif.BIRCH);
    Tint bark =
        birch
            ? s.inLight(Tint.of("#d8d5ca"))
            : s.palette.near().mix(s.inLight(Tint.of("#4d3a2a")), 0.35f);
    Tint air = s.palette.haze().mix(s.inLight(tone(s)), 0.35f);
    int n = Math.round((20 - 14 * near) * Math.max(0.7f, s.width / (float) s.height));
    for (int i = 0; i < n; i++) {
      float share = (i + rng.range(0.05f, 0.95f)) / n;
      float x = s.x(share);
      if (near > 0.6f && Math.abs(x - lightX(s)) < s.u(0.20f)) {
        continue;
      }
      float glow = Maths.exp(-Math.abs(x - lightX(s)) / s.u(0.30f)) * (1 - near);
      Tint t =
          bark.mix(air, 0.72f * (1 - near) * (1 - near) + 0.04f)
              .plus(s.palette.sun(), glow * 0.18f * s.light.strength());
      Trunk.paint(
          c,
          s,
          rng,
          x,
          ground(s, near, x),
          s.u(0.010f + 0.060f * near * near) * rng.range(0.7f, 1.25f),
          t,
          birch,
          near);
    }
  }

  private void canopy(Canvas c, Scene s, Rng rng, float near) {
    boolean bare = s.wishes.hasAny(Motif.WINTER, Motif.SNOW);
    Tint[] leaf = LeafColours.of(s, jungle ? Motif.JUNGLE : Motif.FOREST);
    Tint air = s.palette.haze().mix(s.inLight(tone(s)), 0.35f);
    int n = s.many((bare ? 90 : 480) * (0.6f + near) * Math.max(1, s.width / (float) s.height));
    for (int i = 0; i < n; i++) {
      float x = s.x(rng.next());
      float side = Math.abs(x - lightX(s)) / s.u(1);
      float low = s.height * (0.30f + 0.10f * (1 - near)) * Math.min(1.25f, 0.35f + side * 1.3f);
      float y = low * rng.next() * (0.55f + 0.45f * rng.next()) - s.u(0.02f);
      float r = s.u(0.006f + 0.012f * near) * rng.range(0.5f, 1.5f);
      float glow = Maths.exp(-Maths.length(x - lightX(s), y - s.y(0.44f)) / s.u(0.3f));
      Tint t =
          leaf[rng.below(leaf.length)]
              .mix(air, 0.62f * (1 - near))
              .plus(s.palette.sun(), glow * 0.34f * s.light.strength());
      c.ellipse(
          x, y, r * 1.2f, r * 0.8f, t.scale(near > 0.8f ? 0.55f : 0.95f), bare ? 0.35f : 0.78f);
    }
  }

  private static void shafts(Canvas c, Scene s, Rng rng) {
    Tint sun = s.palette.sun();
    for (int i = 0; i < 6; i++) {
      float x = lightX(s) + rng.range(-0.20f, 0.20f) * s.u(1);
      float w = s.u(rng.range(0.018f, 0.05f));
      float slant = -s.side * -s.u(0.22f);
      float k = 0.10f * s.light.strength();
      for (int y = 0; y < (int) (c.height * 0.86f); y++) {
        float t = y / (float) c.height;
        float mid = x + slant * (t - 0.25f);
        float half = w * (0.5f + t);
        for (int px = Math.max(0, (int) (mid - half)); px < Math.min(c.width, mid + half); px++) {
          float q = 1 - Math.abs(px - mid) / half;
          c.add(
              y * c.width + px,
              sun,
              k * q * q * Maths.smooth(0.88f, 0.35f, t) * Maths.smooth(0, 0.2f, t));
        }
      }
    }
  }

  private void floor(Canvas c, Scene s, Rng rng) {
    Tint[] leaf = LeafColours.of(s, jungle ? Motif.JUNGLE : Motif.FOREST);
    boolean white = s.wishes.hasAny(Motif.WINTER, Motif.SNOW, Motif.SNOWFALL);
    Tint soil = white ? s.inLight(Tint.of("#e6edf5")) : s.palette.near().mix(leaf[0], 0.5f);
    Tint path = soil.mix(s.palette.haze(), 0.35f).mix(s.palette.sun(), 0.2f * s.light.strength());
    for (int y = (int) (c.height * 0.58f); y < c.height; y++) {
      c.breathe();
      float t = (y / (float) c.height - 0.60f) / 0.40f;
      for (int x = 0; x < c.width; x++) {
        float u = x / s.u(1);
        float n = s.noise.fractal(u * 4 / (0.4f + t), y / s.u(1) * 9, 4);
        float edge = Maths.smooth(-0.06f, 0.08f, t + n * 0.06f);
        float mid =
            lightX(s) + (s.width * 0.5f - lightX(s)) * t * t + s.u(0.05f) * s.noise.at(t * 2.2f, 8);
        float way = Maths.bell((x - mid) / s.u(0.045f + 0.17f * t), 1);
        Tint g = soil.scale(0.92f - 0.34f * t + n * 0.35f).mix(path, way * 0.75f * (1 - t * 0.45f));
        c.blend(y * c.width + x, g, edge * (0.55f + 0.45f * Maths.smooth(0, 0.3f, t)));
      }
    }
    undergrowth(c, s, rng, leaf);
  }

  private void undergrowth(Canvas c, Scene s, Rng rng, Tint[] leaf) {
    int n = s.many((jungle ? 240 : 150) * Math.max(1, s.width / (float) s.height));
    for (int i = 0; i < n; i++) {
      float t = i / (float) n;
      float x = s.x(rng.next());
      float y = s.height * (0.66f + 0.40f * t);
      float away = Math.abs(x - lightX(s)) / s.u(1) - 0.10f - 0.12f * t;
      if (away > 0) {
        Fern.paint(
            c,
            s,
            rng,
            x,
            y,
            s.u(0.03f + 0.10f * t) * (jungle ? 1.6f : 1) * rng.range(0.6f, 1.2f),
            leaf,
            t);
      }
    }
  }
}
