package dev.easel.domain.provider;

/** Whether a node answers. */
public sealed interface NodePulse {

  /**
   * @param jobs running and queued on it, others' included
   */
  record Alive(int jobs) implements NodePulse {}

  record Silent(String reason) implements NodePulse {}
}
