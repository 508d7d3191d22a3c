package dev.easel.fake;

import dev.easel.domain.provider.JobListener;
import dev.easel.domain.provider.JobProvider;
import dev.easel.domain.provider.JobWatch;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.provider.Observation;
import dev.easel.domain.provider.PreparedJob;
import dev.easel.domain.provider.RenderListener;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.provider.RenderedImage;
import dev.easel.domain.provider.SubmitOutcome;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Nodes that do with each job what a test says. */
public final class ScriptedJobs implements JobProvider {

  private final Map<String, Observation> jobs = new LinkedHashMap<>();
  private final Map<String, Integer> sent = new HashMap<>();
  private final Map<String, JobListener> listeners = new HashMap<>();
  private final List<String> cancelled = new ArrayList<>();

  /** What comes of sending a job; it is with the node afterwards only if it was accepted. */
  public Function<NodeTarget, SubmitOutcome> sending = node -> new SubmitOutcome.Accepted(1);

  /** What fetching hands on. */
  public RenderOutcome fetching = new RenderOutcome.Completed(List.of());

  /** What happens when somebody begins to listen to a job. */
  public Runnable listening = () -> {};

  /** How a job stands from now on. */
  public void stands(String jobId, Observation seen) {
    jobs.put(jobId, seen);
  }

  /** How often a job was sent. */
  public int sent(String jobId) {
    return sent.getOrDefault(jobId, 0);
  }

  public List<String> jobs() {
    return List.copyOf(sent.keySet());
  }

  public List<String> cancelled() {
    return List.copyOf(cancelled);
  }

  public JobListener listener(String jobId) {
    return listeners.get(jobId);
  }

  @Override
  public String adapter() {
    return "scripted";
  }

  @Override
  public SubmitOutcome submit(NodeTarget node, PreparedJob job, String upstreamId) {
    sent.merge(upstreamId, 1, Integer::sum);
    SubmitOutcome outcome = sending.apply(node);
    if (outcome instanceof SubmitOutcome.Accepted) {
      jobs.put(upstreamId, new Observation.Queued(0));
    }
    return outcome;
  }

  @Override
  public Observation observe(NodeTarget node, String upstreamId) {
    return jobs.getOrDefault(upstreamId, new Observation.Unknown(false));
  }

  @Override
  public RenderOutcome fetch(
      NodeTarget node, RenderOrder order, String upstreamId, RenderListener listener) {
    if (fetching instanceof RenderOutcome.Completed) {
      for (int i = 0; i < order.count(); i++) {
        BufferedImage pixel = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        listener.delivered(new RenderedImage(i, order.seed() + i, pixel, ""));
      }
    }
    return fetching;
  }

  @Override
  public void cancel(NodeTarget node, String upstreamId) {
    cancelled.add(upstreamId);
  }

  @Override
  public JobWatch listen(
      NodeTarget node, String upstreamId, boolean previews, JobListener listener) {
    listening.run();
    listeners.put(upstreamId, listener);
    return () -> listeners.remove(upstreamId);
  }

  @Override
  public void forget(NodeTarget node) {
    listeners.clear();
  }
}
