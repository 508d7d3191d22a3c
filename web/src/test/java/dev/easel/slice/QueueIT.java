package dev.easel.slice;

import static dev.easel.slice.Backstage.origin;
import static dev.easel.slice.Backstage.small;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationQueue;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Ids;
import dev.easel.domain.shared.ServerName;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The dispatch engine on the pool of the application. */
@ArquillianTest
class QueueIT {

  private static final Duration FAR = Duration.ofHours(1);

  @Inject GenerationService generations;
  @Inject GenerationQueue queue;
  @Inject ServerName server;
  @Inject Backstage backstage;

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  @AfterEach
  void removeWhatWasPutIn() throws Exception {
    backstage.change("delete from scheduled_tasks where task_instance like 'gen_slice%'");
  }

  @Test
  void theEngineRunsAndHasAName() {
    assertThat(queue.healthy(backstage.now())).isTrue();
    assertThat(server.name()).startsWith("node_");
  }

  @Test
  void whatIsMoreUrgentIsAheadThenWhatWaitsLonger() throws Exception {
    Instant later = backstage.now().plus(FAR);
    put("gen_slice_low", 0, later);
    put("gen_slice_second", 1, later.plusSeconds(1));
    put("gen_slice_first", 1, later);

    assertThat(
            backstage.becomesTrue(
                () -> {
                  List<Integer> places = places();
                  int first = places.get(0);
                  return places.equals(List.of(first, first + 1, first + 2));
                }))
        .isTrue();
    assertThat(queue.depth(10_000)).isGreaterThanOrEqualTo(3);
    assertThat(queue.depth(2)).isEqualTo(2);
  }

  @Test
  void whatIsRemovedNoLongerWaits() throws Exception {
    put("gen_slice_gone", 0, backstage.now().plus(FAR));

    queue.remove("gen_slice_gone");
    queue.remove("gen_slice_never_was");

    assertThat(
            backstage.count(
                "select count(*) from scheduled_tasks where task_instance = 'gen_slice_gone'"))
        .isZero();
  }

  @Test
  void theEngineTakesWhatIsAccepted() throws Exception {
    Caller caller = backstage.tenantWith(Credits.of(10));
    Generation accepted =
        generations.submit(caller, small(), origin(), Idempotency.none()).generation();

    Generation done = backstage.awaitEnd(caller, accepted.id()).generation();

    assertThat(done.status()).isEqualTo(GenerationStatus.COMPLETED);
    assertThat(done.startedAt().orElseThrow()).isBetween(done.createdAt(), backstage.now());
  }

  @Test
  void aTaskWhoseServerDiedIsTakenOverOnceItsHeartbeatIsMissed() throws Exception {
    Caller caller = backstage.tenantWith(Credits.of(10));
    String id =
        backstage.inTransaction(
            () -> {
              String queued =
                  generations
                      .submit(caller, small(), origin(), Idempotency.none())
                      .generation()
                      .id();
              backstage.flush();
              pickedByTheDead(queued);
              return queued;
            });

    Generation done = backstage.awaitEnd(caller, id).generation();

    assertThat(done.status()).isEqualTo(GenerationStatus.COMPLETED);
  }

  @Test
  void aTaskWithoutGenerationIsDroppedQuietly() throws Exception {
    put("gen_slice_" + Ids.random("x"), 1 << 28, backstage.now());
    queue.wake();

    assertThat(
            backstage.becomesTrue(
                () ->
                    backstage.count(
                            "select count(*) from scheduled_tasks"
                                + " where task_instance like 'gen_slice_x%'")
                        == 0))
        .isTrue();
  }

  /** In the transaction that accepted it, so that no living server ever saw it waiting. */
  private void pickedByTheDead(String id) throws Exception {
    backstage.change(
        "update scheduled_tasks set picked = true, picked_by = 'node_dead', last_heartbeat = ?"
            + " where task_instance = ?",
        backstage.now().minus(FAR).atOffset(ZoneOffset.UTC),
        id);
  }

  private void put(String id, int priority, Instant when) throws Exception {
    backstage.change(
        "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version,"
            + " priority) values ('render', ?, ?, false, 1, ?)",
        id,
        when.atOffset(ZoneOffset.UTC),
        priority);
  }

  private List<Integer> places() {
    return Stream.of("gen_slice_first", "gen_slice_second", "gen_slice_low")
        .map(queue::ahead)
        .toList();
  }
}
