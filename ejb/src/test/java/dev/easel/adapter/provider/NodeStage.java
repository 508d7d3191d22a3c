package dev.easel.adapter.provider;

import dev.easel.domain.asset.BlobStore;
import dev.easel.domain.provider.JobListener;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.provider.PreparedJob;
import dev.easel.domain.provider.RenderListener;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.RenderedImage;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** What tests of nodes that take the order itself have in common. */
public final class NodeStage {

  public static final String JOB = "0f8fad5b-d9cb-369f-a165-70867728950e";

  private NodeStage() {}

  public static JobShelf shelf(BlobStore blobs, Clock clock) {
    JobShelf shelf = new JobShelf();
    shelf.blobs = blobs;
    shelf.clock = clock;
    return shelf;
  }

  public static NodeTarget target(String kind, URI uri, Map<String, String> headers) {
    return new NodeTarget("nod_1", "gpu-1", kind, uri, headers, "");
  }

  public static PreparedJob job(RenderOrder order) {
    return new PreparedJob(order, "", List.of());
  }

  public static RenderOrder order(int count, long seed, String sampler) {
    return order("sd_xl_base_1.0", count, seed, sampler, Optional.empty(), Optional.empty());
  }

  public static RenderOrder order(
      String model,
      int count,
      long seed,
      String sampler,
      Optional<BufferedImage> init,
      Optional<BufferedImage> mask) {
    return new RenderOrder(
        "gen_1",
        1,
        model,
        "a red fox",
        "blurry",
        64,
        64,
        count,
        seed,
        20,
        6.5,
        sampler,
        0.6,
        init,
        mask,
        false,
        1,
        RenderOrder.Work.PLAIN);
  }

  /** Waits for what happens on threads of the HTTP client. */
  public static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("Did not happen in time");
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Keeps what is rendered. */
  public static final class Gallery implements RenderListener {
    private final List<RenderedImage> images = new ArrayList<>();

    public List<RenderedImage> images() {
      return images;
    }

    @Override
    public void progress(double fraction) {}

    @Override
    public void preview(int index, BufferedImage partial) {}

    @Override
    public void delivered(RenderedImage image) {
      images.add(image);
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }

  /** Keeps what is hinted. */
  public static final class Ear implements JobListener {
    private final List<BufferedImage> previews = new CopyOnWriteArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();

    public List<BufferedImage> previews() {
      return previews;
    }

    public int looks() {
      return looks.get();
    }

    @Override
    public void progress(double fraction) {}

    @Override
    public void preview(int index, BufferedImage partial) {
      previews.add(partial);
    }

    @Override
    public void look() {
      looks.incrementAndGet();
    }
  }
}
