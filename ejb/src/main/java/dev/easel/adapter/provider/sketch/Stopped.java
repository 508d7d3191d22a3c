package dev.easel.adapter.provider.sketch;

/** Leaves the depths of a layer when the order was cancelled; never leaves this package. */
final class Stopped extends RuntimeException {

  Stopped() {
    super(null, null, false, false);
  }
}
