package dev.easel.adapter.provider.sketch.compose;

import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.prompt.Wishes;
import dev.easel.adapter.provider.sketch.stage.Coat;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;
import java.util.ArrayList;
import java.util.List;

/** The layers of a picture as they are put together, from the far to the near. */
final class Coats {

  final Scene scene;
  final Wishes wishes;
  private final List<Coat> coats = new ArrayList<>();

  Coats(Scene scene) {
    this.scene = scene;
    this.wishes = scene.wishes;
  }

  void add(Layer layer) {
    coats.add(new Coat(false, layer));
  }

  /** Adds what is the picture's subject, kept when the surroundings are to be transparent. */
  void subject(Layer layer) {
    coats.add(new Coat(true, layer));
  }

  void addIf(Motif motif, Layer layer) {
    if (wishes.has(motif)) {
      add(layer);
    }
  }

  void subjectIf(Motif motif, Layer layer) {
    if (wishes.has(motif)) {
      subject(layer);
    }
  }

  boolean has(Motif... any) {
    return wishes.hasAny(any);
  }

  List<Coat> list() {
    return List.copyOf(coats);
  }
}
