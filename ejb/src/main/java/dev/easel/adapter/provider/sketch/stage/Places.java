package dev.easel.adapter.provider.sketch.stage;

import dev.easel.adapter.provider.sketch.prompt.Kind;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.prompt.Wishes;

/** Which place a picture shows, and where its horizon lies. */
public final class Places {

  private static final Motif[] UNSPOKEN = {Motif.LAKE, Motif.HILLS, Motif.MEADOW, Motif.LAKE};

  private Places() {}

  /** The place asked for, or the one that what was asked for needs. */
  public static Motif of(Wishes w) {
    for (Motif motif : Motif.values()) {
      if (motif.kind() == Kind.PLACE && w.has(motif) && !(motif == Motif.SNOW && more(w))) {
        return motif;
      }
    }
    return implied(w);
  }

  private static boolean more(Wishes w) {
    return w.motifs().keySet().stream().anyMatch(m -> m.kind() == Kind.PLACE && m != Motif.SNOW);
  }

  private static Motif implied(Wishes w) {
    if (w.hasAny(Motif.SYNTHWAVE)) {
      return Motif.ROAD;
    }
    if (w.hasAny(Motif.CYBERPUNK, Motif.NEON, Motif.FIREWORKS)) {
      return Motif.CITY;
    }
    if (w.hasAny(Motif.WHALE, Motif.DOLPHIN, Motif.SAILBOAT)) {
      return Motif.SEA;
    }
    if (w.hasAny(Motif.FISH, Motif.TURTLE, Motif.JELLYFISH)) {
      return Motif.UNDERWATER;
    }
    if (w.hasAny(Motif.LION, Motif.ELEPHANT, Motif.GIRAFFE)) {
      return Motif.SAVANNA;
    }
    if (w.hasAny(Motif.KOI, Motif.STONE_LANTERN)) {
      return Motif.GARDEN;
    }
    if (w.hasAny(Motif.ASTRONAUT, Motif.NEBULA)) {
      return Motif.SPACE;
    }
    return rural(w);
  }

  private static Motif rural(Wishes w) {
    if (w.hasAny(Motif.MUSHROOMS, Motif.BAMBOO, Motif.OWL)) {
      return Motif.FOREST;
    }
    if (w.hasAny(Motif.PALM)) {
      return Motif.BEACH;
    }
    if (w.hasAny(Motif.CACTUS)) {
      return Motif.DESERT;
    }
    if (w.hasAny(Motif.LIGHTHOUSE)) {
      return Motif.CLIFF;
    }
    if (w.hasAny(Motif.LAVENDER, Motif.SUNFLOWERS, Motif.TULIPS, Motif.FLOWERS, Motif.WINDMILL)) {
      return Motif.MEADOW;
    }
    if (w.hasAny(Motif.SWAN, Motif.LOTUS, Motif.REEDS, Motif.PIER, Motif.BOAT, Motif.TORII)) {
      return Motif.LAKE;
    }
    if (w.hasAny(Motif.CASTLE, Motif.DRAGON, Motif.CABIN, Motif.ROAD, Motif.CHURCH)) {
      return Motif.HILLS;
    }
    if (w.hasKind(Kind.CREATURE)) {
      return w.has(Motif.BEAR) ? Motif.FOREST : w.has(Motif.WOLF) ? Motif.HILLS : Motif.MEADOW;
    }
    if (w.has(Motif.CAR)) {
      return Motif.HILLS;
    }
    return UNSPOKEN[(int) Math.floorMod(w.fingerprint() >> 8, (long) UNSPOKEN.length)];
  }

  public static boolean watery(Wishes w) {
    return switch (of(w)) {
      case SEA, LAKE, RIVER, BEACH, ISLAND, CLIFF, GARDEN, VOLCANO -> w.allows(Motif.LAKE);
      case CITY, MOUNTAINS, HILLS, VILLAGE, FOREST ->
          w.hasAny(Motif.SEA, Motif.LAKE, Motif.RIVER, Motif.BOAT, Motif.SAILBOAT)
              || (of(w) == Motif.CITY && w.allows(Motif.LAKE));
      default -> w.hasAny(Motif.LAKE, Motif.RIVER, Motif.SEA);
    };
  }

  public static float horizon(Wishes w) {
    return switch (of(w)) {
      case GARDEN -> 0.44f;
      case SEA -> 0.56f;
      case BEACH -> 0.50f;
      case ISLAND, CLIFF -> 0.58f;
      case DESERT, SAVANNA, MEADOW -> 0.60f;
      case CITY -> 0.68f;
      case STREET -> 0.56f;
      case ROAD -> 0.55f;
      case CANYON -> 0.62f;
      default -> watery(w) ? 0.57f : 0.64f;
    };
  }
}
