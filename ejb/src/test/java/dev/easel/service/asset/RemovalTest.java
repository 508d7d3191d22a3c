package dev.easel.service.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.fake.InMemoryBlobs;
import org.junit.jupiter.api.Test;

/** Clean-up on a disk that does not let go of a file. */
class RemovalTest {

  private static final String GENERATION = "gen_0123456789abcdef01234567";
  private static final String ATTEMPTS = "images/67/" + GENERATION + "/";

  private final InMemoryBlobs blobs = new InMemoryBlobs();
  private final ImageFiles files = new ImageFiles();

  @Test
  void whatCannotBeRemovedIsTriedAFewTimesAndTheOthersGo() {
    store();
    blobs.stuck(ATTEMPTS + "1");

    files.removeBefore(GENERATION, 4);

    assertThat(blobs.keys()).containsExactly(ATTEMPTS + "1/0.png");
    assertThat(blobs.refusals()).isBetween(2, 5);
  }

  @Test
  void aStoreThatDoesNotAnswerIsAskedOnce() {
    store();
    blobs.silent(1);

    files.removeAttempt(GENERATION, 1);
    files.removeAttempt(GENERATION, 2);

    assertThat(blobs.keys()).containsExactly(ATTEMPTS + "1/0.png", ATTEMPTS + "3/0.png");
  }

  @Test
  void theSweepGoesOnAfterAFileItCannotRemove() {
    store();
    blobs.stuck(ATTEMPTS + "2");
    StorageAudit audit = new StorageAudit();
    audit.blobs = blobs;

    blobs.keys().forEach(audit::remove);

    assertThat(blobs.keys()).containsExactly(ATTEMPTS + "2/0.png");
  }

  private void store() {
    files.blobs = blobs;
    for (int attempt = 1; attempt < 4; attempt++) {
      blobs.put(ATTEMPTS + attempt + "/0.png", new byte[1]);
    }
  }
}
