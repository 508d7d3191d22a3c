package dev.easel.service.generation;

import static dev.easel.service.generation.GenerationEvent.Type.CANCELLED;
import static dev.easel.service.generation.GenerationEvent.Type.COMPLETED;
import static dev.easel.service.generation.GenerationEvent.Type.PROGRESS;
import static dev.easel.service.generation.GenerationEvent.Type.QUEUED;
import static dev.easel.service.generation.GenerationEvent.Type.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.generation.Generation;
import dev.easel.fake.ManualContainer;
import dev.easel.service.dispatch.HaltsChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GenerationEventsTest {

  private final House house = new House();
  private final ManualContainer container = new ManualContainer();
  private final List<GenerationEvent> heard = new ArrayList<>();

  private GenerationEvents events;
  private String id;

  @BeforeEach
  void start() {
    events = new GenerationEvents();
    events.stored = house.stored;
    events.background = container;
    events.start();
    id = house.submit(1).id();
  }

  @Test
  void theFirstEventIsThePresentState() {
    watch();

    assertThat(types()).containsExactly(QUEUED);
  }

  @Test
  void whatWasReadBeforeTheStartIsNotToldAfterIt() {
    events.stored =
        new StoredStates() {
          @Override
          public Optional<Generation> find(String wanted) {
            Optional<Generation> read = house.generations.find(wanted);
            publish(STARTED, 0);
            return read;
          }
        };

    watch();
    events.halted(new HaltsChanged());
    container.runAll();

    assertThat(types()).containsExactly(STARTED);
    assertThat(events.progress(id)).isZero();
  }

  @Test
  void whoWaitsIsToldAgainWhenSomethingIsPaused() {
    watch();

    events.halted(new HaltsChanged());
    container.runAll();

    assertThat(types()).containsExactly(QUEUED, QUEUED);
  }

  @Test
  void whoComesLateHearsWhereItStands() {
    publish(STARTED, 0);
    publish(PROGRESS, 0.4);

    watch();

    assertThat(types()).containsExactly(PROGRESS);
    assertThat(events.progress(id)).isEqualTo(0.4);
  }

  @Test
  void whoComesAfterTheEndHearsTheEnd() {
    house.service.cancel(house.ann, id);

    watch();

    assertThat(types()).containsExactly(CANCELLED);
  }

  @Test
  void everythingIsHeardInOrderUpToTheEnd() {
    watch();
    publish(STARTED, 0);
    publish(PROGRESS, 0.5);
    publish(COMPLETED, 1);
    publish(PROGRESS, 0.9);
    container.runAll();

    assertThat(types()).containsExactly(QUEUED, STARTED, PROGRESS, COMPLETED);
  }

  @Test
  void eachHearsOnlyOfItsOwnGeneration() {
    watch();
    String other = house.submit(1).id();
    events.publish(GenerationEvent.plain(STARTED, other, 0));
    container.runAll();

    assertThat(types()).containsExactly(QUEUED);
  }

  @Test
  void anEndOnAnotherServerIsHeardFromTheDatabase() {
    watch();
    house.service.cancel(house.ann, id);
    assertThat(types()).containsExactly(QUEUED);

    container.tick();

    assertThat(types()).containsExactly(QUEUED, CANCELLED);
  }

  @Test
  void theEndOfWhatWasOvertakenHereIsHeardFromTheDatabase() {
    watch();
    publish(STARTED, 0);
    events.overtaken(id);
    house.service.cancel(house.ann, id);

    container.tick();

    assertThat(types()).containsExactly(QUEUED, STARTED, CANCELLED);
  }

  @Test
  void progressIsForgottenAtTheEndAndOnRetry() {
    publish(PROGRESS, 0.5);
    publish(QUEUED, 0);
    assertThat(events.progress(id)).isZero();

    publish(PROGRESS, 0.6);
    publish(COMPLETED, 1);
    assertThat(events.progress(id)).isZero();
  }

  @Test
  void whoClosedHearsNothingMore() {
    Watch watch = events.watch(id, heard::add);
    container.runAll();
    watch.close();
    publish(STARTED, 0);
    container.runAll();

    assertThat(types()).containsExactly(QUEUED);
  }

  private void watch() {
    events.watch(id, heard::add);
    container.runAll();
  }

  private void publish(GenerationEvent.Type type, double progress) {
    events.publish(GenerationEvent.plain(type, id, progress));
  }

  private List<GenerationEvent.Type> types() {
    return heard.stream().map(GenerationEvent::type).toList();
  }
}
