package dev.easel.adapter.provider;

import dev.easel.domain.provider.NodeTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HTTP to rendering nodes. An answer has a size it may not exceed and a time in which all of it
 * must have come: a node that trickles is as silent as one that is down. No {@code Origin} is sent
 * and no redirect is followed.
 */
@ApplicationScoped
public class NodeHttp {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  @Inject NodeIdentities identities;

  /** One for all nodes without a certificate, and one per certificate. */
  private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();

  /**
   * @throws IllegalArgumentException if the node's TLS identity cannot be used
   */
  public HttpClient client(NodeTarget node) {
    return clients.computeIfAbsent(node.tlsIdentity(), this::made);
  }

  private HttpClient made(String identity) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT);
    return (identity.isEmpty() ? builder : builder.sslContext(identities.context(identity)))
        .build();
  }

  /** A request with the node's headers. */
  public HttpRequest.Builder request(NodeTarget node, String pathAndQuery) {
    HttpRequest.Builder request = HttpRequest.newBuilder(node.at(pathAndQuery));
    node.headers().forEach(request::setHeader);
    return request;
  }

  /**
   * Sends and does not wait: for calls that take minutes. No thread is held meanwhile.
   *
   * @param within from now to the last byte
   * @return fails if the node is silent or says too much; then the connection is given up
   */
  public CompletableFuture<NodeReply> begin(
      NodeTarget node, HttpRequest request, Duration within, int mostBytes) {
    CompletableFuture<NodeReply> answer;
    try {
      answer =
          client(node)
              .sendAsync(request, headers -> new CappedBody(mostBytes))
              .thenApply(reply -> new NodeReply(reply.statusCode(), reply.body()));
    } catch (IllegalArgumentException e) {
      return CompletableFuture.failedFuture(new NodeSilentException(e.getMessage(), e, false));
    }
    return answer
        .copy()
        .orTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((reply, failure) -> answer.cancel(true));
  }

  /**
   * Sends, and waits for the whole answer.
   *
   * @param within from now to the last byte
   * @param mostBytes of the body
   */
  public NodeReply send(NodeTarget node, HttpRequest request, Duration within, int mostBytes)
      throws NodeSilentException {
    CompletableFuture<HttpResponse<byte[]>> answer;
    try {
      answer = client(node).sendAsync(request, headers -> new CappedBody(mostBytes));
    } catch (IllegalArgumentException e) {
      throw new NodeSilentException(e.getMessage(), e, false);
    }
    try {
      HttpResponse<byte[]> reply = answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
      return new NodeReply(reply.statusCode(), reply.body());
    } catch (ExecutionException e) {
      throw NodeSilentException.of(e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new NodeSilentException("No answer within " + within.toSeconds() + " s", e, true);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NodeSilentException("Interrupted", e, true);
    }
  }
}
