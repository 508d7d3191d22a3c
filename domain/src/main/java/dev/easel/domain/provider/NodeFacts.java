package dev.easel.domain.provider;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a node can do, as it says itself.
 *
 * @param version of its software; empty if it does not say
 * @param devices what it computes on
 * @param models file names by kind of model, such as {@code checkpoints}, {@code loras}
 * @param nodeClasses building blocks that workflows may use; empty for nodes without workflows
 * @param samplers names of samplers
 * @param schedulers names of noise schedules
 */
public record NodeFacts(
    String version,
    List<Device> devices,
    Map<String, Set<String>> models,
    Set<String> nodeClasses,
    Set<String> samplers,
    Set<String> schedulers) {

  public NodeFacts {
    devices = List.copyOf(devices);
    models = Map.copyOf(models);
    nodeClasses = Set.copyOf(nodeClasses);
    samplers = Set.copyOf(samplers);
    schedulers = Set.copyOf(schedulers);
  }

  /**
   * @param type {@code cuda}, {@code cpu}, {@code mps} …
   * @param memory bytes in all; of a CPU, that is the RAM
   * @param free bytes
   */
  public record Device(String name, String type, long memory, long free) {}
}
