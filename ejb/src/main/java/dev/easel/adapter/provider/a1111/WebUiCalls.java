package dev.easel.adapter.provider.a1111;

import dev.easel.adapter.provider.JobShelf;
import dev.easel.adapter.provider.NodeCalls;
import dev.easel.adapter.provider.NodeJson;
import dev.easel.adapter.provider.NodeReply;
import dev.easel.adapter.provider.NodeSilentException;
import dev.easel.domain.asset.BlobStore.StorageException;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.SubmitOutcome;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes the calls, and lays what comes back on the shelf, where every server finds it. */
final class WebUiCalls {

  /** On the shelf from the moment the call is made; holds the checkpoint that was asked for. */
  static final String SENT = "sent";

  /** On the shelf when an answer came; followed by its status. */
  static final String REPLY = "reply-";

  static final String GOOD_REPLY = REPLY + "200";

  /** On the shelf when the picture was stopped half-way, by us or by others. */
  static final String INTERRUPTED = "interrupted";

  /** On the shelf when the connection broke: what the node makes will reach nobody. */
  static final String BROKEN = "broken";

  private static final Logger LOG = Logger.getLogger(WebUiCalls.class.getName());

  private final WebUiClient client;
  private final JobShelf shelf;
  private final OpenCalls open;

  WebUiCalls(WebUiClient client, JobShelf shelf, OpenCalls open) {
    this.client = client;
    this.shelf = shelf;
    this.open = open;
  }

  SubmitOutcome begin(NodeTarget node, RenderOrder order, String upstreamId) {
    Optional<OpenCalls.Call> call = open.open(node.id(), upstreamId);
    if (call.isEmpty()) {
      return new SubmitOutcome.Unreachable("The node still has what it was given before", false);
    }
    JsonObject body = WebUiBody.of(order, upstreamId);
    try {
      shelf.put(upstreamId, SENT, order.upstreamModel());
    } catch (StorageException e) {
      LOG.log(Level.SEVERE, e, () -> "Nothing can be kept of " + upstreamId);
      open.ended(upstreamId);
      return new SubmitOutcome.Unreachable("The job could not be noted down", false);
    }
    var unused =
        client
            .render(node, order.initImage().isPresent(), body)
            .whenComplete((reply, failure) -> ended(node, upstreamId, call.get(), reply, failure));
    return new SubmitOutcome.Accepted(0);
  }

  /** On a thread of the HTTP client; whoever looks finds it open, or what came of it. */
  private void ended(
      NodeTarget node, String upstreamId, OpenCalls.Call call, NodeReply reply, Throwable failure) {
    try {
      if (failure != null) {
        LOG.info(() -> node + " broke off " + upstreamId + ": " + failure);
        shelf.put(upstreamId, BROKEN, "");
      } else if (call.isCancelled() || reply.isOk() && wasInterrupted(node)) {
        shelf.put(upstreamId, INTERRUPTED, "");
      } else {
        shelf.put(upstreamId, REPLY + reply.status(), reply.body());
      }
    } catch (StorageException e) {
      LOG.log(Level.SEVERE, e, () -> "What " + node + " made of " + upstreamId + " is lost");
    } finally {
      open.ended(upstreamId);
    }
  }

  /**
   * A picture that was stopped comes as if it were finished; only the state tells, until the next.
   */
  private boolean wasInterrupted(NodeTarget node) {
    try {
      NodeReply reply = client.state(node, NodeCalls.ASK);
      return NodeJson.parse(reply.text())
          .map(json -> NodeJson.child(json, "state").get("interrupted") == JsonValue.TRUE)
          .orElse(false);
    } catch (NodeSilentException e) {
      LOG.log(Level.FINE, e, () -> node + " does not tell whether it was interrupted");
      return false;
    }
  }
}
