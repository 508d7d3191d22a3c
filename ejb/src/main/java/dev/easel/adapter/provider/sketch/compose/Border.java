package dev.easel.adapter.provider.sketch.compose;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.plant.Flowers;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Flowers only along the near bank. */
record Border(Motif kind) implements Layer {

  @Override
  public void paint(Canvas c, Scene s) {
    new Flowers(kind == Motif.LAVENDER || kind == Motif.TULIPS ? Motif.FLOWERS : kind, 0.5f)
        .border(c, s, kind);
  }
}
