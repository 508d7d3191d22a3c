package dev.easel.adapter.provider.sketch.compose;

import dev.easel.adapter.provider.sketch.built.Car;
import dev.easel.adapter.provider.sketch.built.Homestead;
import dev.easel.adapter.provider.sketch.built.NeonGrid;
import dev.easel.adapter.provider.sketch.built.Skyline;
import dev.easel.adapter.provider.sketch.built.Street;
import dev.easel.adapter.provider.sketch.built.Wayside;
import dev.easel.adapter.provider.sketch.figure.Creature;
import dev.easel.adapter.provider.sketch.figure.WaterLife;
import dev.easel.adapter.provider.sketch.land.Aloft;
import dev.easel.adapter.provider.sketch.land.Ridges;
import dev.easel.adapter.provider.sketch.land.Sky;
import dev.easel.adapter.provider.sketch.land.SkyShow;
import dev.easel.adapter.provider.sketch.land.Stars;
import dev.easel.adapter.provider.sketch.pattern.Cosmos;
import dev.easel.adapter.provider.sketch.pattern.Deep;
import dev.easel.adapter.provider.sketch.plant.BroadTree;
import dev.easel.adapter.provider.sketch.plant.Conifers;
import dev.easel.adapter.provider.sketch.plant.Flowers;
import dev.easel.adapter.provider.sketch.plant.Palms;
import dev.easel.adapter.provider.sketch.plant.Shrubs;
import dev.easel.adapter.provider.sketch.plant.Stalks;
import dev.easel.adapter.provider.sketch.plant.Woods;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Places without an ordinary sky: space, the deep, the wood, the street, the grid. */
final class Elsewhere {

  private final Coats coats;

  Elsewhere(Coats coats) {
    this.coats = coats;
  }

  void space() {
    coats.add(new Cosmos());
    coats.subjectIf(Motif.PLANET, SkyShow::planet);
    coats.subjectIf(
        Motif.ROCKET, (c, s) -> Wayside.rocket(c, s, s.from(0.62f), s.y(0.62f), s.u(0.40f)));
    coats.addIf(Motif.COMET, new Stars());
    Life.each(coats, 0.46f, 0.72f, 0.46f);
  }

  void underwater() {
    coats.add(new Deep());
    if (coats.has(Motif.FISH) || coats.scene.allows(Motif.FISH)) {
      coats.subject(WaterLife::shoal);
    }
    coats.subjectIf(Motif.JELLYFISH, WaterLife::jellyfish);
    coats.subjectIf(Motif.WHALE, new Creature(Motif.WHALE, 0.52f, 0.60f, 0.52f));
    coats.subjectIf(Motif.DOLPHIN, new Creature(Motif.DOLPHIN, 0.48f, 0.52f, 0.36f));
    coats.subjectIf(Motif.TURTLE, new Creature(Motif.TURTLE, 0.50f, 0.66f, 0.36f));
  }

  void woods(boolean jungle) {
    coats.add(new Woods(jungle));
    coats.addIf(Motif.BAMBOO, Stalks::bamboo);
    coats.addIf(Motif.CHERRY, new BroadTree(Motif.CHERRY, 0.10f, 0.98f, 0.85f));
    coats.addIf(Motif.PINE, Conifers.close());
    coats.addIf(Motif.ROAD, (c, s) -> Wayside.road(c, s, false));
    coats.addIf(Motif.ROCKS, Shrubs::boulders);
    coats.subjectIf(
        Motif.CABIN,
        (c, s) -> Homestead.cabin(c, s, s.from(0.60f), s.y(0.74f), s.u(0.24f), 0.12f, 0));
    coats.addIf(Motif.FLOWERS, new Flowers(Motif.FLOWERS, 0.5f));
    coats.subjectIf(Motif.MUSHROOMS, Stalks::mushrooms);
    Life.common(coats);
    Life.each(coats, 0.56f, 0.84f, 0.27f);
    coats.addIf(Motif.BIRDS, Aloft::birds);
  }

  void street() {
    new Heavens(coats).compose();
    coats.add(new Street());
    coats.subjectIf(Motif.CAR, new Car(0.5f, 0.90f, 0.50f));
    Life.each(coats, 0.52f, 0.90f, 0.30f);
  }

  void grid() {
    Scene s = coats.scene;
    coats.add(new Sky());
    if (s.allows(Motif.STARS)) {
      coats.add(new Stars());
    }
    coats.add(new NeonGrid());
    if (coats.has(Motif.CITY)) {
      coats.add(new Skyline(true));
    }
    coats.addIf(Motif.PALM, new Palms());
    coats.addIf(Motif.MOUNTAINS, new Ridges(Ridges.Form.LOW, 2));
    coats.subjectIf(Motif.CAR, new Car(0.5f, 0.86f, 0.62f));
    Life.each(coats, 0.42f, 0.90f, 0.34f);
  }
}
