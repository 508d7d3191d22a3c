package dev.easel.service.dispatch;

import dev.easel.domain.dispatch.NodeSlots;
import dev.easel.domain.generation.GenerationQueue;
import dev.easel.domain.generation.Parked;
import dev.easel.domain.generation.WaitingRoom;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.service.generation.Slots;
import dev.easel.service.identity.SharesOf;
import java.time.Clock;

/** Puts the services of this package together for tests. */
public final class DispatchServices {

  private DispatchServices() {}

  public static NodeLine line(WaitingRoom room) {
    NodeLine made = new NodeLine();
    made.room = room;
    return made;
  }

  public static Dispatcher dispatcher(
      NodeFleet fleet,
      NodeSlots places,
      WaitingRoom room,
      Slots slots,
      GenerationQueue queue,
      HaltWatch halts,
      IdentityRepository identities,
      Clock clock,
      InMemoryDatabase database) {
    Dispatcher made = new Dispatcher();
    made.fleet = fleet;
    made.taken = places;
    made.room = room;
    made.slots = slots;
    made.shares = SharesOf.all(identities, clock);
    made.handover = handover(places, slots, clock, database);
    made.gates = new NodeGates();
    made.gates.places = places;
    made.queue = queue;
    made.halts = halts;
    made.clock = clock;
    return made;
  }

  /** Gives out what can be given out, on the thread of the test. */
  public static int round(Dispatcher dispatcher) {
    return dispatcher.round();
  }

  public static Handover handover(
      NodeSlots places, Slots slots, Clock clock, InMemoryDatabase database) {
    Handover made = new Transactional(database);
    made.places = places;
    made.slots = slots;
    made.clock = clock;
    return made;
  }

  private static final class Transactional extends Handover {
    private final InMemoryDatabase database;

    Transactional(InMemoryDatabase database) {
      this.database = database;
    }

    @Override
    public boolean give(Parked parked, String nodeId, int most) {
      return database.inTransaction(() -> super.give(parked, nodeId, most));
    }
  }
}
