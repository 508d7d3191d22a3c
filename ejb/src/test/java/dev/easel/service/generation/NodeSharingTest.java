package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.provider.Observation;
import dev.easel.service.dispatch.DispatchServices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tenants share nodes through the waiting room, the dispatcher and the pipeline as they are. */
class NodeSharingTest {

  private final House house = new House();
  private final List<String> order = new ArrayList<>();

  private String submit(Caller caller) {
    return house
        .service
        .submit(caller, House.request().count(1), House.origin(), Idempotency.none())
        .generation()
        .id();
  }

  /** Gives out, renders and settles until nothing is left. */
  private void renderAll() {
    while (DispatchServices.round(house.dispatcher) > 0) {
      for (String id : house.queue.waiting()) {
        order.add(house.stored(id).tenantId());
        run(id);
        String job = house.generations.findAttempt(id, 1).orElseThrow().jobId().orElseThrow();
        house.jobs.stands(job, new Observation.Finished(1));
        run(id);
      }
    }
  }

  private void run(String id) {
    house.queue.pick(id);
    house.worker.run(id);
    house.queue.done(id);
  }

  @Test
  void aShortLineIsNotHeldUpByALongOne() {
    house.fleet.node("nod_a", 1, House.MODEL);
    for (int i = 0; i < 60; i++) {
      submit(house.ann);
    }
    for (int i = 0; i < 5; i++) {
      submit(house.bob);
    }

    renderAll();

    assertThat(order).hasSize(65);
    assertThat(order.lastIndexOf(house.bob.tenantId())).isLessThan(12);
  }

  @Test
  void whatWaitedOverARestartIsNotForgotten() {
    SlotServices.Idle dispatcher = new SlotServices.Idle();
    house.line.dispatcher = dispatcher;

    house.line.run();

    assertThat(dispatcher.kicks).isPositive();
  }

  @Test
  void oneNodesJobsAreDoneInTheOrderTheyCameIn() {
    house.fleet.node("nod_a", 1, House.MODEL);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.add(submit(house.ann));
      house.clock.pass(Duration.ofSeconds(1));
    }
    List<String> given = new ArrayList<>();

    while (DispatchServices.round(house.dispatcher) > 0) {
      String id = house.queue.waiting().get(0);
      given.add(id);
      run(id);
      house.service.cancel(house.ann, id);
      house.jobs.stands(
          house.generations.findAttempt(id, 1).orElseThrow().jobId().orElseThrow(),
          new Observation.Interrupted());
      run(id);
    }

    assertThat(given).isEqualTo(ids);
    assertThat(house.places.taken()).isEmpty();
  }
}
