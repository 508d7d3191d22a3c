package dev.easel.adapter.provider.sketch.compose;

import dev.easel.adapter.provider.sketch.built.Car;
import dev.easel.adapter.provider.sketch.built.Homestead;
import dev.easel.adapter.provider.sketch.built.Sanctuary;
import dev.easel.adapter.provider.sketch.built.Wayside;
import dev.easel.adapter.provider.sketch.figure.Creature;
import dev.easel.adapter.provider.sketch.figure.WaterLife;
import dev.easel.adapter.provider.sketch.plant.Acacia;
import dev.easel.adapter.provider.sketch.plant.Conifers;
import dev.easel.adapter.provider.sketch.plant.Flowers;
import dev.easel.adapter.provider.sketch.plant.Shrubs;
import dev.easel.adapter.provider.sketch.plant.Stalks;
import dev.easel.adapter.provider.sketch.prompt.Kind;
import dev.easel.adapter.provider.sketch.prompt.Motif;

/** What stands on dry ground. */
final class Field {

  private final Coats coats;
  private final Motif place;

  Field(Coats coats, Motif place) {
    this.coats = coats;
    this.place = place;
  }

  void compose() {
    if (coats.has(Motif.ROAD)
        || place == Motif.ROAD
        || (coats.has(Motif.CAR) && place != Motif.CITY)) {
      boolean paved = coats.has(Motif.CAR) || place == Motif.ROAD;
      coats.add((c, s) -> Wayside.road(c, s, paved));
    }
    for (Motif m : new Motif[] {Motif.LAVENDER, Motif.TULIPS, Motif.SUNFLOWERS, Motif.FLOWERS}) {
      coats.addIf(m, new Flowers(m, 1));
    }
    if (place == Motif.MEADOW && !coats.wishes.hasKind(Kind.PLANT) && blooming()) {
      coats.add(new Flowers(Motif.FLOWERS, 0.6f));
    }
    buildings();
    coats.addIf(Motif.FENCE, Wayside::fence);
    coats.addIf(Motif.ROCKS, Shrubs::boulders);
    coats.addIf(Motif.REEDS, Stalks::reeds);
    coats.addIf(Motif.MUSHROOMS, Stalks::mushrooms);
    trees();
    Life.common(coats);
    Life.each(coats, 0.42f, 0.92f, coats.wishes.motifs().size() <= 2 ? 0.46f : 0.36f);
    coats.subjectIf(Motif.CAR, new Car(0.5f, 0.90f, 0.68f));
    coats.subjectIf(
        Motif.ROCKET, (c, s) -> Wayside.rocket(c, s, s.from(0.60f), s.y(0.50f), s.u(0.30f)));
    coats.subjectIf(
        Motif.LIGHTHOUSE,
        (c, s) -> Homestead.lighthouse(c, s, s.from(0.70f), s.y(0.76f), s.u(0.42f)));
    coats.subjectIf(Motif.SWAN, new Creature(Motif.SWAN, 0.6f, 0.9f, 0.2f));
    coats.subjectIf(Motif.JELLYFISH, WaterLife::jellyfish);
    coats.subjectIf(Motif.TURTLE, new Creature(Motif.TURTLE, 0.6f, 0.95f, 0.2f));
  }

  private boolean blooming() {
    return coats.scene.allows(Motif.FLOWERS) && !coats.has(Motif.WINTER, Motif.SNOW, Motif.AUTUMN);
  }

  private void buildings() {
    coats.subjectIf(Motif.VILLAGE, Homestead::village);
    coats.subjectIf(
        Motif.CASTLE,
        (c, s) -> Homestead.castle(c, s, s.from(0.62f), s.horizon + s.u(0.02f), s.u(0.34f), 0.20f));
    coats.subjectIf(
        Motif.PAGODA,
        (c, s) -> Sanctuary.pagoda(c, s, s.from(0.66f), s.y(0.78f), s.u(0.50f), 0.08f));
    coats.subjectIf(
        Motif.TORII, (c, s) -> Sanctuary.torii(c, s, s.from(0.60f), s.y(0.84f), s.u(0.40f)));
    coats.subjectIf(
        Motif.WINDMILL,
        (c, s) -> Homestead.windmill(c, s, s.from(0.70f), s.horizon + s.u(0.06f), s.u(0.36f)));
    coats.subjectIf(
        Motif.CABIN,
        (c, s) -> Homestead.cabin(c, s, s.from(0.66f), s.y(0.76f), s.u(0.24f), 0.08f, 0));
    if (place != Motif.VILLAGE) {
      coats.subjectIf(
          Motif.CHURCH,
          (c, s) ->
              Homestead.church(c, s, s.from(0.64f), s.horizon + s.u(0.07f), s.u(0.28f), 0.12f));
    }
    if (coats.has(Motif.BRIDGE)) {
      coats.subject(
          (c, s) -> Sanctuary.bridge(c, s, s.from(0.32f), s.from(0.92f), s.y(0.80f), s.u(0.10f)));
    }
  }

  private void trees() {
    if (place == Motif.SAVANNA && coats.scene.allows(Motif.TREE)) {
      coats.add(new Acacia(0.82f, 0.72f, 0.22f));
      coats.add(new Acacia(0.13f, 0.90f, 0.56f));
      return;
    }
    boolean unasked = place == Motif.MOUNTAINS && coats.wishes.motifs().size() < 4;
    if (unasked && !coats.wishes.hasKind(Kind.PLANT) && coats.scene.allows(Motif.PINE)) {
      coats.add(Conifers.close());
      return;
    }
    Grove.close(coats, 0.93f, place == Motif.HILLS && !coats.has(Motif.CAR), false);
  }
}
