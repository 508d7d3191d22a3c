package dev.easel.adapter.provider.sketch.compose;

import dev.easel.adapter.provider.sketch.built.Campsite;
import dev.easel.adapter.provider.sketch.built.Sanctuary;
import dev.easel.adapter.provider.sketch.figure.Creature;
import dev.easel.adapter.provider.sketch.prompt.Motif;

/** Living things and small buildings, wherever the picture plays. */
final class Life {

  private static final Motif[] STANDING = {
    Motif.ELEPHANT,
    Motif.GIRAFFE,
    Motif.HORSE,
    Motif.LION,
    Motif.BEAR,
    Motif.DEER,
    Motif.WOLF,
    Motif.DOG,
    Motif.FOX,
    Motif.CAT,
    Motif.RABBIT,
    Motif.OWL,
    Motif.COUPLE,
    Motif.PERSON,
    Motif.ASTRONAUT
  };

  private Life() {}

  /** Every creature asked for, side by side, on the given ground. */
  static void each(Coats coats, float at, float foot, float tall) {
    float x = at;
    for (Motif m : STANDING) {
      if (coats.wishes.has(m)) {
        coats.subject(new Creature(m, x, foot, tall * size(m)));
        x = x > 0.5f ? x - 0.24f : x + 0.24f;
      }
    }
    if (coats.has(Motif.DRAGON)) {
      coats.subject(new Creature(Motif.DRAGON, 0.50f, 0.46f, 0.33f));
    }
    if (coats.has(Motif.BUTTERFLY)) {
      coats.subject(new Creature(Motif.BUTTERFLY, 0.42f, 0.66f, 0.20f));
      coats.subject(new Creature(Motif.BUTTERFLY, 0.66f, 0.50f, 0.12f));
      coats.subject(new Creature(Motif.BUTTERFLY, 0.78f, 0.68f, 0.09f));
    }
  }

  private static float size(Motif m) {
    return switch (m) {
      case ELEPHANT -> 1.15f;
      case GIRAFFE -> 1.0f;
      case RABBIT -> 0.55f;
      case CAT, OWL -> 0.92f;
      case FOX -> 0.75f;
      default -> 0.9f;
    };
  }

  /** Fires, tents and lanterns at the viewer's feet. */
  static void common(Coats coats) {
    coats.subjectIf(
        Motif.TENT, (c, s) -> Campsite.tent(c, s, s.from(0.66f), s.y(0.88f), s.u(0.24f)));
    coats.subjectIf(
        Motif.CAMPFIRE, (c, s) -> Campsite.campfire(c, s, s.from(0.44f), s.y(0.90f), s.u(0.095f)));
    coats.subjectIf(
        Motif.STONE_LANTERN,
        (c, s) -> Sanctuary.lantern(c, s, s.from(0.86f), s.y(0.93f), s.u(0.26f)));
  }
}
