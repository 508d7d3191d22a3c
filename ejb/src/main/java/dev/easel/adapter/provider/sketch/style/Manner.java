package dev.easel.adapter.provider.sketch.style;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Scene;
import java.util.ArrayList;
import java.util.List;

/** The passes over a finished painting that its style asks for, ending with the finish. */
public final class Manner {

  /** One pass over the whole canvas. */
  @FunctionalInterface
  public interface Pass {
    void apply(Canvas canvas, Scene scene);
  }

  private Manner() {}

  public static List<Pass> passes(Scene scene, boolean transparent) {
    List<Pass> passes = new ArrayList<>();
    if (!transparent) {
      float bloom = scene.wants(Motif.DREAMY) ? 1.3f : 0.75f;
      passes.add((c, s) -> Finish.bloom(c, bloom));
      passes.add((c, s) -> Finish.vignette(c, 0.32f));
    }
    return passes;
  }

  /** Visible grain in steps of 1/255. */
  public static float grain(Scene scene) {
    return scene.wishes.hasAny(Motif.MINIMALIST, Motif.PIXEL, Motif.POSTER) ? 0 : 1.4f;
  }
}
