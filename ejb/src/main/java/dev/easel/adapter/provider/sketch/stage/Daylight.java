package dev.easel.adapter.provider.sketch.stage;

import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.prompt.Wishes;

/** The times of day: palette, height of the light over the horizon, how much of it there is. */
public enum Daylight {
  DAWN(
      Palette.of("#6684bd", "#dba9bf", "#ffe2bd", "#fff6dc", "#e3bfc6", "#2a3450", "#8a9cbd"),
      0.10f,
      0.9f),
  NOON(
      Palette.of("#2268b8", "#6fb1e6", "#d9eef6", "#fffdf2", "#b4d2e4", "#1d3b2a", "#2f7fa3"),
      0.36f,
      1.0f),
  GOLDEN_HOUR(
      Palette.of("#53719f", "#d9a878", "#ffd894", "#fff0c0", "#e8bd85", "#33281c", "#8a7a5e"),
      0.14f,
      1.0f),
  SUNSET(
      Palette.of("#2a2c5c", "#c3536c", "#ffbd74", "#fff0c6", "#f0a07e", "#1b1730", "#5a4066"),
      0.105f,
      1.0f),
  DUSK(
      Palette.of("#17224f", "#51508f", "#e39a8a", "#ffd9b0", "#8b7ba3", "#11142b", "#333a6b"),
      0.02f,
      0.6f),
  NIGHT(
      Palette.of("#060a1e", "#12224a", "#3a5384", "#eef0e2", "#2b4373", "#05070f", "#132349"),
      0.40f,
      0.55f),
  GRAY(
      Palette.of("#5f6e7c", "#93a1ab", "#c9d0d2", "#eef0ec", "#adb7bb", "#232b2c", "#65757c"),
      0.30f,
      0.25f),
  STORM(
      Palette.of("#1e2530", "#465361", "#9aa39f", "#d8dccf", "#6c7a82", "#12171b", "#37464d"),
      0.25f,
      0.15f);

  final Palette palette;
  final float height;
  final float strength;

  Daylight(Palette palette, float height, float strength) {
    this.palette = palette;
    this.height = height;
    this.strength = strength;
  }

  /** What the words ask for; without a word the fingerprint picks a kind hour. */
  public static Daylight of(Wishes w) {
    if (w.has(Motif.NIGHT) || w.hasAny(Motif.AURORA, Motif.MILKY_WAY, Motif.FIREWORKS)) {
      return NIGHT;
    }
    if (w.has(Motif.SUNSET)) {
      return SUNSET;
    }
    if (w.has(Motif.DUSK)) {
      return DUSK;
    }
    if (w.has(Motif.DAWN)) {
      return DAWN;
    }
    if (w.has(Motif.GOLDEN_HOUR)) {
      return GOLDEN_HOUR;
    }
    if (w.hasAny(Motif.STORM, Motif.LIGHTNING)) {
      return STORM;
    }
    return quiet(w);
  }

  private static Daylight quiet(Wishes w) {
    if (w.hasAny(Motif.RAIN, Motif.CLOUDS) && !w.hasAny(Motif.SUN, Motif.NOON, Motif.RAINBOW)) {
      return GRAY;
    }
    if (w.hasAny(Motif.SNOWFALL, Motif.WINTER, Motif.SNOW) && !w.has(Motif.NOON)) {
      return w.has(Motif.SNOWFALL) ? DUSK : DAWN;
    }
    if (w.hasAny(Motif.NOON, Motif.SUMMER, Motif.SPRING, Motif.CLEAR, Motif.RAINBOW)) {
      return NOON;
    }
    if (w.hasAny(Motif.MOON, Motif.CRESCENT, Motif.STARS, Motif.COMET, Motif.PLANET)) {
      return NIGHT;
    }
    if (w.hasAny(Motif.CAMPFIRE, Motif.SKY_LANTERNS, Motif.NEON, Motif.OWL)) {
      return DUSK;
    }
    if (w.has(Motif.AUTUMN)) {
      return DAWN;
    }
    if (w.hasAny(Motif.SAVANNA, Motif.DESERT, Motif.CANYON)) {
      return GOLDEN_HOUR;
    }
    return NOON_OR_DAWN[(int) Math.floorMod(w.fingerprint(), 3L)];
  }

  private static final Daylight[] NOON_OR_DAWN = {NOON, DAWN, NOON};
}
