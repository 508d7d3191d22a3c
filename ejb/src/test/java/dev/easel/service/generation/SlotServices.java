package dev.easel.service.generation;

import dev.easel.domain.generation.GenerationQueue;
import dev.easel.domain.generation.TenantSlots;
import dev.easel.domain.generation.WaitingRoom;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.service.dispatch.Dispatcher;
import dev.easel.service.dispatch.HaltWatch;
import java.time.Clock;

/** Puts the services around slots together for tests. */
final class SlotServices {

  private SlotServices() {}

  static ConcurrencyCaps caps(IdentityRepository identities, Clock clock) {
    ConcurrencyCaps made = new ConcurrencyCaps();
    made.identities = identities;
    made.clock = clock;
    return made;
  }

  static Slots slots(
      InMemoryDatabase database,
      ConcurrencyCaps caps,
      TenantSlots held,
      WaitingRoom room,
      GenerationQueue queue,
      HaltWatch halts) {
    Slots made = new TransactionalSlots(database);
    made.caps = caps;
    made.slots = held;
    made.gates = gates(caps, held);
    made.room = room;
    made.queue = queue;
    made.halts = halts;
    return made;
  }

  static SlotGates gates(ConcurrencyCaps caps, TenantSlots held) {
    SlotGates made = new SlotGates();
    made.caps = caps;
    made.slots = held;
    made.opening = new SlotGateOpening();
    made.opening.slots = held;
    return made;
  }

  static NextInLine line(Slots slots) {
    NextInLine made = new NextInLine();
    made.caps = slots.caps;
    made.slots = slots;
    made.room = slots.room;
    made.queue = slots.queue;
    made.dispatcher = new Idle();
    return made;
  }

  /** Tests ask for rounds themselves. */
  static final class Idle extends Dispatcher {
    int kicks;

    @Override
    public void kick() {
      kicks++;
    }
  }
}
