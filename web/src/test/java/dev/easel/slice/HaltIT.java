package dev.easel.slice;

import static dev.easel.slice.Backstage.origin;
import static dev.easel.slice.Backstage.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.adapter.persistence.Sql;
import dev.easel.domain.dispatch.Halt.Scope;
import dev.easel.domain.dispatch.QueueQuery;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.domain.shared.TimeKey;
import dev.easel.service.dispatch.QueueDesk;
import dev.easel.service.dispatch.QueueItem;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.service.generation.GenerationDetails.Waiting;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import dev.easel.service.ledger.Ledger;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators do to the queue, on the real database with the real engine. */
@ArquillianTest
class HaltIT {

  @Inject GenerationService generations;
  @Inject QueueDesk desk;
  @Inject Ledger ledger;
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

  @AfterEach
  void resumeAll() {
    desk.halts().forEach(halt -> desk.resume(caller, halt.scope(), halt.subject()));
  }

  @Test
  void aPausedTenantWaitsAndSaysSoAndGoesOnWhenItIsResumed() throws Exception {
    assertThat(pause(Scope.TENANT, caller.tenantId())).isTrue();
    assertThat(pause(Scope.TENANT, caller.tenantId())).isFalse();
    List<String> ids = submitted(3);
    Caller other = backstage.tenantWith(Credits.of(10));
    String free =
        generations.submit(other, small(), origin(), Idempotency.none()).generation().id();

    assertThat(backstage.awaitEnd(other, free).generation().status())
        .isEqualTo(GenerationStatus.COMPLETED);
    Waiting waiting = generations.get(caller, ids.get(2)).waiting().orElseThrow();
    assertThat(waiting.reason()).isEqualTo("paused");
    assertThat(waiting.position()).isGreaterThanOrEqualTo(3);
    assertThat(waiting.eta()).isEmpty();

    assertThat(desk.resume(caller, Scope.TENANT, caller.tenantId())).isTrue();
    assertThat(desk.resume(caller, Scope.TENANT, caller.tenantId())).isFalse();
    for (String id : ids) {
      assertThat(backstage.awaitEnd(caller, id).generation().status())
          .isEqualTo(GenerationStatus.COMPLETED);
    }
  }

  @Test
  void whatStoodInTheQueueAlreadyIsHeldBackToo() throws Exception {
    String id =
        backstage.inTransaction(
            () -> {
              String queued = submitted(1).get(0);
              backstage.flush();
              // No engine takes it before it is due.
              due(queued, 3);
              return queued;
            });
    pause(Scope.MODEL, Backstage.MODEL);

    assertThat(backstage.becomesTrue(() -> waits(id))).isTrue();
    assertThat(generations.get(caller, id).generation().attempt()).isZero();
    assertThat(desk.tally().waitingBy(c -> c.reason().orElseThrow())).containsKey("paused");

    desk.resume(caller, Scope.MODEL, Backstage.MODEL);
    assertThat(backstage.awaitEnd(caller, id).generation().status())
        .isEqualTo(GenerationStatus.COMPLETED);
  }

  @Test
  void aPauseIsARowThatOutlivesTheServer() throws Exception {
    pause(Scope.ALL, "");
    assertThat(backstage.count("select count(*) from queue_halt where scope = 'ALL'")).isEqualTo(1);

    // As another server would do.
    backstage.change("delete from queue_halt");
    String id = submitted(1).get(0);
    assertThat(backstage.awaitEnd(caller, id).generation().status())
        .isEqualTo(GenerationStatus.COMPLETED);
  }

  @Test
  void theLineIsShownInOrderAndChanged() throws Exception {
    pause(Scope.TENANT, caller.tenantId());
    List<String> ids = submitted(4);

    assertThat(desk.move(caller, ids.get(3), 1).place()).contains(1);
    assertThat(desk.move(caller, ids.get(0), 3).place()).contains(3);
    assertThat(line()).containsExactly(ids.get(3), ids.get(1), ids.get(0), ids.get(2));
    assertThat(desk.expedite(caller, ids.get(2)).place()).contains(1);

    Page<QueueItem> first = desk.list(query(Optional.empty()), 3);
    assertThat(first.items())
        .extracting(i -> i.entry().generationId())
        .containsExactlyElementsOf(ids.subList(0, 3));
    assertThat(first.items()).allMatch(i -> i.reason().equals(Optional.of("paused")));
    QueueItem last = first.items().get(2);
    TimeKey key = new TimeKey(last.entry().since(), last.entry().generationId());
    assertThat(last.entry().expedited()).isTrue();
    assertThat(desk.list(query(Optional.of(key)), 3).items())
        .extracting(i -> i.entry().generationId())
        .containsExactly(ids.get(3));
  }

  @Test
  void turnsOfTheEngineAreExchangedWithinATenant() throws Exception {
    List<String> ids =
        backstage.inTransaction(
            () -> {
              List<String> queued = submitted(3);
              backstage.flush();
              // Seen by the exchange, and by no engine until the commit.
              assertThat(desk.move(caller, queued.get(2), 1).place()).isPresent();
              assertThat(
                      sql.list(
                          row -> row.getString(1),
                          "select task_instance from scheduled_tasks"
                              + " where task_instance in (?, ?, ?) order by execution_time",
                          queued.toArray()))
                  .containsExactly(queued.get(2), queued.get(0), queued.get(1));
              return queued;
            });
    List<Generation> done = new ArrayList<>();
    for (String id : ids) {
      done.add(backstage.awaitEnd(caller, id).generation());
    }
    assertThat(done).allMatch(g -> g.status() == GenerationStatus.COMPLETED);
  }

  @Test
  void anOperatorCancelsWhatWaitsAndItsMoneyIsReleased() throws Exception {
    pause(Scope.TENANT, caller.tenantId());
    Credits before = ledger.available(caller.tenantId());
    String id = submitted(1).get(0);
    assertThat(ledger.available(caller.tenantId())).isLessThan(before);

    assertThat(desk.cancel(caller, id)).isEqualTo(GenerationStatus.CANCELLED);

    GenerationDetails cancelled = generations.get(caller, id);
    assertThat(cancelled.generation().status()).isEqualTo(GenerationStatus.CANCELLED);
    assertThat(ledger.available(caller.tenantId())).isEqualTo(before);
    assertThat(line()).isEmpty();
    assertThat(catchThrowableOfType(FailureException.class, () -> desk.move(caller, id, 1)).code())
        .isEqualTo(FailureCode.CONFLICT);
    assertThat(
            catchThrowableOfType(FailureException.class, () -> desk.cancel(caller, "gen_x")).code())
        .isEqualTo(FailureCode.NOT_FOUND);
  }

  private boolean pause(Scope scope, String subject) {
    return desk.pause(caller, scope, subject, "slice");
  }

  private List<String> submitted(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(generations.submit(caller, small(), origin(), Idempotency.none()).generation().id());
    }
    return ids;
  }

  private void due(String id, int seconds) {
    String later = "update scheduled_tasks set execution_time = ? where task_instance = ?";
    assertThat(sql.update(later, backstage.now().plusSeconds(seconds), id)).isEqualTo(1);
  }

  private boolean waits(String id) throws Exception {
    return backstage.count("select count(*) from waiting where generation_id = ?", id) == 1;
  }

  private List<String> line() {
    return sql.list(
        row -> row.getString(1),
        "select generation_id from waiting where tenant_id = ? order by placed_at, generation_id",
        caller.tenantId());
  }

  private QueueQuery query(Optional<TimeKey> after) {
    return new QueueQuery(
        Optional.of(caller.tenantId()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        after);
  }
}
