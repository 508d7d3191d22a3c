package dev.easel.domain.node;

/** Who gives nodes work tells what they have of it. */
public interface NodeWork {

  /** Jobs that are on the node by our books, of all servers. */
  int inFlight(String nodeId);
}
