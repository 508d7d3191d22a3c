package dev.easel.adapter.provider.sketch.stage;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Noise;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Hue;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.prompt.Wishes;

/**
 * What all elements of one picture share: size, light, palette, horizon, chance. Lengths are given
 * as shares of the shorter side, so that the same seed composes alike at every size.
 */
public final class Scene {

  public final int width;
  public final int height;
  public final Wishes wishes;
  public final Palette palette;
  public final Light light;
  public final Noise noise;

  /** Row of the horizon in pixels. */
  public final float horizon;

  /** Where the dark, near thing stands: −1 left, 1 right; the light is on the other side. */
  public final int side;

  /** 0–1: how far the refinement goes. */
  public final float detail;

  /** 0–1: how firmly the brush follows the words. */
  public final float firmness;

  private final long seed;
  private final float unit;

  private Scene(Setup setup, Palette palette) {
    width = setup.width();
    height = setup.height();
    wishes = setup.wishes();
    seed = setup.seed();
    detail = Maths.clamp(0.3f + setup.steps() * 0.035f, 0.3f, 1);
    firmness = Maths.unit(((float) setup.guidance() - 1) / 19);
    unit = Math.min(width, height);
    this.palette = palette;
    noise = new Noise(rng("noise"));
    side = rng("side").chance(0.5f) ? -1 : 1;
    horizon = Math.round(height * Places.horizon(wishes));
    light = LightPlan.light(this);
  }

  /** The shared facts of the picture that was ordered. */
  public static Scene of(Setup setup) {
    return new Scene(setup, LightPlan.palette(setup.wishes()));
  }

  /** A stream of chance for one element. */
  public Rng rng(String element) {
    return Rng.named(seed, element);
  }

  public boolean wants(Motif motif) {
    return wishes.has(motif);
  }

  public boolean allows(Motif motif) {
    return wishes.allows(motif);
  }

  /** Pixels from a share of the width. */
  public float x(float share) {
    return share * width;
  }

  /** Pixels from a share of the height. */
  public float y(float share) {
    return share * height;
  }

  /** Pixels from a share of the shorter side. */
  public float u(float share) {
    return share * unit;
  }

  /** The same share of the width seen from the side of the near thing: 0 is its edge. */
  public float from(float share) {
    return side < 0 ? share * width : (1 - share) * width;
  }

  /** How much the light touches a point: 1 in the light itself, fading with distance. */
  public float lit(float px, float py) {
    float d = Maths.length(px - light.x(), py - light.y()) / unit;
    return Maths.exp(-d / 0.42f) * light.strength();
  }

  /** A count that shrinks with coarser refinement. */
  public int many(float full) {
    return Math.max(1, Math.round(full * detail));
  }

  public int octaves(int full) {
    return Math.max(2, Math.round(full * (0.4f + 0.6f * detail)));
  }

  public Tint own(Motif motif, Tint otherwise) {
    return wishes.hueOf(motif).map(Hue::tint).orElse(otherwise);
  }

  public boolean dark() {
    return palette.horizon().luminance() < 0.45f;
  }

  /** Brightness of daylight, 0–1, for things with a colour of their own. */
  public float daylight() {
    return Maths.clamp(palette.horizon().luminance() * 1.15f, 0.30f, 1);
  }

  /** A thing's own colour as it looks in this light. */
  public Tint inLight(Tint own) {
    float day = daylight();
    return own.scale(0.25f + 0.75f * day).times(Tint.WHITE.mix(palette.horizon(), 0.45f));
  }

  public Canvas canvas() {
    return new Canvas(width, height, false);
  }
}
