package dev.easel.service.generation;

import dev.easel.domain.asset.StoredImage;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.provider.RenderListener;
import dev.easel.domain.provider.RenderedImage;
import dev.easel.service.asset.ImageFiles;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Listens to one attempt: stores what is delivered, passes on what is worth telling. */
class RenderSession implements RenderListener {

  /** Finer steps than this are not worth an event. */
  private static final double STEP = 0.01;

  private final Generation generation;
  private final ImageFiles files;
  private final GenerationEvents events;
  private final BooleanSupplier stop;
  private final List<StoredImage> stored = new ArrayList<>();
  private final Map<Integer, Integer> previews = new HashMap<>();
  private double told;

  RenderSession(
      Generation generation, ImageFiles files, GenerationEvents events, BooleanSupplier stop) {
    this.generation = generation;
    this.files = files;
    this.events = events;
    this.stop = stop;
  }

  List<StoredImage> stored() {
    return stored;
  }

  @Override
  public void progress(double fraction) {
    if (fraction - told >= STEP) {
      told = fraction;
      events.publish(
          GenerationEvent.plain(GenerationEvent.Type.PROGRESS, generation.id(), fraction));
    }
  }

  @Override
  public void preview(int index, BufferedImage partial) {
    int number = previews.merge(index, 1, Integer::sum) - 1;
    events.publish(GenerationEvent.preview(generation.id(), told, index, number, partial));
  }

  @Override
  public void delivered(RenderedImage image) {
    stored.add(files.store(generation, image));
  }

  @Override
  public boolean cancelled() {
    return stop.getAsBoolean();
  }
}
