package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.easel.domain.generation.Generation;
import dev.easel.domain.provider.JobListener;
import dev.easel.service.dispatch.DispatchServices;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a node shows of a job, and what of it is passed on. */
class JobHintsTest {

  private static final int STEPS = 20;
  private final House house = new House();

  /** Runs on a node, with that many previews wanted. */
  private JobListener started(int previews) {
    house.fleet.node("nod_a", 1, House.MODEL);
    GenerationRequest request = House.request().previews(previews);
    Generation made =
        house.service.submit(house.ann, request, House.origin(), Idempotency.none()).generation();
    DispatchServices.round(house.dispatcher);
    house.queue.pick(made.id());
    house.worker.run(made.id());
    Generation running = house.stored(made.id());
    return house.jobs.listener(
        house.generations.findAttempt(made.id(), running.attempt()).orElseThrow().jobId().get());
  }

  private void showsEveryStep(JobListener listener) {
    for (int step = 1; step <= STEPS; step++) {
      listener.progress(step / (double) STEPS);
      listener.preview(0, new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB));
    }
  }

  private List<GenerationEvent> previews() {
    return house.events.published().stream().filter(e -> e.preview() != null).toList();
  }

  @Test
  void previewsAreSpreadOverTheWhole() {
    showsEveryStep(started(3));

    assertThat(previews())
        .extracting(GenerationEvent::previewIndex, GenerationEvent::progress)
        .containsExactly(tuple(0, 0.25), tuple(1, 0.5), tuple(2, 0.75));
  }

  @Test
  void whatIsNotWantedIsNotPassedOn() {
    showsEveryStep(started(0));

    assertThat(previews()).isEmpty();
  }
}
