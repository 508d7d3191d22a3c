package dev.easel.adapter.provider.comfyui;

import dev.easel.adapter.provider.NodeJson;
import dev.easel.adapter.provider.NodeReply;
import dev.easel.adapter.provider.NodeSilentException;
import dev.easel.adapter.provider.WireImages;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.JobFault.Kind;
import dev.easel.domain.provider.JobFile;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.provider.PreparedJob;
import dev.easel.domain.provider.SubmitOutcome;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;

/** Brings a job onto a node: the files, then the graph that names them. */
final class Submission {

  private static final Logger LOG = Logger.getLogger(Submission.class.getName());

  private final ComfyClient client;

  Submission(ComfyClient client) {
    this.client = client;
  }

  /**
   * @param remains whether the node runs part of what it did not accept, and must be stopped
   */
  record Result(SubmitOutcome outcome, boolean remains) {}

  /** A file that did not get onto the node. */
  private static final class UploadException extends Exception {
    private final SubmitOutcome outcome;

    UploadException(SubmitOutcome outcome) {
      super("Upload failed", null, false, false);
      this.outcome = outcome;
    }
  }

  /**
   * @param given the job's workflow
   */
  Result send(
      NodeTarget node, PreparedJob job, ComfyGraph given, String upstreamId, String clientId) {
    try {
      Result result = sendOnce(node, job, given, upstreamId, clientId);
      // What was sent a moment ago may have gone with a restart in between.
      return result.outcome() instanceof SubmitOutcome.Rejected rejected
              && rejected.fault().kind() == Kind.INVALID_IMAGE
              && !job.files().isEmpty()
              && !result.remains()
          ? sendOnce(node, job, given, upstreamId, clientId)
          : result;
    } catch (UploadException e) {
      return new Result(e.outcome, false);
    }
  }

  private Result sendOnce(
      NodeTarget node, PreparedJob job, ComfyGraph given, String upstreamId, String clientId)
      throws UploadException {
    ComfyGraph graph = given.ownedBy(upstreamId, uploaded(node, job, upstreamId));
    try {
      NodeReply reply =
          client.submit(node, body(graph, job.order().previews() > 0, upstreamId, clientId));
      SubmitVerdict verdict = new SubmitVerdict(reply);
      SubmitOutcome outcome = verdict.outcome();
      if (outcome instanceof SubmitOutcome.Rejected) {
        LOG.warning(() -> node + " rejected " + upstreamId + ": " + verdict.details());
      }
      return new Result(outcome, verdict.runsInPart());
    } catch (NodeSilentException e) {
      return new Result(new SubmitOutcome.Unreachable(e.getMessage(), e.mayHaveArrived()), false);
    }
  }

  private static JsonObject body(
      ComfyGraph graph, boolean previews, String upstreamId, String clientId) {
    return NodeJson.object()
        .add("prompt", graph.json())
        .add("client_id", clientId)
        .add("prompt_id", upstreamId)
        .add("extra_data", NodeJson.object().add("preview_method", previews ? "auto" : "none"))
        .build();
  }

  private Map<String, String> uploaded(NodeTarget node, PreparedJob job, String upstreamId)
      throws UploadException {
    Map<String, String> names = new HashMap<>();
    for (JobFile file : job.files()) {
      names.put(file.name(), upload(node, file, upstreamId + "-" + file.name()));
    }
    return names;
  }

  private String upload(NodeTarget node, JobFile file, String filename) throws UploadException {
    NodeReply reply;
    try {
      reply = client.upload(node, filename, WireImages.png(file.pixels()));
    } catch (NodeSilentException e) {
      throw new UploadException(new SubmitOutcome.Unreachable(e.getMessage(), false));
    }
    Optional<JsonObject> answer = reply.isOk() ? NodeJson.parse(reply.text()) : Optional.empty();
    return answer
        .map(OutputFiles::loaderValue)
        .orElseThrow(() -> new UploadException(refused(reply.status())));
  }

  private static SubmitOutcome refused(int status) {
    JobFault fault =
        switch (status) {
          case 401, 403 ->
              JobFault.of(Kind.ACCESS_DENIED, "The node does not accept our credentials");
          case 413 ->
              JobFault.of(Kind.CAPABILITY_MISSING, "The image is larger than the node takes");
          case 400 -> JobFault.of(Kind.INVALID_IMAGE, "The node does not take the input image");
          default -> JobFault.of(Kind.NODE_FAILED, "The node failed with status " + status);
        };
    return new SubmitOutcome.Rejected(fault);
  }
}
