package dev.easel.adapter.provider.comfyui;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether a node has restarted since it was given a job. ComfyUI has no boot id; but it counts its
 * prompts from 0, so a count that goes backwards is another process.
 */
final class NodeMemory {

  /** More jobs than any node has at a time. */
  private static final int MOST = 1_000;

  private final Map<String, Integer> lifeOfJob =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > MOST;
        }
      };

  private int life;
  private long highestAccepted = -1;
  private long highestEnded = -1;

  synchronized void accepted(String upstreamId, long number) {
    if (number <= highestAccepted) {
      begunAnew();
    }
    highestAccepted = Math.max(highestAccepted, number);
    lifeOfJob.put(upstreamId, life);
  }

  /** Some entry of the node's history has this number. */
  synchronized void seenInHistory(long number) {
    highestEnded = Math.max(highestEnded, number);
  }

  /** The last entry of the node's history has this number. */
  synchronized void lastOfHistory(long number) {
    if (number < highestEnded) {
      begunAnew();
    }
    highestEnded = Math.max(highestEnded, number);
  }

  synchronized void historyIsEmpty() {
    if (highestEnded >= 0) {
      begunAnew();
    }
  }

  private void begunAnew() {
    life++;
    highestAccepted = -1;
    highestEnded = -1;
  }

  /** True also if that cannot be known, because another server or an earlier life sent the job. */
  synchronized boolean mayHaveRestartedSince(String upstreamId) {
    Integer then = lifeOfJob.get(upstreamId);
    return then == null || then != life;
  }
}
