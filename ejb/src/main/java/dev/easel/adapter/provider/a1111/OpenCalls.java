package dev.easel.adapter.provider.a1111;

import dev.easel.domain.provider.JobListener;
import dev.easel.domain.provider.JobWatch;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The calls of this server that are not answered yet, and who listens to the jobs behind them. */
final class OpenCalls {

  /** One that runs, and one that was given up but cannot be taken back. */
  private static final int MOST_PER_NODE = 2;

  private final Map<String, Call> calls = new ConcurrentHashMap<>();
  private final Map<String, Ear> ears = new ConcurrentHashMap<>();

  /** One call. */
  static final class Call {
    private final String nodeId;
    private volatile boolean cancelled;

    private Call(String nodeId) {
      this.nodeId = nodeId;
    }

    boolean isCancelled() {
      return cancelled;
    }
  }

  /** Who listens to a job. */
  static final class Ear {
    private final JobListener listener;
    private final boolean previews;
    private int lastPreview = -1;

    private Ear(JobListener listener, boolean previews) {
      this.listener = listener;
      this.previews = previews;
    }

    JobListener listener() {
      return listener;
    }

    boolean wantsPreviews() {
      return previews;
    }

    synchronized int lastPreview() {
      return lastPreview;
    }

    synchronized void shown(int previewId) {
      lastPreview = previewId;
    }
  }

  /** Empty if the node has its fill. */
  synchronized Optional<Call> open(String nodeId, String upstreamId) {
    long there = calls.values().stream().filter(call -> call.nodeId.equals(nodeId)).count();
    if (there >= MOST_PER_NODE || calls.containsKey(upstreamId)) {
      return Optional.empty();
    }
    Call call = new Call(nodeId);
    calls.put(upstreamId, call);
    return Optional.of(call);
  }

  boolean isOpen(String upstreamId) {
    return calls.containsKey(upstreamId);
  }

  void cancelled(String upstreamId) {
    Call call = calls.get(upstreamId);
    if (call != null) {
      call.cancelled = true;
    }
  }

  void ended(String upstreamId) {
    calls.remove(upstreamId);
    ear(upstreamId).ifPresent(ear -> ear.listener.look());
  }

  Optional<Ear> ear(String upstreamId) {
    return Optional.ofNullable(ears.get(upstreamId));
  }

  JobWatch listen(String upstreamId, boolean previews, JobListener listener) {
    Ear ear = new Ear(listener, previews);
    ears.put(upstreamId, ear);
    return () -> ears.remove(upstreamId, ear);
  }
}
