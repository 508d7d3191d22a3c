package dev.easel.service.generation;

import dev.easel.domain.generation.Attempt;
import dev.easel.domain.generation.Generation;

/** A generation whose present attempt was given to a node. */
record OpenJob(Generation generation, Attempt attempt) {

  String id() {
    return generation.id();
  }

  String nodeId() {
    return attempt.nodeId().orElseThrow();
  }

  String jobId() {
    return attempt.jobId().orElseThrow();
  }
}
