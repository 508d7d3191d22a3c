package dev.easel.adapter.provider.sketch.compose;

import dev.easel.adapter.provider.sketch.built.Afloat;
import dev.easel.adapter.provider.sketch.built.Boats;
import dev.easel.adapter.provider.sketch.built.Car;
import dev.easel.adapter.provider.sketch.built.Homestead;
import dev.easel.adapter.provider.sketch.built.Sanctuary;
import dev.easel.adapter.provider.sketch.built.Wayside;
import dev.easel.adapter.provider.sketch.figure.Creature;
import dev.easel.adapter.provider.sketch.figure.WaterLife;
import dev.easel.adapter.provider.sketch.land.Bank;
import dev.easel.adapter.provider.sketch.land.Beach;
import dev.easel.adapter.provider.sketch.land.Headland;
import dev.easel.adapter.provider.sketch.land.RiverBanks;
import dev.easel.adapter.provider.sketch.plant.Shrubs;
import dev.easel.adapter.provider.sketch.plant.Stalks;
import dev.easel.adapter.provider.sketch.prompt.Kind;
import dev.easel.adapter.provider.sketch.prompt.Motif;

/** What swims on the water and stands around it. */
final class Waterside {

  private final Coats coats;
  private final Motif place;

  Waterside(Coats coats, Motif place) {
    this.coats = coats;
    this.place = place;
  }

  void compose() {
    if (place == Motif.RIVER) {
      coats.add(new RiverBanks());
    }
    if (place == Motif.CLIFF) {
      Headland cliff = Headland.cliff();
      coats.add(new Afloat(cliff, 0.68f));
      coats.subjectIf(
          Motif.LIGHTHOUSE,
          (c, s) ->
              Homestead.lighthouse(
                  c, s, s.from(0.26f), cliff.top(s, s.from(0.26f)) + s.u(0.012f), s.u(0.31f)));
    } else {
      coats.subjectIf(
          Motif.LIGHTHOUSE,
          new Afloat(
              (c, s) ->
                  Homestead.lighthouse(c, s, s.from(0.70f), s.horizon + s.u(0.03f), s.u(0.32f)),
              lineOf(0.03f)));
    }
    onWater();
    shore();
    trees();
    Life.common(coats);
    Life.each(coats, place == Motif.BEACH ? 0.52f : 0.30f, 0.955f, 0.30f);
  }

  /** Row of a foot that lies {@code below} the horizon, as a share of the height. */
  private float lineOf(float below) {
    return (coats.scene.horizon + coats.scene.u(below)) / coats.scene.height;
  }

  private void onWater() {
    coats.subjectIf(
        Motif.SAILBOAT,
        new Afloat(
            (c, s) -> Boats.sailboat(c, s, s.from(0.56f), s.horizon + s.u(0.05f), s.u(0.26f)),
            lineOf(0.05f)));
    coats.subjectIf(
        Motif.TORII,
        new Afloat(
            (c, s) -> Sanctuary.torii(c, s, s.from(0.60f), s.horizon + s.u(0.10f), s.u(0.30f)),
            lineOf(0.10f)));
    if (coats.has(Motif.BRIDGE)) {
      coats.add(new Afloat(Shrubs::abutments, lineOf(0.15f)));
      coats.subject(
          new Afloat(
              (c, s) ->
                  Sanctuary.bridge(
                      c, s, s.from(0.40f), s.from(0.93f), s.horizon + s.u(0.13f), s.u(0.10f)),
              lineOf(0.135f)));
    }
    coats.subjectIf(
        Motif.WHALE,
        new Afloat(new Creature(Motif.WHALE, 0.54f, lineOf(0.16f), 0.42f), lineOf(0.07f)));
    coats.subjectIf(
        Motif.DOLPHIN,
        new Afloat(new Creature(Motif.DOLPHIN, 0.55f, lineOf(0.06f), 0.30f), lineOf(0.10f)));
    boolean garden = place == Motif.GARDEN || place == Motif.LAKE;
    if (coats.has(Motif.LOTUS) || (place == Motif.GARDEN && coats.scene.allows(Motif.LOTUS))) {
      coats.add(Shrubs::lilies);
    }
    coats.subjectIf(Motif.KOI, WaterLife::koi);
    coats.subjectIf(Motif.FISH, WaterLife::koi);
    coats.subjectIf(
        Motif.SWAN,
        new Afloat(
            new Creature(Motif.SWAN, 0.58f, lineOf(garden ? 0.16f : 0.13f), 0.17f),
            lineOf(0.155f)));
    coats.subjectIf(
        Motif.SWAN,
        new Afloat(new Creature(Motif.SWAN, 0.70f, lineOf(0.12f), 0.13f), lineOf(0.115f)));
    coats.subjectIf(
        Motif.BOAT,
        new Afloat(
            (c, s) -> Boats.boat(c, s, s.from(0.58f), s.horizon + s.u(0.20f), s.u(0.25f)),
            lineOf(0.20f)));
  }

  private void shore() {
    coats.addIf(Motif.PIER, Wayside::pier);
    if (place == Motif.BEACH) {
      coats.add(new Beach());
    } else if (place != Motif.SEA && place != Motif.RIVER && place != Motif.CITY) {
      coats.add(new Bank(0.085f));
    } else if (needsGround()) {
      coats.add(new Bank(coats.has(Motif.CAR) ? 0.16f : 0.06f));
    }
    if (coats.has(Motif.ROCKS) || place == Motif.GARDEN) {
      coats.add(Shrubs::boulders);
    }
    if (place == Motif.GARDEN
        && coats.scene.allows(Motif.STONE_LANTERN)
        && !coats.has(Motif.STONE_LANTERN)) {
      coats.add((c, s) -> Sanctuary.lantern(c, s, s.from(0.86f), s.y(0.93f), s.u(0.20f)));
    }
    coats.addIf(Motif.REEDS, Stalks::reeds);
    coats.addIf(Motif.FENCE, Wayside::fence);
    for (Motif m : new Motif[] {Motif.FLOWERS, Motif.LAVENDER, Motif.SUNFLOWERS, Motif.TULIPS}) {
      coats.addIf(m, new Border(m));
    }
    coats.addIf(Motif.MUSHROOMS, Stalks::mushrooms);
    coats.addIf(Motif.ROAD, Wayside::track);
    coats.subjectIf(Motif.TURTLE, new Creature(Motif.TURTLE, 0.62f, 0.97f, 0.20f));
    coats.subjectIf(Motif.JELLYFISH, WaterLife::jellyfish);
    coats.subjectIf(
        Motif.ROCKET, (c, s) -> Wayside.rocket(c, s, s.from(0.60f), s.y(0.44f), s.u(0.28f)));
    coats.addIf(Motif.CAR, new Car(0.5f, 0.95f, 0.5f));
  }

  private boolean needsGround() {
    return coats.wishes.motifs().keySet().stream()
            .anyMatch(m -> m == Motif.CAR || m.kind() == Kind.CREATURE || m.kind() == Kind.PLANT)
        && !coats.has(Motif.WHALE, Motif.DOLPHIN, Motif.FISH);
  }

  private void trees() {
    Grove.close(
        coats,
        0.945f,
        place == Motif.LAKE || place == Motif.GARDEN || place == Motif.RIVER,
        place == Motif.BEACH || place == Motif.ISLAND);
  }
}
