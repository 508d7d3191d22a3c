package dev.easel.slice;

import static dev.easel.slice.Backstage.origin;
import static dev.easel.slice.Backstage.small;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.asset.BlobStore;
import dev.easel.domain.asset.Image;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Ids;
import dev.easel.domain.shared.JobRunner;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Jakarta Batch in the container, with its repository in the application's database. */
@ArquillianTest
class BatchIT {

  @Inject JobRunner jobs;
  @Inject BlobStore blobs;
  @Inject GenerationService generations;
  @Inject Backstage backstage;

  @Deployment
  static WebArchive slice() {
    return Slices.war(BatchIT.class);
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

  private String sweep() throws Exception {
    long execution = jobs.start("storage-sweep", Map.of());
    backstage.becomesTrue(() -> !List.of("STARTING", "STARTED").contains(jobs.status(execution)));
    return jobs.status(execution);
  }

  private static String orphan() {
    String id = Ids.random("gen");
    return "images/" + id.substring(id.length() - 2) + "/" + id + "/1/0.png";
  }
}
