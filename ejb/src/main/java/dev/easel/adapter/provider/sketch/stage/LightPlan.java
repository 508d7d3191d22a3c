package dev.easel.adapter.provider.sketch.stage;

import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Hue;
import dev.easel.adapter.provider.sketch.prompt.Kind;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.prompt.Wishes;

/** Palette and light from the words: hour first, then season, weather, style, colour words. */
public final class LightPlan {

  private LightPlan() {}

  public static Palette palette(Wishes w) {
    Palette p = Daylight.of(w).palette;
    p = season(p, w);
    p = weather(p, w);
    p = style(p, w);
    for (Hue hue : w.hues()) {
      Tint tint = hue.tint();
      float k = hue == Hue.WHITE || hue == Hue.BLACK || hue == Hue.GRAY ? 0.5f : 0.62f;
      p = hue == Hue.BLACK ? p.map(t -> t.scale(0.55f)) : p;
      p = hue == Hue.WHITE ? p.map(t -> t.mix(Tint.WHITE, 0.3f)) : p;
      p = p.map(t -> t.bend(tint, k));
    }
    return p;
  }

  private static Palette season(Palette p, Wishes w) {
    if (w.has(Motif.AUTUMN)) {
      p = autumn(p);
    }
    if (w.hasAny(Motif.WINTER, Motif.SNOW, Motif.SNOWFALL)) {
      p = p.map(t -> t.bend(Tint.of("#9db8d8"), 0.28f));
    }
    if (w.has(Motif.SPRING)) {
      p = p.map(t -> t.mix(Tint.of("#f7dfe6"), 0.10f));
    }
    if (w.has(Motif.SUMMER)) {
      p = p.map(t -> t.saturate(1.22f));
    }
    return p;
  }

  /** Warm land under a sky that stays cool: the contrast is what autumn looks like. */
  private static Palette autumn(Palette p) {
    Tint ember = Tint.of("#c9702f");
    return new Palette(
        p.zenith(),
        p.middle(),
        p.horizon().bend(Tint.of("#f0c88a"), 0.25f),
        p.sun(),
        p.haze().bend(ember, 0.22f),
        p.near().bend(ember, 0.30f),
        p.water().mix(p.zenith(), 0.4f));
  }

  private static Palette weather(Palette p, Wishes w) {
    if (w.has(Motif.FOG)) {
      Tint veil = p.haze().mix(p.horizon(), 0.5f).saturate(0.6f);
      p = p.map(t -> t.mix(veil, 0.35f));
    }
    if (w.has(Motif.RAIN)) {
      p = p.map(t -> t.saturate(0.7f).bend(Tint.of("#6f8496"), 0.35f).scale(0.9f));
    }
    if (w.hasAny(Motif.STORM, Motif.LIGHTNING)) {
      p = p.map(t -> t.saturate(0.9f).scale(0.94f));
    }
    return p;
  }

  private static Palette style(Palette p, Wishes w) {
    if (w.has(Motif.SYNTHWAVE)) {
      return Palette.of(
          "#12063a", "#7a1f8f", "#ff5fa2", "#ffd36b", "#c63b94", "#0a0420", "#3a1470");
    }
    if (w.hasAny(Motif.CYBERPUNK, Motif.NEON)) {
      Palette neon =
          Palette.of("#070a24", "#2a1560", "#c0388f", "#ffe0f4", "#5a3aa0", "#06060f", "#1a1c52");
      return neon;
    }
    if (w.has(Motif.DARK)) {
      p = p.map(t -> t.scale(0.6f));
    }
    if (w.has(Motif.MAGICAL) && !w.hasKind(Kind.TIME)) {
      p = p.map(t -> t.bend(Tint.of("#4a55b8"), 0.35f).scale(0.82f));
    }
    return p;
  }

  public static Light light(Scene s) {
    Wishes w = s.wishes;
    Daylight hour = Daylight.of(w);
    boolean moon = hour == Daylight.NIGHT || w.hasAny(Motif.MOON, Motif.CRESCENT);
    moon &= !w.has(Motif.SUN) || hour == Daylight.NIGHT;
    Rng rng = s.rng("light");
    float x = s.from(0.66f + rng.range(-0.06f, 0.06f));
    float height = hour.height + rng.range(-0.015f, 0.02f);
    float up = height * (s.horizon + 0.6f * (0.58f * s.height - s.horizon)) / 0.58f;
    float y = Maths.clamp(s.horizon - up, s.u(0.08f), s.horizon);
    boolean veiled = w.hasAny(Motif.FOG, Motif.RAIN, Motif.STORM, Motif.CLOUDS, Motif.LIGHTNING);
    boolean asked = w.hasAny(Motif.SUN, Motif.MOON, Motif.CRESCENT);
    boolean denied = !w.allows(moon ? Motif.MOON : Motif.SUN);
    float strength = hour.strength * (veiled && !asked ? 0.6f : 1) * (denied ? 0.25f : 1);
    strength = asked ? Math.max(strength, 0.7f) : strength;
    return new Light(x, y, s.palette.sun(), strength, moon, !denied && (asked || !veiled));
  }
}
