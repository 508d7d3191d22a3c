package dev.easel.adapter.provider.sketch;

import dev.easel.adapter.provider.sketch.prompt.PromptReader;
import dev.easel.adapter.provider.sketch.prompt.Wishes;
import dev.easel.domain.provider.CallProvider;
import dev.easel.domain.provider.RenderListener;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.provider.RenderedImage;
import dev.easel.domain.shared.Remark;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Paints what the prompt says. Needs no model, no network and no GPU, so a fresh installation can
 * make pictures; as many paint at a time as there are processors.
 */
@ApplicationScoped
public class SketchProvider implements CallProvider {

  private static final int SMALLEST = 16;
  private static final int LARGEST = 4096;
  private static final int NAMED_WORDS = 12;
  private static final long PATIENCE_MILLIS = 20;

  private final Semaphore seats = new Semaphore(Runtime.getRuntime().availableProcessors());

  @Override
  public String adapter() {
    return "sketch";
  }

  /** It knows hills, houses and ships, and no bodies; of a picture it is given it knows nothing. */
  @Override
  public boolean isBeyondDoubt(RenderOrder order) {
    return order.initImage().isEmpty();
  }

  @Override
  public RenderOutcome render(RenderOrder order, RenderListener listener) {
    if (outside(order.width()) || outside(order.height())) {
      return new RenderOutcome.Failed("The painter paints from 16 to 4096 pixels per side.");
    }
    try {
      if (!sit(listener)) {
        return new RenderOutcome.Cancelled();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new RenderOutcome.Cancelled();
    }
    try {
      return paintAll(order, listener);
    } catch (Stopped e) {
      return new RenderOutcome.Cancelled();
    } finally {
      seats.release();
    }
  }

  private static boolean outside(int side) {
    return side < SMALLEST || side > LARGEST;
  }

  /** Waits in small slices, so that a waiting order can be cancelled. */
  private boolean sit(RenderListener listener) throws InterruptedException {
    while (!listener.cancelled()) {
      if (seats.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return false;
  }

  private static RenderOutcome paintAll(RenderOrder order, RenderListener listener) {
    Wishes wishes = PromptReader.read(order.prompt(), order.negativePrompt());
    for (int i = 0; i < order.count(); i++) {
      BufferedImage pixels = new Sitting(order, wishes, i, listener).paint();
      listener.delivered(new RenderedImage(i, order.seed() + i, pixels, ""));
    }
    listener.progress(1);
    return new RenderOutcome.Completed(remarks(wishes));
  }

  private static List<Remark> remarks(Wishes wishes) {
    List<String> words = wishes.unpainted();
    if (words.isEmpty()) {
      return List.of();
    }
    List<String> named = new ArrayList<>(words.subList(0, Math.min(NAMED_WORDS, words.size())));
    String more =
        words.size() > NAMED_WORDS ? " and " + (words.size() - NAMED_WORDS) + " more" : "";
    return List.of(
        new Remark(
            "words_not_painted",
            "The painter does not know these words: " + String.join(", ", named) + more + "."));
  }
}
