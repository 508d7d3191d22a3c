package dev.easel.adapter.provider.sketch.compose;

import dev.easel.adapter.provider.sketch.land.Bank;
import dev.easel.adapter.provider.sketch.land.Clouds;
import dev.easel.adapter.provider.sketch.land.LightDisc;
import dev.easel.adapter.provider.sketch.land.Ridges;
import dev.easel.adapter.provider.sketch.land.Sky;
import dev.easel.adapter.provider.sketch.land.Stars;
import dev.easel.adapter.provider.sketch.land.Water;
import dev.easel.adapter.provider.sketch.plant.BroadTree;
import dev.easel.adapter.provider.sketch.plant.LeafColours;
import dev.easel.adapter.provider.sketch.plant.Petals;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.prompt.Wishes;
import dev.easel.adapter.provider.sketch.stage.Coat;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;
import java.util.ArrayList;
import java.util.List;

/** Decides which layers a picture has and in which order they are painted. */
public final class Composer {

  private final Scene scene;
  private final Wishes wishes;
  private final List<Coat> coats = new ArrayList<>();

  private Composer(Scene scene) {
    this.scene = scene;
    this.wishes = scene.wishes;
  }

  /** The layers from the far to the near; only the subject's, if that is all that is wanted. */
  public static List<Coat> compose(Scene scene, boolean subjectOnly) {
    Composer composer = new Composer(scene);
    composer.landscape();
    List<Coat> subject = composer.coats.stream().filter(Coat::subject).toList();
    return subjectOnly && !subject.isEmpty() ? subject : List.copyOf(composer.coats);
  }

  private void add(Layer layer) {
    coats.add(new Coat(coats.size(), false, layer));
  }

  private void landscape() {
    add(new Sky());
    if (scene.light.moon() || wishes.has(Motif.STARS)) {
      add(new Stars());
    }
    add(new LightDisc());
    add(new Clouds());
    add(new Ridges(Ridges.Form.PEAKS, 5));
    add(new Water(0.2f));
    add(new Bank(0.10f));
    add(new BroadTree(wishes.has(Motif.CHERRY) ? Motif.CHERRY : Motif.TREE, 0.14f, 0.92f, 0.9f));
    if (wishes.has(Motif.CHERRY)) {
      add(new Petals(LeafColours.of(scene, Motif.CHERRY), 160));
    }
  }
}
