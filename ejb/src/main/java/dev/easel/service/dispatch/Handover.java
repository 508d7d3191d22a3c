package dev.easel.service.dispatch;

import dev.easel.domain.dispatch.NodeSlots;
import dev.easel.domain.generation.Parked;
import dev.easel.service.generation.Slots;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** Gives one waiting generation a place on a node, in one transaction. */
@Stateless
public class Handover {

  @Inject NodeSlots places;
  @Inject Slots slots;
  @Inject Clock clock;

  /** Gives back the places of generations that have ended, if any were left. */
  public int sweep() {
    return places.freeEnded();
  }

  /**
   * @param most how many the node takes at once
   * @return false if it went elsewhere meanwhile, or there is no place for it any more
   */
  public boolean give(Parked parked, String nodeId, int most) {
    boolean room = places.lock(nodeId) && places.taken(nodeId) < most;
    if (!room || !slots.call(parked)) {
      return false;
    }
    places.take(nodeId, parked.generationId(), parked.modelId(), clock.instant());
    return true;
  }
}
