package dev.easel.adapter.provider.comfyui;

import dev.easel.domain.asset.ImageCodec;
import dev.easel.domain.provider.JobListener;
import dev.easel.domain.provider.JobWatch;
import dev.easel.domain.shared.FailureException;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What was heard of one job, and who wants to hear it. */
final class JobHints implements JobWatch {

  private static final Logger LOG = Logger.getLogger(JobHints.class.getName());

  /** Faster than this, eyes and browsers gain nothing. */
  private static final long BETWEEN_PREVIEWS = Duration.ofMillis(500).toNanos();

  private final String upstreamId;
  private final JobListener listener;
  private final boolean previews;
  private final ImageCodec codec;
  private final LongSupplier nanoTime;
  private final Runnable onClose;
  private final ComfyProgress progress = new ComfyProgress();
  private double told;
  private long nextPreview;
  private boolean closed;

  /**
   * @param previews whether they are wanted; otherwise they are not even decoded
   * @param nanoTime as {@link System#nanoTime}
   */
  JobHints(
      String upstreamId,
      boolean previews,
      JobListener listener,
      ImageCodec codec,
      LongSupplier nanoTime,
      Runnable onClose) {
    this.upstreamId = upstreamId;
    this.previews = previews;
    this.listener = listener;
    this.codec = codec;
    this.nanoTime = nanoTime;
    this.onClose = onClose;
    this.nextPreview = nanoTime.getAsLong();
  }

  String upstreamId() {
    return upstreamId;
  }

  synchronized void runs(ComfyGraph graph) {
    if (!progress.knowsGraph()) {
      progress.of(graph);
    }
  }

  synchronized double fraction() {
    return progress.fraction();
  }

  /** An event of this job. */
  void event(String type, JsonObject data) {
    double now;
    synchronized (this) {
      switch (type) {
        case "execution_cached" -> progress.cached(data);
        case "progress_state" -> progress.state(data);
        case "executing" -> progress.executing(data);
        case "progress" -> progress.step(data);
        default -> {
          return;
        }
      }
      now = progress.fraction();
      if (closed || now <= told) {
        return;
      }
      told = now;
    }
    listener.progress(now);
  }

  /** Shows the image, unless one was shown a moment ago: only the newest is of interest. */
  void preview(PreviewFrame frame) {
    synchronized (this) {
      long now = nanoTime.getAsLong();
      if (closed || !previews || now - nextPreview < 0) {
        return;
      }
      nextPreview = now + BETWEEN_PREVIEWS;
    }
    BufferedImage image;
    try {
      image = codec.decode(frame.bytes());
    } catch (FailureException e) {
      LOG.log(Level.FINE, e, () -> "Not a preview, of " + upstreamId);
      return;
    }
    listener.preview(0, image);
  }

  void look() {
    synchronized (this) {
      if (closed) {
        return;
      }
    }
    listener.look();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    onClose.run();
  }
}
