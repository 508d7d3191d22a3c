package dev.easel.slice;

import static dev.easel.slice.Backstage.origin;
import static dev.easel.slice.Backstage.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.asset.BlobStore;
import dev.easel.domain.asset.Image;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.service.generation.GenerationEvent;
import dev.easel.service.generation.GenerationEvents;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import dev.easel.service.generation.Submission;
import dev.easel.service.ledger.Ledger;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a request to an image on the real engine, database and disk. */
@ArquillianTest
class PipelineIT {

  private static final Credits PLENTY = Credits.of(1000);
  private static final Idempotency NONE = Idempotency.none();

  @Inject GenerationService generations;
  @Inject GenerationEvents events;
  @Inject CatalogService catalog;
  @Inject Ledger ledger;
  @Inject BlobStore blobs;
  @Inject Backstage backstage;
  @Inject Crowd crowd;

  private Caller caller;

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  @BeforeEach
  void openTenant() throws Exception {
    caller = backstage.tenantWith(PLENTY);
  }

  @Test
  void aRequestBecomesAnImageAndIsCharged() throws Exception {
    String id = submit(2).id();

    GenerationDetails done = backstage.awaitEnd(caller, id);

    Generation generation = done.generation();
    assertThat(generation.status()).isEqualTo(GenerationStatus.COMPLETED);
    assertThat(generation.modelUsed()).contains("sketch/easel/sketch");
    assertThat(generation.captured()).isEqualTo(each().times(2));
    assertThat(done.images()).hasSize(2);
    assertThat(done.images())
        .allMatch(i -> blobs.exists(i.blobKey()) && blobs.exists(i.thumbnailKey()));
    assertThat(ledger.available(caller.tenantId())).isEqualTo(PLENTY.minus(each().times(2)));
    // The engine forgets its task in a transaction of its own, after the one that is told of.
    assertThat(backstage.becomesTrue(() -> tasks(id) == 0)).isTrue();
    assertThat(outcomeOfAttempt(id)).isEqualTo("completed");
  }

  @Test
  void watchersHearEverythingInOrderAndTheEndOnce() throws Exception {
    List<GenerationEvent.Type> heard = new CopyOnWriteArrayList<>();
    String id = submit(1).id();
    events.watch(id, event -> heard.add(event.type()));
    backstage.awaitEnd(caller, id);

    assertThat(backstage.becomesTrue(() -> heard.contains(GenerationEvent.Type.COMPLETED)))
        .isTrue();
    assertThat(heard).containsOnlyOnce(GenerationEvent.Type.COMPLETED);
    assertThat(heard).isSorted();
  }

  @Test
  void whatRollsBackLeavesNeitherRowNorTaskNorHold() throws Exception {
    String id =
        backstage.rolledBack(
            () -> {
              Generation generation =
                  generations
                      .submit(caller, small(), origin("h"), new Idempotency("key", "h", false))
                      .generation();
              backstage.flush();
              assertThat(held()).isEqualTo(each().micros());
              assertThat(tasks(generation.id())).isEqualTo(1);
              return generation.id();
            });

    assertThat(backstage.count("select count(*) from generation where id = ?", id)).isZero();
    assertThat(tasks(id)).isZero();
    assertThat(held()).isZero();
    assertThat(transfers("PENDING")).isZero();
    assertThat(
            backstage.count("select count(*) from idempotency_record where generation_id = ?", id))
        .isZero();
  }

  @Test
  void whatWaitsIsCancelledAtOnce() throws Exception {
    String id =
        backstage.inTransaction(
            () -> {
              // The engine cannot see it before the commit, so it still waits.
              String queued = submit(3).id();
              backstage.flush();
              generations.cancel(caller, queued);
              return queued;
            });

    assertThat(generations.get(caller, id).generation().status())
        .isEqualTo(GenerationStatus.CANCELLED);
    assertThat(tasks(id)).isZero();
    assertNothingWasCharged();
  }

  @Test
  void whatRunsStopsWhenCancelled() throws Exception {
    String id =
        generations
            .submit(caller, small().size(new Size(2048, 2048)).steps(50).count(4), origin(), NONE)
            .generation()
            .id();
    backstage.await(caller, id, GenerationStatus.PROCESSING);

    generations.cancel(caller, id);

    assertThat(backstage.awaitEnd(caller, id).generation().status())
        .isEqualTo(GenerationStatus.CANCELLED);
    assertThat(files(id)).isEmpty();
    assertNothingWasCharged();
  }

  @Test
  void whatWasCancelledCanBeMadeAgain() throws Exception {
    String id =
        backstage.inTransaction(
            () -> {
              String queued = submit(1).id();
              backstage.flush();
              generations.cancel(caller, queued);
              return queued;
            });

    Generation again = generations.retry(caller, id, origin(), NONE).generation();

    assertThat(backstage.awaitEnd(caller, again.id()).generation().status())
        .isEqualTo(GenerationStatus.COMPLETED);
    assertThat(again.seed()).isEqualTo(generations.get(caller, id).generation().seed());
    assertThat(transfers("POST")).isEqualTo(1);
  }

  @Test
  void tenRetriesWithOneKeyAreOneGeneration() throws Exception {
    String id =
        backstage.inTransaction(
            () -> {
              String queued = submit(1).id();
              backstage.flush();
              generations.cancel(caller, queued);
              return queued;
            });
    Idempotency same = new Idempotency("again", "h", false);

    List<Object> ends = crowd.all(10, number -> generations.retry(caller, id, origin("h"), same));

    assertThat(ends).allMatch(end -> end instanceof Submission);
    assertThat(ends.stream().map(end -> ((Submission) end).generation().id()).distinct())
        .hasSize(1);
    assertThat(backstage.count("select count(*) from generation where tenant_id = ?", tenant()))
        .isEqualTo(2);
  }

  @Test
  void whatIsCompletedCannotBeCancelled() throws Exception {
    String id = submit(1).id();
    backstage.awaitEnd(caller, id);

    FailureException failure =
        catchThrowableOfType(FailureException.class, () -> generations.cancel(caller, id));

    assertThat(failure.code()).isEqualTo(FailureCode.CONFLICT);
  }

  @Test
  void twentyRequestsWithOneKeyMakeOneGeneration() throws Exception {
    Idempotency same = new Idempotency("race", "h", false);

    List<Object> ends =
        crowd.all(20, number -> generations.submit(caller, small(), origin("h"), same));

    assertThat(ends).allMatch(end -> end instanceof Submission);
    assertThat(ends).extracting(end -> ((Submission) end).generation().id()).hasSize(20);
    assertThat(ends.stream().map(end -> ((Submission) end).generation().id()).distinct())
        .hasSize(1);
    assertThat(ends.stream().filter(end -> !((Submission) end).replayed())).hasSize(1);
    assertThat(transfers("PENDING")).isEqualTo(1);
    assertThat(backstage.count("select count(*) from generation where tenant_id = ?", tenant()))
        .isEqualTo(1);
  }

  @Test
  void ofThirtyAtOnceWithMoneyForOneOneIsAccepted() throws Exception {
    caller = backstage.tenantWith(each());

    List<Object> ends =
        crowd.all(30, number -> generations.submit(caller, small(), origin(), NONE));

    assertThat(ends.stream().filter(Submission.class::isInstance)).hasSize(1);
    assertThat(ends.stream().filter(FailureException.class::isInstance))
        .hasSize(29)
        .allMatch(e -> ((FailureException) e).code() == FailureCode.INSUFFICIENT_CREDITS);
    assertThat(backstage.count("select count(*) from generation where tenant_id = ?", tenant()))
        .isEqualTo(1);
    assertThat(transfers("PENDING")).isEqualTo(1);
    assertThat(ledger.available(tenant())).isEqualTo(Credits.ZERO);
  }

  @Test
  void aKeyIsNewAgainAfterADay() throws Exception {
    Idempotency key = new Idempotency("old", "h", false);
    Submission first = generations.submit(caller, small(), origin("h"), key);
    backstage.change(
        "update idempotency_record set created_at = ? where generation_id = ?",
        backstage.now().minus(Duration.ofHours(25)).atOffset(ZoneOffset.UTC),
        first.generation().id());

    Submission second = generations.submit(caller, small(), origin("h"), key);

    assertThat(second.replayed()).isFalse();
    assertThat(generations.submit(caller, small(), origin("h"), key).generation().id())
        .isEqualTo(second.generation().id());
  }

  @Test
  void aHoldIsResolvedOnceWhateverTheRace() throws Exception {
    String hold =
        backstage.inTransaction(() -> ledger.hold(caller, "gen_race", each()).orElseThrow());

    List<Object> ends =
        crowd.all(
            8,
            number -> {
              try {
                return backstage.inTransaction(
                    () -> {
                      ledger.capture(hold, each());
                      return "captured";
                    });
              } catch (Exception e) {
                return e;
              }
            });

    assertThat(ends.stream().filter("captured"::equals)).hasSize(1);
    assertThat(held()).isZero();
    assertThat(ledger.available(tenant())).isEqualTo(PLENTY.minus(each()));
  }

  @Test
  void aDeletedImageIsGoneFromSightAndDisk() throws Exception {
    String id = submit(1).id();
    Image image = backstage.awaitEnd(caller, id).images().get(0);

    generations.deleteImage(caller, image.id());

    assertThat(generations.get(caller, id).images()).isEmpty();
    assertThat(blobs.exists(image.blobKey())).isFalse();
    assertThat(blobs.exists(image.thumbnailKey())).isFalse();
  }

  @Test
  void aCrowdOfGenerationsEndsWithItsMoneyInOrder() throws Exception {
    List<Object> ends =
        crowd.all(25, number -> generations.submit(caller, small(), origin(), NONE));
    for (Object end : ends) {
      String id = ((Submission) end).generation().id();
      assertThat(backstage.awaitEnd(caller, id).generation().status())
          .isEqualTo(GenerationStatus.COMPLETED);
    }

    assertThat(held()).isZero();
    assertThat(transfers("PENDING")).isEqualTo(25);
    assertThat(transfers("POST")).isEqualTo(25);
    assertThat(ledger.available(tenant())).isEqualTo(PLENTY.minus(each().times(25)));
  }

  private Generation submit(int count) {
    return generations.submit(caller, small().count(count), origin(), NONE).generation();
  }

  private Credits each() {
    return catalog.current().get(Backstage.MODEL).listPrice().get();
  }

  private String tenant() {
    return caller.tenantId();
  }

  private long tasks(String id) throws Exception {
    return backstage.count("select count(*) from scheduled_tasks where task_instance = ?", id);
  }

  private long held() throws Exception {
    return backstage.count("select held from ledger_account where owner_id = ?", tenant());
  }

  private long transfers(String phase) throws Exception {
    return backstage.count(
        "select count(*) from ledger_transfer where debit_account = ? and phase = ?",
        "acc_" + tenant(),
        phase);
  }

  private String outcomeOfAttempt(String id) throws Exception {
    return (String) backstage.value("select outcome from attempt where generation_id = ?", id);
  }

  private List<String> files(String id) {
    List<String> found = new CopyOnWriteArrayList<>();
    blobs.eachKey("images/" + id.substring(id.length() - 2) + "/" + id, found::add);
    return found;
  }

  private void assertNothingWasCharged() throws Exception {
    assertThat(held()).isZero();
    assertThat(transfers("POST")).isZero();
    assertThat(ledger.available(tenant())).isEqualTo(PLENTY);
  }
}
