package dev.easel.domain.provider;

import java.awt.image.BufferedImage;

/** What a provider tells while it works. Called on the rendering thread. */
public interface RenderListener {

  /** Overall progress over all images of the order, 0–1, never falling. */
  void progress(double fraction);

  /** An intermediate state of image {@code index}; honest, not a blurred final. */
  void preview(int index, BufferedImage partial);

  /** Image {@code image.index()} is finished; the listener stores it before it returns. */
  void delivered(RenderedImage image);

  /** Asked between steps; when true the provider stops and returns {@code Cancelled}. */
  boolean cancelled();
}
