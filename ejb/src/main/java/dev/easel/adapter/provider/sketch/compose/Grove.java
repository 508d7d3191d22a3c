package dev.easel.adapter.provider.sketch.compose;

import dev.easel.adapter.provider.sketch.plant.BroadTree;
import dev.easel.adapter.provider.sketch.plant.Conifers;
import dev.easel.adapter.provider.sketch.plant.LeafColours;
import dev.easel.adapter.provider.sketch.plant.Palms;
import dev.easel.adapter.provider.sketch.plant.Petals;
import dev.easel.adapter.provider.sketch.plant.Stalks;
import dev.easel.adapter.provider.sketch.plant.Willow;
import dev.easel.adapter.provider.sketch.prompt.Motif;

/** The near trees of an open picture. */
final class Grove {

  private Grove() {}

  /**
   * @param foot row of the roots as a share of the height
   * @param unasked whether a tree may stand there although nobody asked for one
   * @param palms whether it is a place for palms
   */
  static void close(Coats coats, float foot, boolean unasked, boolean palms) {
    coats.addIf(Motif.BAMBOO, Stalks::bamboo);
    coats.addIf(Motif.CACTUS, Stalks::cacti);
    coats.addIf(Motif.PINE, Conifers.close());
    if (coats.has(Motif.PALM) || (palms && coats.scene.allows(Motif.PALM))) {
      coats.add(new Palms());
    }
    coats.addIf(Motif.WILLOW, new Willow());
    coats.addIf(Motif.BIRCH, new BroadTree(Motif.BIRCH, 0.12f, foot, 0.70f));
    boolean taken =
        coats.has(Motif.BAMBOO, Motif.PINE, Motif.WILLOW, Motif.BIRCH, Motif.PALM, Motif.CACTUS);
    if (coats.has(Motif.CHERRY)) {
      coats.subject(new BroadTree(Motif.CHERRY, 0.10f, foot, 0.74f));
      coats.add(new Petals(LeafColours.of(coats.scene, Motif.CHERRY), 170));
    } else if (coats.has(Motif.TREE) || (unasked && !taken && coats.scene.allows(Motif.TREE))) {
      if (coats.has(Motif.TREE)) {
        coats.add(new BroadTree(Motif.TREE, 0.93f, foot - 0.03f, 0.40f));
      }
      coats.add(new BroadTree(Motif.TREE, 0.11f, foot, coats.has(Motif.TREE) ? 0.76f : 0.66f));
      if (coats.has(Motif.AUTUMN)) {
        coats.add(new Petals(LeafColours.of(coats.scene, Motif.TREE), 110));
      }
    }
  }
}
