package dev.easel.slice;

import static dev.easel.slice.Backstage.origin;
import static dev.easel.slice.Backstage.small;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.adapter.persistence.Sql;
import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.FailureQuery;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.node.NodeRenders;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Page;
import dev.easel.domain.shared.TimeKey;
import dev.easel.service.generation.Failure;
import dev.easel.service.generation.FailureDesk;
import dev.easel.service.generation.FailureDesk.Requeued;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What failed for reasons of the platform, on the real database with the real engine. */
@ArquillianTest
class FailureIT {

  @Inject GenerationService generations;
  @Inject FailureDesk desk;
  @Inject NodeRenders renders;
  @Inject Sql sql;
  @Inject Backstage backstage;

  private Caller caller;

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  @BeforeEach
  void makeATenant() throws Exception {
    caller = backstage.tenantWith(Credits.of(100));
  }

  @Test
  void failuresAreListedByPagesAndFiltered() throws Exception {
    List<String> ids = List.of(failed(1), failed(2), failed(3));

    Page<Failure> first = desk.list(query(Optional.empty(), Optional.empty()), 2);
    assertThat(first.items().stream().map(failure -> failure.generation().id()))
        .containsExactly(ids.get(2), ids.get(1));
    assertThat(first.items().get(0).attempts()).hasSize(1);
    Failure last = first.items().get(1);
    TimeKey key =
        new TimeKey(last.generation().completedAt().orElseThrow(), last.generation().id());
    assertThat(desk.list(query(Optional.empty(), Optional.of(key)), 2).items())
        .singleElement()
        .satisfies(failure -> assertThat(failure.generation().id()).isEqualTo(ids.get(0)));

    String given = "update attempt set node_id = 'nod_slice' where generation_id = ?";
    assertThat(sql.update(given, ids.get(1))).isEqualTo(1);
    assertThat(desk.list(query(Optional.of("nod_slice"), Optional.empty()), 5).items())
        .singleElement()
        .satisfies(failure -> assertThat(failure.generation().id()).isEqualTo(ids.get(1)));
  }

  @Test
  void manyOperatorsAtOnceOrderItOnce() throws Exception {
    String id = failed(1);
    ExecutorService operators = Executors.newFixedThreadPool(4);
    try {
      Callable<Requeued> press = () -> desk.requeue(caller, id);
      List<Requeued> done =
          operators.invokeAll(List.of(press, press, press, press)).stream()
              .map(FailureIT::result)
              .toList();

      assertThat(done.stream().map(Requeued::as)).allMatch(done.get(0).as()::equals);
      assertThat(done.stream().filter(Requeued::changed)).hasSize(1);
      assertThat(backstage.awaitEnd(caller, done.get(0).as()).generation().status())
          .isEqualTo(GenerationStatus.COMPLETED);
      assertThat(desk.list(query(Optional.empty(), Optional.empty()), 5).items()).isEmpty();
    } finally {
      operators.shutdownNow();
    }
  }

  @Test
  void whatNodesDeliveredIsCounted() throws Exception {
    String id = completed();
    assertThat(sql.update("update attempt set node_id = ? where generation_id = ?", id, id))
        .isEqualTo(1);

    NodeRenders.Renders made = renders.since(backstage.now().minus(Duration.ofHours(1))).get(id);

    assertThat(made.jobs()).isEqualTo(1);
    assertThat(made.images()).isEqualTo(1);
    assertThat(made.seconds()).isBetween(0.0, 60.0);
  }

  private static Requeued result(Future<Requeued> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private String completed() throws Exception {
    String id = generations.submit(caller, small(), origin(), Idempotency.none()).generation().id();
    backstage.awaitEnd(caller, id);
    return id;
  }

  /** As if it had failed, at that second. */
  private String failed(int second) throws Exception {
    String id = completed();
    Instant when = Instant.parse("2026-11-22T12:00:00Z").plusSeconds(second);
    sql.update(
        "update generation set status = 'FAILED', error_kind = ?, error_message = 'broke',"
            + " delivered = 0, completed_at = ? where id = ?",
        ErrorKind.RENDER_FAILED.name(),
        when,
        id);
    return id;
  }

  private FailureQuery query(Optional<String> node, Optional<TimeKey> after) {
    return new FailureQuery(
        Optional.of(ErrorKind.RENDER_FAILED),
        Optional.of(caller.tenantId()),
        Optional.empty(),
        node,
        after);
  }
}
