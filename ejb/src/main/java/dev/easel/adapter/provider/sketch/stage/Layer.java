package dev.easel.adapter.provider.sketch.stage;

import dev.easel.adapter.provider.sketch.canvas.Canvas;

/** One coat of paint. Layers are painted from the far to the near. */
@FunctionalInterface
public interface Layer {

  public void paint(Canvas canvas, Scene scene);
}
