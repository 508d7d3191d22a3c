package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.shared.Credits;
import dev.easel.service.dispatch.DispatchServices;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitLimitTest {

  private final House house = new House();
  private final WaitLimit limit = new WaitLimit();

  @BeforeEach
  void wire() {
    house.fleet.node("nod_a", 1, House.MODEL);
    limit.room = house.room;
    limit.fleet = house.fleet;
    limit.steps = house.steps;
    limit.events = house.events;
    limit.handover =
        DispatchServices.handover(house.places, house.slots, house.clock, house.database);
    limit.clock = house.clock;
    limit.limit = Duration.ofHours(24);
  }

  @Test
  void whatNoNodeCanDoFailsInTheEndAndCostsNothing() {
    String id = house.submit(2).id();
    house.fleet.remove("nod_a");
    house.clock.pass(Duration.ofHours(23));
    limit.run();
    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.QUEUED);
    house.clock.pass(Duration.ofHours(2));

    limit.run();

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.FAILED);
    assertThat(house.stored(id).errorKind()).contains(ErrorKind.MODEL_UNAVAILABLE);
    assertThat(house.wallet(house.ann).held()).isEqualTo(Credits.ZERO);
    assertThat(house.room.find(id)).isEmpty();
    assertThat(house.events.types()).contains(GenerationEvent.Type.FAILED);
  }

  @Test
  void whoWaitsForBusyNodesWaitsOn() {
    String id = house.submit(1).id();
    house.clock.pass(Duration.ofDays(3));

    limit.run();

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.QUEUED);
  }

  @Test
  void placesOfWhatHasEndedAreGivenBack() {
    String id = house.submit(1).id();
    house.service.cancel(house.ann, id);
    house.places.take("nod_a", id, House.MODEL, house.clock.instant());

    limit.run();

    assertThat(house.places.taken()).isEmpty();
  }
}
