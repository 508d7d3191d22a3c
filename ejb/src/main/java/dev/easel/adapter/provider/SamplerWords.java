package dev.easel.adapter.provider;

import dev.easel.domain.workflow.SamplerName;
import java.util.Map;
import java.util.Optional;

/**
 * How a kind of node calls ways of sampling.
 *
 * @param samplers its words by ours
 * @param schedulers its words by ours
 */
public record SamplerWords(Map<String, String> samplers, Map<String, String> schedulers) {

  public SamplerWords {
    samplers = Map.copyOf(samplers);
    schedulers = Map.copyOf(schedulers);
  }

  /** Empty for the node's own. */
  public Optional<String> sampler(String wanted) {
    return SamplerName.parse(wanted).flatMap(SamplerName::sampler).map(samplers::get);
  }

  /** Empty for the node's own. */
  public Optional<String> scheduler(String wanted) {
    return SamplerName.parse(wanted).flatMap(SamplerName::scheduler).map(schedulers::get);
  }

  /** Whether a node of the kind does something about what is wanted. */
  public boolean knows(String wanted) {
    return wanted.isBlank() || sampler(wanted).isPresent() || scheduler(wanted).isPresent();
  }
}
