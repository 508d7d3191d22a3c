package dev.easel.adapter.provider.a1111;

import dev.easel.adapter.provider.NodeCalls;
import dev.easel.adapter.provider.NodeHttp;
import dev.easel.adapter.provider.NodeJson;
import dev.easel.adapter.provider.NodeReply;
import dev.easel.adapter.provider.NodeSilentException;
import dev.easel.domain.provider.NodeTarget;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The requests that the web UI knows. */
final class WebUiClient {

  /** Longer than any job is waited for. */
  private static final Duration LONGEST = Duration.ofMinutes(95);

  private final NodeCalls calls;

  WebUiClient(NodeHttp http) {
    calls = new NodeCalls(http);
  }

  /** What the node does at the moment, whoever asked for it. */
  NodeReply state(NodeTarget node, Duration within) throws NodeSilentException {
    return get(node, "/sdapi/v1/progress?skip_current_image=true", within);
  }

  /** A list or object that tells of the node. */
  NodeReply ask(NodeTarget node, String what) throws NodeSilentException {
    return get(node, "/sdapi/v1/" + what, NodeCalls.ASK);
  }

  /**
   * How one job stands. Not there if the web UI was left out ({@code --nowebui}).
   *
   * @param lastPreview the last one that is known, so that it is not sent again; -1 for none
   */
  NodeReply progress(NodeTarget node, String taskId, boolean preview, int lastPreview)
      throws NodeSilentException {
    JsonObject body =
        NodeJson.object()
            .add("id_task", taskId)
            .add("id_live_preview", lastPreview)
            .add("live_preview", preview)
            .build();
    return calls.post(node, "/internal/progress", body, NodeCalls.ASK, NodeCalls.LARGE);
  }

  /** Begins the picture; the answer is the picture. */
  CompletableFuture<NodeReply> render(NodeTarget node, boolean fromImage, JsonObject body) {
    String path = fromImage ? "/sdapi/v1/img2img" : "/sdapi/v1/txt2img";
    return calls.begin(node, path, body, LONGEST, NodeCalls.LARGE);
  }

  /** Stops whatever runs. */
  NodeReply interrupt(NodeTarget node) throws NodeSilentException {
    JsonObject nothing = NodeJson.object().build();
    return calls.post(node, "/sdapi/v1/interrupt", nothing, NodeCalls.ASK, NodeCalls.SMALL);
  }

  private NodeReply get(NodeTarget node, String path, Duration within) throws NodeSilentException {
    return calls.get(node, path, within, NodeCalls.SMALL);
  }
}
