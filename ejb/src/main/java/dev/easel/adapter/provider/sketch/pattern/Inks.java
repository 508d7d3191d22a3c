package dev.easel.adapter.provider.sketch.pattern;

import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Kind;
import dev.easel.adapter.provider.sketch.stage.Palette;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Five colours that get on with each other, dark to light, and everything between them. */
final class Inks {

  private static final String[][] SETS = {
    {"#0f2a3f", "#1f6f8b", "#f2a65a", "#ef6f6c", "#fbe3c0"},
    {"#1a1440", "#53389e", "#d65db1", "#ff9671", "#ffe7a3"},
    {"#0b2b26", "#1d6b57", "#7fb685", "#e9c46a", "#fbf3dd"},
    {"#2b1330", "#8c2f5e", "#e0605e", "#f6b26b", "#fbeecb"},
    {"#0d1b3e", "#2457a7", "#4fb3d9", "#a6e1d8", "#fdf3e1"},
    {"#22223b", "#4a4e69", "#9a8c98", "#c9ada7", "#f2e9e4"},
    {"#3a0d12", "#9e2a2b", "#e09f3e", "#f7d488", "#fff6e0"}
  };

  private final Tint[] tints;

  private Inks(Tint[] tints) {
    this.tints = tints;
  }

  /** The set the prompt's fingerprint picks, bent towards the prompt's own colours. */
  static Inks of(Scene s) {
    int which =
        (int)
            Math.floorMod(
                s.wishes.fingerprint() ^ s.wishes.fingerprint() >>> 17, (long) SETS.length);
    Tint[] t = new Tint[5];
    for (int i = 0; i < t.length; i++) {
      t[i] = Tint.of(SETS[which][i]);
      int hues = s.wishes.hues().size();
      if (hues > 0) {
        t[i] = t[i].bend(s.wishes.hues().get(i % hues).tint(), 0.85f);
      }
    }
    return new Inks(timed(s, t));
  }

  /** The hour, if one was asked for, gives its own colours. */
  private static Tint[] timed(Scene s, Tint[] t) {
    if (!s.wishes.hasKind(Kind.TIME)
        && !s.wishes.hasKind(Kind.SEASON)
        && !s.wishes.hasKind(Kind.WEATHER)) {
      return t;
    }
    Palette p = s.palette;
    return new Tint[] {p.near().mix(p.zenith(), 0.5f), p.zenith(), p.middle(), p.haze(), p.sun()};
  }

  Tint at(float t) {
    float at = Maths.unit(t) * (tints.length - 1);
    int i = Math.min(tints.length - 2, (int) at);
    return tints[i].mix(tints[i + 1], Maths.smooth(0, 1, at - i));
  }
}
