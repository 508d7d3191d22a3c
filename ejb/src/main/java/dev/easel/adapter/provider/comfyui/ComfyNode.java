package dev.easel.adapter.provider.comfyui;

import dev.easel.adapter.provider.NodeSilentException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What this server keeps of one node: the socket, and what it learned about the process. */
final class ComfyNode {

  /** A node may be upgraded under us. */
  private static final Duration BELIEVED = Duration.ofMinutes(10);

  private final ComfySocket socket;
  private final NodeMemory memory = new NodeMemory();
  private boolean jobs;
  private Instant askAgainAt = Instant.MIN;

  ComfyNode(ComfySocket socket) {
    this.socket = socket;
  }

  ComfySocket socket() {
    return socket;
  }

  NodeMemory memory() {
    return memory;
  }

  /** Whether the node has the API of jobs. */
  synchronized boolean hasJobs(ComfyClient client, Clock clock) throws NodeSilentException {
    if (clock.instant().isAfter(askAgainAt)) {
      jobs = client.hasJobs(socket.node());
      askAgainAt = clock.instant().plus(BELIEVED);
    }
    return jobs;
  }
}
