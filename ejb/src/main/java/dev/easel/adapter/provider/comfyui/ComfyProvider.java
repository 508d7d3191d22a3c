package dev.easel.adapter.provider.comfyui;

import dev.easel.adapter.provider.NodeHttp;
import dev.easel.adapter.provider.NodeSilentException;
import dev.easel.domain.asset.ImageCodec;
import dev.easel.domain.provider.JobListener;
import dev.easel.domain.provider.JobProvider;
import dev.easel.domain.provider.JobWatch;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.provider.Observation;
import dev.easel.domain.provider.PreparedJob;
import dev.easel.domain.provider.RenderListener;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.provider.SubmitOutcome;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Renders on ComfyUI nodes. */
@ApplicationScoped
public class ComfyProvider implements JobProvider {

  static final String ADAPTER = "comfyui";

  private static final Logger LOG = Logger.getLogger(ComfyProvider.class.getName());

  @Inject NodeHttp http;
  @Inject ComfyNodes nodes;
  @Inject ImageCodec codec;
  @Inject Clock clock;

  private ComfyClient client;
  private Submission submission;
  private Harvest harvest;

  @PostConstruct
  void start() {
    client = new ComfyClient(http);
    submission = new Submission(client);
    harvest = new Harvest(client, codec);
  }

  @Override
  public String adapter() {
    return ADAPTER;
  }

  @Override
  public SubmitOutcome submit(NodeTarget node, PreparedJob job, String upstreamId) {
    ComfyNode known = nodes.of(node);
    ComfyGraph graph = ComfyGraph.of(job.workflow());
    // Before it is sent: a short job is over, and told of, when the answer is read.
    known.socket().router().find(upstreamId).ifPresent(hints -> hints.runs(graph));
    Submission.Result result = submission.send(node, job, graph, upstreamId, nodes.clientId(node));
    if (result.outcome() instanceof SubmitOutcome.Accepted accepted) {
      known.memory().accepted(upstreamId, accepted.number());
    }
    if (result.remains()) {
      cancel(node, upstreamId);
    }
    return result.outcome();
  }

  @Override
  public Observation observe(NodeTarget node, String upstreamId) {
    try {
      // In this order: a prompt is put into the history in the moment it leaves the queue.
      QueueSnapshot queue = client.queue(node);
      Optional<QueueSnapshot.Item> running = queue.running(upstreamId);
      if (running.isPresent()) {
        return new Observation.Running(progress(node, running.get()));
      }
      OptionalInt ahead = queue.ahead(upstreamId);
      if (ahead.isPresent()) {
        return new Observation.Queued(ahead.getAsInt());
      }
      Optional<HistoryEntry> ended = client.history(node, upstreamId);
      if (ended.isEmpty()) {
        return unknown(node, upstreamId);
      }
      nodes.of(node).memory().seenInHistory(ended.get().number());
      return ended.get().verdict(upstreamId);
    } catch (NodeSilentException e) {
      return new Observation.Unreachable(e.getMessage());
    }
  }

  private double progress(NodeTarget node, QueueSnapshot.Item running) {
    Optional<JobHints> hints = nodes.of(node).socket().router().find(running.promptId());
    hints.ifPresent(found -> found.runs(running.graph()));
    return hints.map(JobHints::fraction).orElse(0.0);
  }

  private Observation unknown(NodeTarget node, String upstreamId) throws NodeSilentException {
    NodeMemory memory = nodes.of(node).memory();
    Optional<HistoryEntry> last = client.lastOfHistory(node);
    last.ifPresentOrElse(entry -> memory.lastOfHistory(entry.number()), memory::historyIsEmpty);
    return new Observation.Unknown(last.isEmpty() || memory.mayHaveRestartedSince(upstreamId));
  }

  @Override
  public RenderOutcome fetch(
      NodeTarget node, RenderOrder order, String upstreamId, RenderListener listener) {
    return harvest.fetch(node, order, upstreamId, listener);
  }

  @Override
  public void cancel(NodeTarget node, String upstreamId) {
    try {
      if (nodes.of(node).hasJobs(client, clock) && client.cancelJob(node, upstreamId)) {
        return;
      }
      client.dequeue(node, upstreamId);
      if (client.queue(node).running(upstreamId).isPresent()) {
        client.interrupt(node, upstreamId);
      }
    } catch (NodeSilentException e) {
      LOG.log(Level.WARNING, e, () -> upstreamId + " could not be cancelled on " + node);
    }
  }

  @Override
  public JobWatch listen(
      NodeTarget node, String upstreamId, boolean previews, JobListener listener) {
    ComfySocket socket = nodes.of(node).socket();
    JobHints[] made = new JobHints[1];
    made[0] =
        new JobHints(
            upstreamId,
            previews,
            listener,
            codec,
            System::nanoTime,
            () -> socket.router().remove(made[0]));
    socket.listen(made[0]);
    return made[0];
  }

  @Override
  public void forget(NodeTarget node) {
    nodes.forget(node.id());
  }
}
