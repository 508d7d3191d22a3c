package dev.easel.adapter.provider.sketch.compose;

import dev.easel.adapter.provider.sketch.built.Homestead;
import dev.easel.adapter.provider.sketch.built.Sanctuary;
import dev.easel.adapter.provider.sketch.built.Skyline;
import dev.easel.adapter.provider.sketch.land.Bank;
import dev.easel.adapter.provider.sketch.land.Dunes;
import dev.easel.adapter.provider.sketch.land.Headland;
import dev.easel.adapter.provider.sketch.land.Meadow;
import dev.easel.adapter.provider.sketch.land.Mesas;
import dev.easel.adapter.provider.sketch.land.Ridges;
import dev.easel.adapter.provider.sketch.land.SnowField;
import dev.easel.adapter.provider.sketch.land.Tarmac;
import dev.easel.adapter.provider.sketch.land.Volcano;
import dev.easel.adapter.provider.sketch.land.Water;
import dev.easel.adapter.provider.sketch.land.Waterfall;
import dev.easel.adapter.provider.sketch.plant.Conifers;
import dev.easel.adapter.provider.sketch.plant.Shrubs;
import dev.easel.adapter.provider.sketch.prompt.Kind;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Places;

/** Open country: what lies at the horizon, the water or ground before it, what stands there. */
final class Country {

  private final Coats coats;
  private final Motif place;
  private final boolean watery;

  Country(Coats coats, Motif place) {
    this.coats = coats;
    this.place = place;
    this.watery = Places.watery(coats.wishes);
  }

  void compose() {
    far();
    farBuildings();
    if (watery) {
      coats.add(new Water(roughness()));
      new Waterside(coats, place).compose();
    } else {
      ground();
      new Field(coats, place).compose();
    }
    new Heavens(coats).birds();
  }

  private float roughness() {
    float calm =
        place == Motif.SEA || place == Motif.BEACH || place == Motif.CLIFF || place == Motif.ISLAND
            ? 0.62f
            : 0.14f;
    return coats.has(Motif.STORM) ? 1 : calm;
  }

  private void far() {
    boolean peaks = coats.has(Motif.MOUNTAINS);
    switch (place) {
      case SEA -> ridges(peaks ? Ridges.Form.PEAKS : null, 3);
      case BEACH, SAVANNA -> ridges(peaks ? Ridges.Form.PEAKS : Ridges.Form.LOW, peaks ? 3 : 2);
      case ISLAND -> coats.add(Headland.island());
      case CLIFF -> ridges(Ridges.Form.LOW, 1);
      case CITY -> city(peaks);
      case DESERT -> ridges(peaks ? Ridges.Form.PEAKS : Ridges.Form.LOW, 2);
      case CANYON -> ridges(Ridges.Form.LOW, 2);
      case ROAD -> ridges(Ridges.Form.PEAKS, 3);
      case GARDEN, MEADOW, HILLS, VILLAGE, RIVER ->
          ridges(peaks ? Ridges.Form.PEAKS : Ridges.Form.HILLS, 4);
      case VOLCANO -> ridges(Ridges.Form.HILLS, 2);
      case WATERFALL -> ridges(Ridges.Form.PEAKS, 3);
      default -> ridges(rolling() ? Ridges.Form.HILLS : Ridges.Form.PEAKS, 5);
    }
    if (peaks && coats.has(Motif.HILLS)) {
      ridges(Ridges.Form.HILLS, 2);
    }
    if (place == Motif.BEACH || place == Motif.SEA) {
      coats.addIf(Motif.ISLAND, Headland.island());
    }
    coats.addIf(Motif.VOLCANO, new Volcano());
    coats.addIf(Motif.WATERFALL, new Waterfall());
    if (coats.has(Motif.FOREST, Motif.PINE) || place == Motif.LAKE && !coats.has(Motif.DESERT)) {
      coats.add(Conifers.edge());
    }
    if (place == Motif.GARDEN || place == Motif.RIVER) {
      coats.add(Shrubs::hedge);
    }
  }

  private boolean rolling() {
    return coats.has(Motif.HILLS) && !coats.has(Motif.MOUNTAINS);
  }

  private void ridges(Ridges.Form form, int count) {
    if (form != null && coats.scene.allows(Motif.MOUNTAINS)) {
      coats.add(new Ridges(form, count));
    }
  }

  private void city(boolean peaks) {
    if (peaks) {
      coats.add(new Ridges(Ridges.Form.PEAKS, 2));
    }
    coats.subject(new Skyline(coats.has(Motif.CYBERPUNK, Motif.NEON, Motif.SYNTHWAVE)));
  }

  /** Buildings at the far shore, so that the water mirrors them. */
  private void farBuildings() {
    if (watery && coats.has(Motif.VILLAGE)) {
      coats.subject(Homestead::village);
    }
    if (place == Motif.GARDEN && coats.scene.allows(Motif.PAGODA) && !coats.has(Motif.PAGODA)) {
      coats.add((c, s) -> Sanctuary.pagoda(c, s, s.from(0.84f), s.horizon, s.u(0.21f), 0.30f));
    }
    if (!watery) {
      return;
    }
    coats.subjectIf(
        Motif.CASTLE,
        (c, s) -> Homestead.castle(c, s, s.from(0.56f), s.horizon, s.u(0.30f), 0.20f));
    coats.subjectIf(
        Motif.PAGODA,
        (c, s) -> Sanctuary.pagoda(c, s, s.from(0.78f), s.horizon + s.u(0.01f), s.u(0.30f), 0.16f));
    coats.subjectIf(
        Motif.CABIN,
        (c, s) ->
            Homestead.cabin(c, s, s.from(0.74f), s.horizon + s.u(0.012f), s.u(0.13f), 0.14f, 0));
    coats.subjectIf(
        Motif.WINDMILL,
        (c, s) -> Homestead.windmill(c, s, s.from(0.74f), s.horizon + s.u(0.01f), s.u(0.28f)));
    if (place != Motif.VILLAGE) {
      coats.subjectIf(
          Motif.CHURCH,
          (c, s) ->
              Homestead.church(c, s, s.from(0.70f), s.horizon + s.u(0.01f), s.u(0.22f), 0.15f));
    }
  }

  private void ground() {
    boolean white = coats.has(Motif.SNOW, Motif.WINTER, Motif.SNOWFALL);
    switch (place) {
      case DESERT -> coats.add(new Dunes());
      case CANYON -> coats.add(new Mesas());
      case MOUNTAINS, VOLCANO, CITY ->
          coats.add(white ? new SnowField() : new Bank(place == Motif.CITY ? 0.10f : 0.12f));
      case WATERFALL -> {
        coats.add(new Water(0.3f));
        coats.add(Shrubs::boulders);
      }
      default -> plain(white);
    }
  }

  private void plain(boolean white) {
    boolean paved =
        coats.has(Motif.CAR) && !coats.wishes.hasKind(Kind.PLACE) && !coats.has(Motif.ROAD);
    coats.add(paved ? new Tarmac() : white ? new SnowField() : new Meadow());
  }
}
