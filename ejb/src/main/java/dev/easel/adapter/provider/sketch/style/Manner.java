package dev.easel.adapter.provider.sketch.style;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.prompt.Wishes;
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

  /** In the order in which they are applied; a transparent picture only gets those of tone. */
  public static List<Pass> passes(Scene scene, boolean transparent) {
    List<Pass> passes = new ArrayList<>();
    Wishes w = scene.wishes;
    boolean paper = w.hasAny(Motif.INK, Motif.PENCIL, Motif.WATERCOLOR);
    mood(w, passes);
    if (transparent) {
      return passes;
    }
    if (!paper && !w.hasAny(Motif.MINIMALIST, Motif.POSTER)) {
      float bloom = w.has(Motif.DREAMY) ? 1.5f : 0.75f;
      passes.add((c, s) -> Finish.bloom(c, bloom));
    }
    technique(w, passes);
    if (!paper) {
      float corners = w.hasAny(Motif.MINIMALIST, Motif.PIXEL, Motif.POSTER) ? 0.10f : 0.32f;
      passes.add((c, s) -> Finish.vignette(c, corners));
    }
    return passes;
  }

  private static void mood(Wishes w, List<Pass> passes) {
    passes.add((c, s) -> Tone.grade(c, Tint.WHITE, 0, 1, 0.94f + 0.16f * s.firmness, 0.004f));
    if (w.has(Motif.MONOCHROME)) {
      passes.add((c, s) -> Tone.grade(c, Tint.WHITE, 0, 0, 1.14f, 0));
    }
    if (w.has(Motif.VINTAGE)) {
      passes.add((c, s) -> Tone.grade(c, Tint.of("#c79a62"), 0.72f, 0.7f, 0.86f, 0.03f));
    }
    if (w.has(Motif.VIBRANT)) {
      passes.add((c, s) -> Tone.grade(c, Tint.WHITE, 0, 1.45f, 1.06f, 0.02f));
    }
    if (w.has(Motif.PASTEL)) {
      passes.add((c, s) -> Tone.grade(c, Tint.WHITE, 0, 0.72f, 0.68f, 0.19f));
    }
    if (w.has(Motif.DRAMATIC)) {
      passes.add((c, s) -> Tone.grade(c, Tint.WHITE, 0, 1.12f, 1.34f, -0.06f));
    }
    if (w.has(Motif.DREAMY)) {
      passes.add((c, s) -> Tone.grade(c, Tint.of("#e3b7d6"), 0.16f, 0.95f, 0.84f, 0.07f));
    }
  }

  private static void technique(Wishes w, List<Pass> passes) {
    if (w.has(Motif.PHOTO)) {
      passes.add(Tone::lens);
      passes.add((c, s) -> Tone.grade(c, Tint.WHITE, 0, 0.94f, 1.10f, 0));
    }
    if (w.has(Motif.IMPRESSIONIST)) {
      passes.add(new Strokes(false)::apply);
    }
    if (w.has(Motif.OIL)) {
      passes.add(new Strokes(true)::apply);
    }
    if (w.has(Motif.MINIMALIST)) {
      passes.add(Flat::minimal);
    }
    if (w.has(Motif.POSTER)) {
      passes.add(Flat::poster);
    }
    if (w.has(Motif.WATERCOLOR)) {
      passes.add(Wash::apply);
    }
    if (w.has(Motif.PENCIL)) {
      passes.add(Drawing::pencil);
    }
    if (w.has(Motif.INK)) {
      passes.add(Drawing::ink);
    }
    if (w.has(Motif.PIXEL)) {
      passes.add(Flat::pixels);
    }
  }

  /** Visible grain in steps of 1/255. */
  public static float grain(Scene scene) {
    boolean flat = scene.wishes.hasAny(Motif.MINIMALIST, Motif.PIXEL, Motif.POSTER);
    return flat ? 0 : scene.wishes.hasAny(Motif.PHOTO, Motif.VINTAGE) ? 3 : 1.4f;
  }
}
