package dev.easel.adapter.provider.sdcpp;

import dev.easel.adapter.provider.JobShelf;
import dev.easel.adapter.provider.NodeCalls;
import dev.easel.adapter.provider.NodeHttp;
import dev.easel.adapter.provider.NodeJson;
import dev.easel.adapter.provider.NodeReply;
import dev.easel.adapter.provider.NodeSilentException;
import dev.easel.adapter.provider.WireHarvest;
import dev.easel.domain.asset.BlobStore.StorageException;
import dev.easel.domain.asset.ImageCodec;
import dev.easel.domain.provider.JobFault;
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
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Renders on nodes of stable-diffusion.cpp. The node's id of a job is kept on the shelf: with it
 * any server finds the job again. A job whose id did not reach us is lost, and costs the node time.
 */
@ApplicationScoped
public class SdcppProvider implements JobProvider {

  static final String ADAPTER = "sdcpp";

  private static final Logger LOG = Logger.getLogger(SdcppProvider.class.getName());
  private static final String REMOTE_ID = "remote-id";

  @Inject NodeHttp http;
  @Inject JobShelf shelf;
  @Inject ImageCodec codec;

  private SdcppClient client;
  private WireHarvest harvest;

  @PostConstruct
  void start() {
    client = new SdcppClient(http);
    harvest = new WireHarvest(codec, SdcppBody.WORDS);
  }

  @Override
  public String adapter() {
    return ADAPTER;
  }

  @Override
  public SubmitOutcome submit(NodeTarget node, PreparedJob job, String upstreamId) {
    try {
      NodeReply asked = client.capabilities(node, NodeCalls.ASK);
      if (!asked.isOk()) {
        return SdcppRefusal.of(asked);
      }
      if (!SdcppInspector.serves(asked, job.order().upstreamModel())) {
        return new SubmitOutcome.Rejected(
            JobFault.of(JobFault.Kind.MODEL_MISSING, "The node was started with another model"));
      }
    } catch (NodeSilentException e) {
      return new SubmitOutcome.Unreachable(e.getMessage(), false);
    }
    return send(node, job.order(), upstreamId);
  }

  private SubmitOutcome send(NodeTarget node, RenderOrder order, String upstreamId) {
    try {
      NodeReply reply = client.submit(node, SdcppBody.of(order));
      if (reply.status() != 202) {
        return SdcppRefusal.of(reply);
      }
      String remoteId = NodeJson.parse(reply.text()).map(j -> NodeJson.string(j, "id")).orElse("");
      return remoteId.matches("[A-Za-z0-9_-]{1,100}")
          ? kept(node, upstreamId, remoteId)
          : new SubmitOutcome.Unreachable("No sense in the answer of the node", true);
    } catch (NodeSilentException e) {
      return new SubmitOutcome.Unreachable(e.getMessage(), e.mayHaveArrived());
    }
  }

  private SubmitOutcome kept(NodeTarget node, String upstreamId, String remoteId) {
    try {
      shelf.put(upstreamId, REMOTE_ID, remoteId);
      return new SubmitOutcome.Accepted(0);
    } catch (StorageException e) {
      LOG.log(Level.SEVERE, e, () -> "The id of " + upstreamId + " could not be kept");
      takeOff(node, remoteId);
      return new SubmitOutcome.Unreachable("The id of the job could not be kept", false);
    }
  }

  @Override
  public Observation observe(NodeTarget node, String upstreamId) {
    Optional<String> remoteId = shelf.read(upstreamId, REMOTE_ID);
    if (remoteId.isEmpty()) {
      return new Observation.Unknown(true); // it never came that far, or nobody can find it
    }
    try {
      NodeReply reply = client.job(node, remoteId.get());
      return switch (reply.status()) {
        case 200 -> told(reply);
        case 404, 410 -> new Observation.Unknown(true); // it had it: so it began anew, or let it go
        case 401, 403 -> new Observation.Failed(SdcppRefusal.fault(reply));
        default -> new Observation.Unreachable("The node answered " + reply.status());
      };
    } catch (NodeSilentException e) {
      return new Observation.Unreachable(e.getMessage());
    }
  }

  private static Observation told(NodeReply reply) {
    Optional<JsonObject> json = NodeJson.parse(reply.text());
    return json.isPresent()
        ? new SdcppJob(json.get()).observation()
        : new Observation.Unreachable("No sense in the answer of the node");
  }

  @Override
  public RenderOutcome fetch(
      NodeTarget node, RenderOrder order, String upstreamId, RenderListener listener) {
    Optional<String> remoteId = shelf.read(upstreamId, REMOTE_ID);
    if (remoteId.isEmpty()) {
      return WireHarvest.lost("The node's id of the job is lost");
    }
    try {
      NodeReply reply = client.job(node, remoteId.get());
      Optional<JsonObject> json = reply.isOk() ? NodeJson.parse(reply.text()) : Optional.empty();
      if (json.isEmpty()) {
        return WireHarvest.lost("The node has forgotten the job");
      }
      RenderOutcome outcome =
          harvest.deliver(order, new SdcppJob(json.get()).images(order.seed()), listener);
      shelf.fetched(upstreamId);
      return outcome;
    } catch (NodeSilentException e) {
      return WireHarvest.lost(e.getMessage());
    }
  }

  /** Takes it out of the queue; once it renders, it renders to its end. */
  @Override
  public void cancel(NodeTarget node, String upstreamId) {
    shelf.read(upstreamId, REMOTE_ID).ifPresent(remoteId -> takeOff(node, remoteId));
  }

  private void takeOff(NodeTarget node, String remoteId) {
    try {
      NodeReply reply = client.cancel(node, remoteId);
      LOG.fine(() -> node + " answered " + reply.status() + " to cancelling " + remoteId);
    } catch (NodeSilentException e) {
      LOG.log(Level.WARNING, e, () -> remoteId + " could not be cancelled on " + node);
    }
  }

  /** The API has no events. */
  @Override
  public JobWatch listen(
      NodeTarget node, String upstreamId, boolean previews, JobListener listener) {
    return () -> {};
  }

  @Override
  public void forget(NodeTarget node) {
    // Nothing is open between two requests.
  }
}
