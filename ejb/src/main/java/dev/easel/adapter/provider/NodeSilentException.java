package dev.easel.adapter.provider;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;

/** A node gave no usable answer: it is down, too slow, or said too much. */
public class NodeSilentException extends Exception {

  private final boolean mayHaveArrived;

  NodeSilentException(String message, Throwable cause, boolean mayHaveArrived) {
    super(message, cause);
    this.mayHaveArrived = mayHaveArrived;
  }

  /** An answer that makes no sense is as good as none. */
  public NodeSilentException(String message, int status) {
    this(message + " (status " + status + ")", null, true);
  }

  static NodeSilentException of(Throwable failure) {
    boolean neverSent =
        failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
    String detail = failure.getMessage() == null ? "" : ": " + failure.getMessage();
    return new NodeSilentException(
        failure.getClass().getSimpleName() + detail, failure, !neverSent);
  }

  /** False only if the request certainly never reached the node. */
  public boolean mayHaveArrived() {
    return mayHaveArrived;
  }
}
