package dev.easel.adapter.provider.sketch;

import dev.easel.adapter.provider.sketch.canvas.Blur;
import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.compose.Composer;
import dev.easel.adapter.provider.sketch.stage.Coat;
import dev.easel.adapter.provider.sketch.stage.Scene;
import dev.easel.adapter.provider.sketch.stage.Setup;
import dev.easel.domain.provider.RenderOrder;
import java.util.List;

/**
 * The whole picture in coarse shapes, painted first, small and with few strokes. It remembers which
 * layer decides each place, so that a preview shows the finished layers where they are and the
 * block-in where nearer ones are still to come.
 */
final class BlockIn {

  private static final int SHRINK = 8;
  private static final float CHANGE = 0.02f;

  private final Canvas coarse;
  private final int[] decidedBy;

  BlockIn(Setup setup, int layers, RenderOrder order) {
    int w = Math.max(16, setup.width() / SHRINK);
    int h = Math.max(16, setup.height() / SHRINK);
    Scene scene = Scene.of(setup.resized(w, h));
    coarse = new Canvas(w, h, order.transparent());
    decidedBy = new int[w * h];
    List<Coat> coats = Composer.compose(scene, order.transparent());
    for (int k = 0; k < Math.min(layers, coats.size()); k++) {
      Canvas before = coarse.copy();
      coats.get(k).layer().paint(coarse, scene);
      note(before, k + 1);
    }
  }

  private void note(Canvas before, int layer) {
    for (int i = 0; i < decidedBy.length; i++) {
      float change =
          Math.abs(coarse.red[i] - before.red[i])
              + Math.abs(coarse.green[i] - before.green[i])
              + Math.abs(coarse.blue[i] - before.blue[i]);
      if (change > CHANGE) {
        decidedBy[i] = layer;
      }
    }
  }

  /** The canvas after {@code painted} layers, with the block-in where it is not yet painted. */
  Canvas under(Canvas canvas, int painted) {
    Canvas state = canvas.copy();
    for (int y = 0; y < canvas.height; y++) {
      float sy = (y + 0.5f) * coarse.height / canvas.height - 0.5f;
      for (int x = 0; x < canvas.width; x++) {
        float sx = (x + 0.5f) * coarse.width / canvas.width - 0.5f;
        int cell = cell(sx, sy);
        if (decidedBy[cell] > painted) {
          int i = y * canvas.width + x;
          state.red[i] = at(coarse.red, sx, sy);
          state.green[i] = at(coarse.green, sx, sy);
          state.blue[i] = at(coarse.blue, sx, sy);
          if (state.alpha != null) {
            state.alpha[i] = at(coarse.alpha, sx, sy);
          }
        }
      }
    }
    return state;
  }

  private int cell(float sx, float sy) {
    int x = Math.min(coarse.width - 1, Math.max(0, Math.round(sx)));
    int y = Math.min(coarse.height - 1, Math.max(0, Math.round(sy)));
    return y * coarse.width + x;
  }

  private float at(float[] plane, float sx, float sy) {
    return Blur.sample(plane, coarse.width, coarse.height, sx, sy);
  }
}
