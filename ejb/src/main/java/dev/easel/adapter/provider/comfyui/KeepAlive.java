package dev.easel.adapter.provider.comfyui;

import java.time.Duration;

/**
 * How a dead peer is noticed. The JDK's socket does not always tell of an end that comes right
 * after the handshake, and no socket tells of a peer that is gone without a word.
 *
 * @param ping how often the peer is asked
 * @param silence after how long without any answer it is given up
 */
record KeepAlive(Duration ping, Duration silence) {

  /** An event loop that loads a model may be deaf for seconds; a new socket is cheap. */
  static final KeepAlive USUAL = new KeepAlive(Duration.ofSeconds(5), Duration.ofSeconds(20));
}
