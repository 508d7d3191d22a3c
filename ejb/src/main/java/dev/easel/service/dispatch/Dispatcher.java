package dev.easel.service.dispatch;

import dev.easel.domain.dispatch.FairScheduler;
import dev.easel.domain.dispatch.FairScheduler.Choice;
import dev.easel.domain.dispatch.NodeSlots;
import dev.easel.domain.dispatch.Slot;
import dev.easel.domain.dispatch.Waiting;
import dev.easel.domain.generation.GenerationQueue;
import dev.easel.domain.generation.Parked;
import dev.easel.domain.generation.WaitingRoom;
import dev.easel.service.background.BackgroundThreads;
import dev.easel.service.dispatch.NodeFleet.Place;
import dev.easel.service.generation.Slots;
import dev.easel.service.identity.Shares;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Fills free places on nodes from the waiting room: at once when told of a change on this server,
 * and several times a second for what others changed. Every server may do so; who gives what to
 * whom is settled by the rows.
 */
@ApplicationScoped
public class Dispatcher {

  private static final Logger LOG = Logger.getLogger(Dispatcher.class.getName());
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration REST = Duration.ofSeconds(3);

  @Inject NodeFleet fleet;
  @Inject NodeSlots taken;
  @Inject WaitingRoom room;
  @Inject Slots slots;
  @Inject Shares shares;
  @Inject Handover handover;
  @Inject NodeGates gates;
  @Inject HaltWatch halts;
  @Inject GenerationQueue queue;
  @Inject BackgroundThreads background;
  @Inject Clock clock;

  private final FairScheduler scheduler = new FairScheduler();
  private final ReentrantLock round = new ReentrantLock();
  private final AtomicBoolean asked = new AtomicBoolean();
  private final Set<String> opened = new HashSet<>();

  /** Which could not be given out a moment ago, and until when they are passed over. */
  private final Map<String, Instant> resting = new HashMap<>();

  @PostConstruct
  void start() {
    background.every(PAUSE, this::tryRound);
  }

  /** Something was committed that may let something start: looks soon, on another thread. */
  public void kick() {
    try {
      if (!fleet.places().isEmpty() && !asked.getAndSet(true)) {
        background.workers().execute(this::tryRound);
      }
    } catch (RuntimeException e) {
      // What was committed stays so, whatever the nodes are; the timer looks a moment later.
      LOG.log(Level.FINE, e, () -> "Nobody can be told that something may start");
    }
  }

  private void tryRound() {
    if (!round.tryLock()) {
      return; // whoever is in it looks once more, if asked to
    }
    try {
      do {
        asked.set(false);
        round();
      } while (asked.get());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Nothing could be given to nodes, for now");
    } finally {
      round.unlock();
    }
  }

  /**
   * Gives out what can be given out now.
   *
   * @return how many
   */
  int round() {
    List<Free> free = free();
    if (free.isEmpty()) {
      return 0;
    }
    RoomBacklog backlog = new RoomBacklog(room, slots::hasPlace, shares::weight, halts.now());
    Instant now = clock.instant();
    resting.values().removeIf(until -> !until.isAfter(now));
    int given = 0;
    while (!free.isEmpty()) {
      free.sort(Comparator.comparingInt(Free::busy));
      Free first = free.get(0);
      Optional<Choice> choice = scheduler.next(slot(first), backlog, clock.instant());
      if (choice.isEmpty()) {
        free.remove(first);
        continue;
      }
      Free best = best(choice.get(), first, free);
      if (give(choice.get(), best, backlog)) {
        given++;
      }
      if (best.left == 0) {
        free.remove(best);
      }
    }
    if (given > 0) {
      queue.wake();
    }
    return given;
  }

  private boolean give(Choice choice, Free place, RoomBacklog backlog) {
    Waiting chosen = choice.chosen();
    Optional<Parked> row = backlog.row(choice.lane(), chosen);
    boolean given = row.isPresent() && give(row.get(), place.place);
    backlog.done(choice.lane(), chosen);
    if (given) {
      scheduler.dispatched(choice, backlog);
      place.gave(chosen.modelId());
    } else {
      // Another server was faster: the next round sees what it left. If it was not, whatever keeps
      // this one from going must not keep others.
      place.left--;
      resting.put(chosen.generationId(), clock.instant().plus(REST));
    }
    return given;
  }

  private boolean give(Parked parked, Place place) {
    try {
      return handover.give(parked, place.nodeId(), place.slots());
    } catch (RuntimeException e) {
      // Another server gave it to another node at the same moment, or the database is away.
      LOG.log(Level.FINE, e, () -> parked.generationId() + " could not be given to a node");
      return false;
    }
  }

  /** Another free node that has the model in its memory, before one that would have to load it. */
  private Free best(Choice choice, Free first, List<Free> free) {
    Waiting chosen = choice.chosen();
    return free.stream()
        .filter(other -> other.has(chosen.modelId()) && serves(other, chosen))
        .filter(other -> other.busy() <= first.busy())
        .findFirst()
        .orElse(first);
  }

  private Slot slot(Free free) {
    return new Slot(free.place.nodeId(), free.loaded, waiting -> serves(free, waiting));
  }

  private boolean serves(Free free, Waiting waiting) {
    String node = free.place.nodeId();
    boolean avoided = waiting.avoids().filter(node::equals).isPresent();
    return !resting.containsKey(waiting.generationId())
        && can(node, waiting)
        && !(avoided && anotherCan(node, waiting));
  }

  private boolean anotherCan(String node, Waiting waiting) {
    return fleet.places().stream()
        .map(Place::nodeId)
        .anyMatch(other -> !other.equals(node) && can(other, waiting));
  }

  private boolean can(String node, Waiting waiting) {
    return fleet.route(node, waiting.modelId(), NodeLine.operation(waiting)).isPresent();
  }

  private List<Free> free() {
    List<Place> places = fleet.places();
    if (places.isEmpty()) {
      return List.of();
    }
    Map<String, Integer> busy = new HashMap<>(taken.taken());
    List<Free> free = new ArrayList<>();
    for (Place place : places) {
      open(place.nodeId());
      int jobs = busy.getOrDefault(place.nodeId(), 0);
      if (jobs < place.slots()) {
        free.add(new Free(place, jobs));
      }
    }
    return free;
  }

  /** Makes the row by which the node's places are locked, once and before anybody locks. */
  private void open(String nodeId) {
    if (opened.contains(nodeId)) {
      return;
    }
    try {
      gates.open(nodeId);
    } catch (RuntimeException e) {
      gates.open(nodeId); // another server was faster; now there is nothing to do but to see it
    }
    opened.add(nodeId);
  }

  /** A node with room for more, and what this round has given it. */
  private static final class Free {
    private final Place place;
    private int left;
    private Optional<String> loaded;

    Free(Place place, int jobs) {
      this.place = place;
      this.left = place.slots() - jobs;
      this.loaded = place.loaded();
    }

    int busy() {
      return place.slots() - left;
    }

    boolean has(String modelId) {
      return loaded.filter(modelId::equals).isPresent();
    }

    void gave(String modelId) {
      left--;
      loaded = Optional.of(modelId);
    }
  }
}
