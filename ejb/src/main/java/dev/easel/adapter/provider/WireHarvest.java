package dev.easel.adapter.provider;

import dev.easel.domain.asset.ImageCodec;
import dev.easel.domain.provider.RenderListener;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.provider.RenderedImage;
import dev.easel.domain.shared.Remark;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Hands on images that came as text. */
public final class WireHarvest {

  private final ImageCodec codec;
  private final SamplerWords words;

  /**
   * @param words of the kind of node, to tell what it could not do
   */
  public WireHarvest(ImageCodec codec, SamplerWords words) {
    this.codec = codec;
    this.words = words;
  }

  /**
   * One image as it came.
   *
   * @param seed the one that made it
   */
  public record Found(String text, long seed) {}

  /** Delivers in order, no more than ordered. */
  public RenderOutcome deliver(RenderOrder order, List<Found> found, RenderListener listener) {
    int count = Math.min(found.size(), order.count());
    for (int index = 0; index < count; index++) {
      if (listener.cancelled()) {
        return new RenderOutcome.Cancelled();
      }
      Optional<BufferedImage> pixels = WireImages.read(found.get(index).text(), codec);
      if (pixels.isEmpty()) {
        return lost("The node gave no readable image");
      }
      listener.delivered(new RenderedImage(index, found.get(index).seed(), pixels.get(), ""));
      listener.progress((index + 1.0) / count);
    }
    return count == 0
        ? lost("The node gave no image")
        : new RenderOutcome.Completed(remarks(order.sampler()));
  }

  private List<Remark> remarks(String sampler) {
    return words.knows(sampler)
        ? List.of()
        : List.of(new Remark("parameter_ignored", "The node has no such sampler and used its own"));
  }

  /** Nothing can be had of this attempt. */
  public static RenderOutcome lost(String reason) {
    return new RenderOutcome.Unavailable(reason, Duration.ZERO);
  }
}
