package dev.easel.adapter.provider;

import dev.easel.domain.provider.NodeTarget;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Requests with JSON, short ones and one that takes as long as a picture does. */
public final class NodeCalls {

  public static final Duration PROBE = Duration.ofSeconds(3);
  public static final Duration ASK = Duration.ofSeconds(10);

  /** With images in it, either way. */
  public static final Duration TRANSFER = Duration.ofSeconds(120);

  public static final int SMALL = 1 << 20;

  /** Ten images of 25 MiB in base64 do not come; one server is not to be filled by one answer. */
  public static final int LARGE = 128 << 20;

  private final NodeHttp http;

  public NodeCalls(NodeHttp http) {
    this.http = http;
  }

  public NodeReply get(NodeTarget node, String path, Duration within, int mostBytes)
      throws NodeSilentException {
    return http.send(node, http.request(node, path).GET().build(), within, mostBytes);
  }

  public NodeReply post(
      NodeTarget node, String path, JsonObject body, Duration within, int mostBytes)
      throws NodeSilentException {
    return http.send(node, posted(node, path, body), within, mostBytes);
  }

  /** Sends and returns, as {@link NodeHttp#begin} does. */
  public CompletableFuture<NodeReply> begin(
      NodeTarget node, String path, JsonObject body, Duration within, int mostBytes) {
    return http.begin(node, posted(node, path, body), within, mostBytes);
  }

  private HttpRequest posted(NodeTarget node, String path, JsonObject body) {
    return http.request(node, path)
        .setHeader("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body.toString()))
        .build();
  }
}
