package dev.easel.adapter.provider;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

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
    return new NodeSilentException(words(failure), failure, !neverSent);
  }

  /**
   * For operators, who read it on the node's page: what they can do something about comes first.
   */
  private static String words(Throwable failure) {
    if (failure instanceof HttpConnectTimeoutException) {
      return "It did not take the connection in time";
    }
    if (failure instanceof ConnectException) {
      return failure.getCause() instanceof UnresolvedAddressException
          ? "Its name is not known here"
          : "Nothing takes connections at its address";
    }
    if (failure instanceof HttpTimeoutException) {
      return "It did not answer in time";
    }
    if (failure instanceof SSLException) {
      return "No secure connection" + detail(failure);
    }
    return "The connection broke" + detail(failure);
  }

  private static String detail(Throwable failure) {
    return failure.getMessage() == null ? "" : ": " + failure.getMessage();
  }

  /** False only if the request certainly never reached the node. */
  public boolean mayHaveArrived() {
    return mayHaveArrived;
  }
}
