package dev.easel.domain.provider;

import java.net.URI;
import java.util.Map;

/**
 * What an adapter needs to talk to one rendering node.
 *
 * @param id whose node it is in our books; connections and what is known of a node are kept by it
 * @param name for logs and operators
 * @param kind the adapter that speaks its language, such as {@code comfyui}
 * @param baseUri where its API begins, with or without a final slash
 * @param headers sent with every request, handshakes of sockets included; may carry secrets
 * @param tlsIdentity the client certificate to show, by its name in the operator's store; empty for
 *     none
 */
public record NodeTarget(
    String id,
    String name,
    String kind,
    URI baseUri,
    Map<String, String> headers,
    String tlsIdentity) {

  public NodeTarget {
    headers = Map.copyOf(headers);
  }

  /**
   * The address of a resource of the node.
   *
   * @param pathAndQuery begins with a slash and is encoded
   */
  public URI at(String pathAndQuery) {
    String base = baseUri.toString();
    return URI.create(
        (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + pathAndQuery);
  }

  /** Without the headers, which logs must not show. */
  @Override
  public String toString() {
    return name + " (" + id + ")";
  }
}
