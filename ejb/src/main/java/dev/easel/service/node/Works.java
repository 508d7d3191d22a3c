package dev.easel.service.node;

import dev.easel.domain.node.NodeWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** All who give nodes work, asked as one. */
@ApplicationScoped
public class Works {

  @Inject @Any Instance<NodeWork> all;

  public int inFlight(String nodeId) {
    int jobs = 0;
    for (NodeWork work : all) {
      jobs += work.inFlight(nodeId);
    }
    return jobs;
  }
}
