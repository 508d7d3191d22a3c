package dev.easel.service.dispatch;

import dev.easel.domain.dispatch.Lane;
import dev.easel.domain.dispatch.Waiting;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.generation.Parked;
import dev.easel.domain.generation.WaitingRoom;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The part of the waiting room where generations wait for a node. */
@ApplicationScoped
public class NodeLine {

  /** Why a generation waits here when nothing else is wrong. */
  public static final String NODES_BUSY = "nodes_busy";

  private static final String PREFIX = "node-";

  @Inject WaitingRoom room;

  /** The name of a lane's line in the waiting room. */
  static String of(Lane lane) {
    return PREFIX + lane.wire();
  }

  /** The names of all lines of the waiting room in which something waits for nodes. */
  public static List<String> lines() {
    return Arrays.stream(Lane.values()).map(NodeLine::of).toList();
  }

  /** Lets it wait for a node, in the caller's transaction. */
  public void enter(Generation generation, Optional<String> avoids) {
    room.enter(Parked.of(generation, of(Lane.INTERACTIVE), NODES_BUSY).avoiding(avoids));
  }

  /** How many of a tenant wait for nodes, counted up to {@code most}. */
  public int length(String tenantId, int most) {
    return room.length(tenantId, of(Lane.INTERACTIVE), most);
  }

  /** Whether it waits for a node. */
  public static boolean holds(Parked parked) {
    return parked.lane().startsWith(PREFIX);
  }

  static Waiting waiting(Parked parked) {
    return new Waiting(
        parked.generationId(),
        parked.tenantId(),
        parked.modelId(),
        parked.operation(),
        parked.cost(),
        parked.avoids(),
        parked.enteredAt());
  }

  static Operation operation(Waiting waiting) {
    return Operation.valueOf(waiting.operation());
  }
}
