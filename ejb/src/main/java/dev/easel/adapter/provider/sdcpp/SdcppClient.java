package dev.easel.adapter.provider.sdcpp;

import dev.easel.adapter.provider.NodeCalls;
import dev.easel.adapter.provider.NodeHttp;
import dev.easel.adapter.provider.NodeJson;
import dev.easel.adapter.provider.NodeReply;
import dev.easel.adapter.provider.NodeSilentException;
import dev.easel.domain.provider.NodeTarget;
import jakarta.json.JsonObject;
import java.time.Duration;

/** The requests that the server knows. */
final class SdcppClient {

  private static final String BASE = "/sdcpp/v1/";

  private final NodeCalls calls;

  SdcppClient(NodeHttp http) {
    calls = new NodeCalls(http);
  }

  NodeReply capabilities(NodeTarget node, Duration within) throws NodeSilentException {
    return calls.get(node, BASE + "capabilities", within, NodeCalls.SMALL);
  }

  NodeReply submit(NodeTarget node, JsonObject body) throws NodeSilentException {
    return calls.post(node, BASE + "img_gen", body, NodeCalls.TRANSFER, NodeCalls.SMALL);
  }

  /** With the images in it once it is completed. */
  NodeReply job(NodeTarget node, String remoteId) throws NodeSilentException {
    return calls.get(node, BASE + "jobs/" + remoteId, NodeCalls.TRANSFER, NodeCalls.LARGE);
  }

  NodeReply cancel(NodeTarget node, String remoteId) throws NodeSilentException {
    JsonObject nothing = NodeJson.object().build();
    String path = BASE + "jobs/" + remoteId + "/cancel";
    return calls.post(node, path, nothing, NodeCalls.ASK, NodeCalls.SMALL);
  }
}
