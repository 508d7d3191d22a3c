package dev.easel.adapter.provider.comfyui;

import dev.easel.adapter.provider.NodeReply;
import dev.easel.adapter.provider.NodeSilentException;
import dev.easel.domain.asset.ImageCodec;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.provider.Observation;
import dev.easel.domain.provider.RenderListener;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.provider.RenderedImage;
import dev.easel.domain.shared.FailureException;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Fetches what a job made. Of the files only the pixels go on: the graph is in them as well. */
final class Harvest {

  private static final Logger LOG = Logger.getLogger(Harvest.class.getName());

  /** The history is there when the queue has let go; this is for versions that are slower. */
  private static final int LOOKS = 4;

  private static final long BETWEEN_LOOKS = 200;

  private final ComfyClient client;
  private final ImageCodec codec;

  Harvest(ComfyClient client, ImageCodec codec) {
    this.client = client;
    this.codec = codec;
  }

  RenderOutcome fetch(
      NodeTarget node, RenderOrder order, String upstreamId, RenderListener listener) {
    try {
      Optional<HistoryEntry> ended = history(node, upstreamId);
      if (ended.isEmpty()) {
        return lost("The node has forgotten the job");
      }
      Observation verdict = ended.get().verdict(upstreamId);
      if (verdict instanceof Observation.Failed failed) {
        return outcomeOf(failed.fault());
      }
      return verdict instanceof Observation.Finished
          ? images(node, order, ended.get(), listener)
          : lost("The job was stopped on the node");
    } catch (NodeSilentException e) {
      return lost(e.getMessage());
    }
  }

  private Optional<HistoryEntry> history(NodeTarget node, String upstreamId)
      throws NodeSilentException {
    Optional<HistoryEntry> found = client.history(node, upstreamId);
    for (int look = 1; found.isEmpty() && look < LOOKS; look++) {
      try {
        Thread.sleep(BETWEEN_LOOKS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return found;
      }
      found = client.history(node, upstreamId);
    }
    return found;
  }

  private RenderOutcome images(
      NodeTarget node, RenderOrder order, HistoryEntry entry, RenderListener listener)
      throws NodeSilentException {
    List<OutputFiles.Saved> files = entry.images();
    int count = Math.min(files.size(), order.count());
    for (int index = 0; index < count; index++) {
      if (listener.cancelled()) {
        return new RenderOutcome.Cancelled();
      }
      Optional<BufferedImage> pixels = download(node, files.get(index));
      if (pixels.isEmpty()) {
        return lost("The node gave no readable image");
      }
      long seed = entry.graph().seedOf(files.get(index).nodeId()).orElse(order.seed());
      listener.delivered(new RenderedImage(index, seed, pixels.get(), ""));
      listener.progress((index + 1.0) / count);
    }
    return new RenderOutcome.Completed(List.of());
  }

  private Optional<BufferedImage> download(NodeTarget node, OutputFiles.Saved file)
      throws NodeSilentException {
    NodeReply reply = client.view(node, file);
    if (!reply.isOk()) {
      LOG.warning(() -> node + " answered " + reply.status() + " to " + file.filename());
      return Optional.empty();
    }
    try {
      return Optional.of(codec.decode(reply.body()));
    } catch (FailureException e) {
      LOG.log(Level.WARNING, e, () -> node + " gave no image as " + file.filename());
      return Optional.empty();
    }
  }

  private static RenderOutcome outcomeOf(JobFault fault) {
    return fault.kind().again() == JobFault.Again.NEVER
        ? new RenderOutcome.Failed(fault.reason())
        : lost(fault.reason());
  }

  private static RenderOutcome lost(String reason) {
    return new RenderOutcome.Unavailable(reason, Duration.ZERO);
  }
}
