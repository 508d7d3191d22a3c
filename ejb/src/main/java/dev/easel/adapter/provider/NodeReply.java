package dev.easel.adapter.provider;

import java.nio.charset.StandardCharsets;

/** A whole answer of a node. */
public final class NodeReply {

  private final int status;
  private final byte[] body;

  public NodeReply(int status, byte[] body) {
    this.status = status;
    this.body = body;
  }

  public int status() {
    return status;
  }

  /** Not copied: whoever asks owns it. */
  public byte[] body() {
    return body;
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public boolean isOk() {
    return status == 200;
  }
}
