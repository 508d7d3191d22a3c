package dev.easel.slice;

import static dev.easel.slice.Backstage.origin;
import static dev.easel.slice.Backstage.small;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.asset.BlobStore;
import dev.easel.domain.asset.Image;
import dev.easel.domain.batch.BatchJob;
import dev.easel.domain.batch.BatchRepository;
import dev.easel.domain.batch.BatchRun;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Ids;
import dev.easel.domain.shared.JobRunner;
import dev.easel.service.batch.BatchRuns;
import dev.easel.service.batch.BatchSteps;
import dev.easel.service.batch.FenceLostException;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Jakarta Batch in the container, with its repository in the application's database. */
@ArquillianTest
class BatchIT {

  private static final BatchJob JOB = new TwoItems();

  @Inject JobRunner jobs;
  @Inject BatchRuns runs;
  @Inject BatchSteps steps;
  @Inject BatchRepository repository;
  @Inject Crowd crowd;
  @Inject BlobStore blobs;
  @Inject GenerationService generations;
  @Inject Backstage backstage;

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  @Test
  void theSweepRemovesWhatNoRowKnows() throws Exception {
    List<String> orphans = IntStream.range(0, 25).mapToObj(i -> orphan()).toList();
    orphans.forEach(key -> blobs.put(key, "left behind".getBytes(UTF_8)));

    assertThat(sweep()).isEqualTo("COMPLETED");

    assertThat(orphans).noneMatch(blobs::exists);
  }

  @Test
  void theSweepLeavesWhatWasDelivered() throws Exception {
    Caller caller = backstage.tenantWith(Credits.of(10));
    String id = generations.submit(caller, small(), origin(), Idempotency.none()).generation().id();
    Image image = backstage.awaitEnd(caller, id).images().get(0);

    assertThat(sweep()).isEqualTo("COMPLETED");

    assertThat(blobs.exists(image.blobKey())).isTrue();
    assertThat(blobs.exists(image.thumbnailKey())).isTrue();
  }

  @Test
  void itsHistoryIsInTheDatabaseOfTheApplication() throws Exception {
    sweep();

    assertThat(
            backstage.count(
                "select count(*) from information_schema.tables"
                    + " where lower(table_name) like 'batch!_%' escape '!'"))
        .isPositive();
  }

  @Test
  void aJobNobodyWroteIsRefused() {
    assertThatThrownBy(() -> jobs.start("no-such-job", Map.of())).isInstanceOf(Exception.class);
  }

  @Test
  void oneRunOfAJobIsOpenAtATime() throws Exception {
    List<Object> asked = crowd.all(8, n -> runs.request("slice-none", "", Map.of()).id());

    assertThat(Set.copyOf(asked)).hasSize(1);
  }

  @Test
  void ofManyServersOneClaimsWhatWasLeftBehind() throws Exception {
    String run = leftBehind();

    List<Object> claims = crowd.all(8, n -> steps.claim(run, "server" + n, false).isPresent());

    // The engine of this very server may have been the one.
    assertThat(claims.stream().filter(Boolean.TRUE::equals).count()).isLessThanOrEqualTo(1);
    assertThat(backstage.count("select fence from batch_run where id = ?", run)).isEqualTo(2);
  }

  @Test
  void whoLostTheRunWritesNothing() throws Exception {
    String run = leftBehind();
    steps.claim(run, "another", false);

    assertThatThrownBy(
            () ->
                backstage.inTransaction(
                    () -> {
                      steps.perform(run, "one", JOB);
                      steps.confirm(run, 1, 1);
                      return null;
                    }))
        .isInstanceOf(FenceLostException.class);

    String item = "select state from batch_item where run_id = ? and item_key = 'one'";
    assertThat(backstage.value(item, run)).isEqualTo("OPEN");
  }

  @Test
  void aRunStopsWhenAskedAndDoesNotGoOn() throws Exception {
    String run = leftBehind();
    long fence = steps.claim(run, "another", false).map(BatchRun::fence).orElse(2L);

    runs.stop(run);

    assertThat(steps.next(run, fence, "", 1)).isEmpty();
  }

  /** Claimed with two items by a server that was not heard of since. */
  private String leftBehind() throws Exception {
    String run =
        backstage.inTransaction(
            () -> {
              BatchRun added = new BatchRun(JOB.name(), Ids.random("key"), "{}", backstage.now());
              repository.add(added);
              steps.claim(added.id(), "dead", false);
              steps.plan(added.id(), 1, JOB);
              return added.id();
            });
    backstage.change(
        "update batch_run set lease_until = ? where id = ?",
        backstage.now().minusSeconds(1).atOffset(ZoneOffset.UTC),
        run);
    return run;
  }

  private String sweep() throws Exception {
    // What is under way may be past the shelf already.
    backstage.becomesTrue(() -> runs.latest("storage-sweep").map(this::ended).orElse(true));
    String run = runs.request("storage-sweep").id();
    backstage.becomesTrue(() -> ended(runs.get(run)));
    return runs.get(run).state().name();
  }

  private boolean ended(BatchRun run) {
    return !run.state().isOpen();
  }

  private static String orphan() {
    String id = Ids.random("gen");
    return "images/" + id.substring(id.length() - 2) + "/" + id + "/1/0.png";
  }

  /** A job no archive has. */
  private static final class TwoItems implements BatchJob {
    @Override
    public String name() {
      return "slice-job";
    }

    @Override
    public List<String> plan(Map<String, String> parameters) {
      return List.of("one", "two");
    }

    @Override
    public void work(String runId, String itemKey) {
      // Its effect is the item's state.
    }
  }
}
