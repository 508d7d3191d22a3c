package dev.easel.adapter.provider.sketch.plant;

import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Hue;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Scene;
import java.util.Optional;

/** The colours of leaves: of the season, or of the prompt. */
public final class LeafColours {

  private LeafColours() {}

  public static Tint[] of(Scene s, Motif plant) {
    Optional<Hue> own = s.wishes.hueOf(plant);
    if (own.isPresent()) {
      return around(s, own.get().tint());
    }
    if (plant == Motif.CHERRY) {
      return seen(s, "#a4567c", "#e58db0", "#f9bcd0", "#ffe6ee");
    }
    if (s.wants(Motif.AUTUMN)) {
      return seen(s, "#6b2413", "#b8451a", "#e07f24", "#f7c04a");
    }
    if (s.wishes.hasAny(Motif.SNOW, Motif.WINTER, Motif.SNOWFALL)) {
      return seen(s, "#3d4a52", "#6d7f8a", "#b9c6d2", "#eef2f7");
    }
    if (s.wants(Motif.SPRING)) {
      return seen(s, "#3f6a2e", "#77a845", "#a9cf62", "#ddef9c");
    }
    return seen(s, "#16311d", "#2f5a2c", "#58853a", "#a3bd5a");
  }

  public static Tint[] around(Scene s, Tint t) {
    Tint[] raw = {t.scale(0.4f), t.scale(0.75f), t, t.mix(Tint.WHITE, 0.4f)};
    return inLight(s, raw);
  }

  private static Tint[] seen(Scene s, String... hex) {
    Tint[] raw = new Tint[hex.length];
    for (int i = 0; i < hex.length; i++) {
      raw[i] = Tint.of(hex[i]);
    }
    return inLight(s, raw);
  }

  private static Tint[] inLight(Scene s, Tint[] raw) {
    Tint[] seen = new Tint[raw.length];
    for (int i = 0; i < raw.length; i++) {
      seen[i] = s.inLight(raw[i]).mix(s.palette.near(), 0.12f * (raw.length - 1 - i));
    }
    return seen;
  }
}
