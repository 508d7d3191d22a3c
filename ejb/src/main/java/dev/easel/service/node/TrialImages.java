package dev.easel.service.node;

import dev.easel.domain.provider.RenderListener;
import dev.easel.domain.provider.RenderedImage;
import java.awt.image.BufferedImage;

/** Counts the images of a trial render, which nobody keeps. */
final class TrialImages implements RenderListener {

  private int count;

  int count() {
    return count;
  }

  @Override
  public void progress(double fraction) {
    // Nobody watches a trial.
  }

  @Override
  public void preview(int index, BufferedImage partial) {
    // As above.
  }

  @Override
  public void delivered(RenderedImage image) {
    count++;
  }

  @Override
  public boolean cancelled() {
    return false;
  }
}
