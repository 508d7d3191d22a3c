package dev.easel.domain.vision;

/** Tells whether there is memory for libraries and networks, which live outside the heap. */
@FunctionalInterface
public interface Headroom {

  /** Whether one more may be loaded that nobody has asked for. */
  boolean isEnough();
}
