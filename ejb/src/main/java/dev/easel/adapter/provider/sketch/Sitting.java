package dev.easel.adapter.provider.sketch;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.compose.Composer;
import dev.easel.adapter.provider.sketch.prompt.Wishes;
import dev.easel.adapter.provider.sketch.stage.Coat;
import dev.easel.adapter.provider.sketch.stage.Scene;
import dev.easel.adapter.provider.sketch.stage.Setup;
import dev.easel.adapter.provider.sketch.style.Developer;
import dev.easel.adapter.provider.sketch.style.Manner;
import dev.easel.domain.provider.RenderListener;
import dev.easel.domain.provider.RenderOrder;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One picture from the block-in to the finish: its stages, previews, progress and end. */
final class Sitting {

  private static final long BREATH_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

  private final RenderOrder order;
  private final int index;
  private final RenderListener listener;
  private final Setup setup;
  private final Scene scene;
  private final Canvas canvas;
  private final Original original;
  private int stages;
  private int done;
  private int shown;
  private long breath = System.nanoTime();

  Sitting(RenderOrder order, Wishes wishes, int index, RenderListener listener) {
    this.order = order;
    this.index = index;
    this.listener = listener;
    setup =
        new Setup(
            order.width(),
            order.height(),
            wishes,
            order.seed() + index,
            order.steps(),
            order.guidance());
    scene = Scene.of(setup);
    canvas = new Canvas(order.width(), order.height(), order.transparent());
    canvas.onBreath(this::breathe);
    original = Original.of(order, scene);
  }

  BufferedImage paint() {
    List<Coat> coats = Composer.compose(scene, order.transparent());
    List<Manner.Pass> passes = Manner.passes(scene, order.transparent());
    stages = coats.size() + passes.size() + 2;
    BlockIn blockIn = order.previews() > 0 ? new BlockIn(setup, coats.size(), order) : null;
    stageDone(blockIn, 0);
    for (int k = 0; k < coats.size(); k++) {
      coats.get(k).layer().paint(canvas, scene);
      stageDone(blockIn, k + 1);
    }
    original.underpaint(canvas, scene);
    for (Manner.Pass pass : passes) {
      pass.apply(canvas, scene);
      stageDone(null, 0);
    }
    BufferedImage finished = original.keep(Developer.develop(canvas, Manner.grain(scene)));
    stageDone(null, 0);
    return finished;
  }

  private void stageDone(BlockIn blockIn, int painted) {
    done++;
    breath = 0;
    breathe();
    int due = Math.min(order.previews(), done * (order.previews() + 1) / stages);
    if (shown < due && done < stages) {
      preview(blockIn == null ? canvas : blockIn.under(canvas, painted));
    }
    listener.progress((index + done / (double) stages) / order.count());
  }

  private void preview(Canvas state) {
    Canvas shownState = state == canvas ? canvas.copy() : state;
    if (state != canvas) {
      original.underpaint(shownState, scene);
    }
    BufferedImage image = original.keep(Developer.develop(shownState, 0));
    int due = Math.min(order.previews(), done * (order.previews() + 1) / stages);
    while (shown < due) {
      listener.preview(index, image);
      shown++;
    }
  }

  /** Called from within layers many times a second. */
  private void breathe() {
    long now = System.nanoTime();
    if (now - breath > BREATH_NANOS || breath == 0) {
      breath = now;
      if (listener.cancelled() || Thread.currentThread().isInterrupted()) {
        throw new Stopped();
      }
    }
  }
}
