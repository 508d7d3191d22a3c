package dev.easel.adapter.provider.a1111;

import dev.easel.adapter.provider.JobShelf;
import dev.easel.adapter.provider.NodeCalls;
import dev.easel.adapter.provider.NodeHttp;
import dev.easel.adapter.provider.NodeJson;
import dev.easel.adapter.provider.NodeReply;
import dev.easel.adapter.provider.NodeSilentException;
import dev.easel.adapter.provider.WireHarvest;
import dev.easel.adapter.provider.WireImages;
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
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Renders on AUTOMATIC1111 and Forge. The call that makes a picture is held open by this server,
 * without a thread; its answer goes to the shelf. If this server dies meanwhile, the picture is
 * lost: while the node still makes it, it is waited for, since the node could do nothing else.
 */
@ApplicationScoped
public class A1111Provider implements JobProvider {

  static final String ADAPTER = "a1111";

  private static final Logger LOG = Logger.getLogger(A1111Provider.class.getName());

  @Inject NodeHttp http;
  @Inject JobShelf shelf;
  @Inject ImageCodec codec;
  @Inject Clock clock;

  private final OpenCalls open = new OpenCalls();
  private WebUiClient client;
  private WebUiCalls calls;
  private WireHarvest harvest;
  private Patience patience;

  @PostConstruct
  void start() {
    client = new WebUiClient(http);
    calls = new WebUiCalls(client, shelf, open);
    harvest = new WireHarvest(codec, WebUiBody.WORDS);
    patience = new Patience(clock);
  }

  @Override
  public String adapter() {
    return ADAPTER;
  }

  @Override
  public SubmitOutcome submit(NodeTarget node, PreparedJob job, String upstreamId) {
    try {
      // The call itself would tell only at its end.
      NodeReply reply = client.state(node, NodeCalls.ASK);
      if (!reply.isOk()) {
        return new SubmitOutcome.Rejected(WebUiVerdict.of(reply.status(), reply.text()));
      }
    } catch (NodeSilentException e) {
      return new SubmitOutcome.Unreachable(e.getMessage(), false);
    }
    return calls.begin(node, job.order(), upstreamId);
  }

  @Override
  public Observation observe(NodeTarget node, String upstreamId) {
    boolean waiting = open.isOpen(upstreamId); // before the shelf: it is laid down, then closed
    Set<String> kept = shelf.names(upstreamId);
    if (kept.contains(WebUiCalls.INTERRUPTED)) {
      return new Observation.Interrupted();
    }
    Optional<String> reply =
        kept.stream().filter(name -> name.startsWith(WebUiCalls.REPLY)).findFirst();
    if (reply.isPresent()) {
      return answered(upstreamId, reply.get());
    }
    if (!waiting && !kept.contains(WebUiCalls.SENT)) {
      return new Observation.Unknown(true);
    }
    return unanswered(node, upstreamId, waiting, kept.contains(WebUiCalls.BROKEN));
  }

  private Observation answered(String upstreamId, String name) {
    patience.seen(upstreamId);
    String text = shelf.read(upstreamId, name).orElse("");
    return name.equals(WebUiCalls.GOOD_REPLY)
        ? new WebUiAnswer(text).observation(shelf.read(upstreamId, WebUiCalls.SENT).orElse(""))
        : new Observation.Failed(
            WebUiVerdict.of(Integer.parseInt(name.substring(WebUiCalls.REPLY.length())), text));
  }

  private Observation unanswered(
      NodeTarget node, String upstreamId, boolean waiting, boolean broken) {
    try {
      TaskState task = task(node, upstreamId);
      if (broken) {
        return new Observation.Unknown(true);
      }
      if (task.active() || task.queued() || waiting) {
        patience.seen(upstreamId);
        return task.queued() ? new Observation.Queued(1) : new Observation.Running(task.progress());
      }
      return patience.lasts(upstreamId)
          ? new Observation.Running(0)
          : new Observation.Unknown(true);
    } catch (NodeSilentException e) {
      return new Observation.Unreachable(e.getMessage());
    }
  }

  /** Shows a preview on the way, if one is wanted. */
  private TaskState task(NodeTarget node, String upstreamId) throws NodeSilentException {
    Optional<OpenCalls.Ear> ear = open.ear(upstreamId).filter(OpenCalls.Ear::wantsPreviews);
    int last = ear.map(OpenCalls.Ear::lastPreview).orElse(-1);
    NodeReply reply = client.progress(node, upstreamId, ear.isPresent(), last);
    if (reply.status() >= 500) {
      throw new NodeSilentException("No sense in the answer about the job", reply.status());
    }
    TaskState task =
        (reply.isOk()
                ? NodeJson.parse(reply.text()).map(TaskState::of)
                : Optional.<TaskState>empty())
            .orElse(TaskState.NONE);
    if (ear.isPresent() && !task.preview().isEmpty()) {
      ear.get().shown(task.previewId());
      WireImages.read(task.preview(), codec)
          .ifPresent(image -> ear.get().listener().preview(0, image));
    }
    return task;
  }

  @Override
  public RenderOutcome fetch(
      NodeTarget node, RenderOrder order, String upstreamId, RenderListener listener) {
    Optional<String> text = shelf.read(upstreamId, WebUiCalls.GOOD_REPLY);
    if (text.isEmpty()) {
      return WireHarvest.lost("The answer of the node is lost");
    }
    RenderOutcome outcome =
        harvest.deliver(order, new WebUiAnswer(text.get()).images(WebUiBody.seed(order)), listener);
    shelf.fetched(upstreamId);
    return outcome;
  }

  /** Stops what runs if that is the job; one that waits cannot be taken off the node. */
  @Override
  public void cancel(NodeTarget node, String upstreamId) {
    try {
      if (task(node, upstreamId).active()) {
        open.cancelled(upstreamId);
        NodeReply reply = client.interrupt(node);
        LOG.fine(() -> node + " answered " + reply.status() + " to the interrupt");
      }
    } catch (NodeSilentException e) {
      LOG.log(Level.WARNING, e, () -> upstreamId + " could not be cancelled on " + node);
    }
  }

  @Override
  public JobWatch listen(
      NodeTarget node, String upstreamId, boolean previews, JobListener listener) {
    return open.listen(upstreamId, previews, listener);
  }

  /** Calls that are open end by themselves, and so do their jobs. */
  @Override
  public void forget(NodeTarget node) {
    LOG.fine(() -> "Calls to " + node + " are left to end");
  }
}
