package dev.easel.service.generation;

import dev.easel.domain.asset.StoredImage;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.provider.RenderListener;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.provider.RenderedImage;
import dev.easel.domain.shared.Remark;
import dev.easel.service.asset.ImageFiles;
import dev.easel.service.editing.Finish;
import dev.easel.service.editing.Measurement;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Listens to one attempt: stores what is delivered, passes on what is worth telling. */
class RenderSession implements RenderListener {

  static final String WITHHELD =
      "The nsfw filter kept back what was made; nothing of it is charged";

  /** Finer steps than this are not worth an event. */
  private static final double STEP = 0.01;

  private final Generation generation;
  private final ImageFiles files;
  private final GenerationEvents events;
  private final Finish finish;
  private final Judge judge;
  private final BooleanSupplier stop;
  private final List<StoredImage> stored = new ArrayList<>();
  private final Map<Integer, Integer> previews = new HashMap<>();
  private final Set<Remark> unmeasured = new LinkedHashSet<>();
  private double told;
  private int withheld;

  RenderSession(
      Generation generation,
      ImageFiles files,
      GenerationEvents events,
      Finish finish,
      Judge judge,
      BooleanSupplier stop) {
    this.generation = generation;
    this.files = files;
    this.events = events;
    this.finish = finish;
    this.judge = judge;
    this.stop = stop;
  }

  boolean isEmpty() {
    return stored.isEmpty();
  }

  /** How many images were made and kept back. */
  int withheld() {
    return withheld;
  }

  /** All that was stored, with what was found out on the way. */
  Delivery delivery(RenderOutcome.Completed outcome) {
    String findings = outcome.findings().isEmpty() ? finish.findings() : outcome.findings();
    List<Remark> remarks = new ArrayList<>(outcome.warnings());
    remarks.addAll(finish.remarks());
    remarks.addAll(unmeasured);
    if (withheld > 0) {
      remarks.add(new Remark("nsfw_filtered", WITHHELD));
    }
    return new Delivery(stored, new RenderOutcome.Completed(remarks, findings));
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
    RenderedImage finished = finish.image(image);
    Measurement measured = judge.measure(finished);
    if (judge.withholds(generation, measured.scores())) {
      withheld++;
      return;
    }
    stored.add(files.store(generation, finished, measured.scores()));
    judge.remark(generation, measured).ifPresent(unmeasured::add);
  }

  @Override
  public boolean cancelled() {
    return stop.getAsBoolean();
  }
}
