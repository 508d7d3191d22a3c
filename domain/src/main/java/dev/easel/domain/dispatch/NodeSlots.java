package dev.easel.domain.dispatch;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Places on nodes and who has them. All but the counts take part in the caller's transaction. */
public interface NodeSlots {

  /** Makes the row that {@link #lock} locks; in a transaction of its own. */
  void open(String nodeId);

  /**
   * Keeps others from giving places of the node away until the transaction ends.
   *
   * @return false if the node was never opened
   */
  boolean lock(String nodeId);

  /** How many places of the node are taken. */
  int taken(String nodeId);

  /** How many places are taken, by node; nodes without any are left out. */
  Map<String, Integer> taken();

  void take(String nodeId, String generationId, String modelId, Instant now);

  /** The node a generation was given a place on. */
  Optional<String> nodeOf(String generationId);

  /** Gives the place back, if there is one. */
  void free(String generationId);

  /**
   * Gives back what generations hold that have ended.
   *
   * @return how many places
   */
  int freeEnded();
}
