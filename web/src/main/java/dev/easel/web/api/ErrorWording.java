package dev.easel.web.api;

import dev.easel.web.error.Refusal;

/** One dialect's way to word refusals; a CDI bean each. */
public interface ErrorWording {

  /** Whether requests to this path get their errors from here. */
  boolean speaksFor(String path);

  WireError word(Refusal refusal, String requestId);

  /**
   * For dialects whose errors bear addresses.
   *
   * @param base scheme, host and port as the client sees them
   */
  default WireError word(Refusal refusal, String requestId, String base) {
    return word(refusal, requestId);
  }
}
