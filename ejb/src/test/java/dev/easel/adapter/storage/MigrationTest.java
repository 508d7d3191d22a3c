package dev.easel.adapter.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.adapter.storage.s3.RealS3;
import dev.easel.adapter.storage.s3.S3BlobStore;
import dev.easel.fake.InMemoryBlobs;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {

  private final InMemoryBlobs source = new InMemoryBlobs();
  private final InMemoryBlobs target = new InMemoryBlobs();
  private final List<String> problems = new CopyOnWriteArrayList<>();

  @BeforeEach
  void fill() {
    for (int i = 0; i < 100; i++) {
      source.put("images/%02d/a.png".formatted(i), ("picture " + i).getBytes(UTF_8));
    }
  }

  @Test
  void everythingIsCopiedOnce() throws InterruptedException {
    assertThat(run(Migration.Mode.COPY)).startsWith("100 copied (").endsWith("0 wrong");
    assertThat(run(Migration.Mode.COPY))
        .isEqualTo("0 copied (0 bytes), 100 already there, 0 wrong");
    assertThat(run(Migration.Mode.CHECK)).startsWith("100 the same").endsWith("0 wrong");
    assertThat(source.keys()).isEqualTo(target.keys());
  }

  @Test
  void aDryRunOnlyCounts() throws InterruptedException {
    target.put("images/00/a.png", new byte[1]);

    assertThat(run(Migration.Mode.DRY_RUN)).isEqualTo("99 to copy, 1 already there, 0 wrong");
    assertThat(target.keys()).hasSize(1);
  }

  @Test
  void whatBreaksOffIsGoneOnWith() throws InterruptedException {
    target.roomFor(40);
    Migration full = new Migration(source, target, Migration.Mode.COPY, problems::add);
    assertThat(full.run()).isFalse();
    target.roomFor(1000);

    run(Migration.Mode.COPY);

    assertThat(target.keys()).hasSize(100);
  }

  @Test
  void aStoreThatDoesNotAnswerStopsIt() throws InterruptedException {
    target.silent(1);
    Migration cutOff = new Migration(source, target, Migration.Mode.COPY, problems::add);

    assertThat(cutOff.run()).isFalse();

    assertThat(problems).isNotEmpty().allMatch(problem -> problem.startsWith("Stopped"));
    assertThat(target.keys().size()).isLessThan(100);
  }

  @Test
  void nothingIsDeletedThatDiffers() throws InterruptedException {
    target.put("images/00/a.png", "another picture".getBytes(UTF_8));
    Migration move = new Migration(source, target, Migration.Mode.MOVE, problems::add);

    assertThat(move.run()).isFalse();

    assertThat(source.keys()).containsExactly("images/00/a.png");
    assertThat(target.keys()).hasSize(100);
    assertThat(problems).singleElement().asString().contains("differs");
  }

  @Test
  void whatIsMissingIsFoundByTheCheck() throws InterruptedException {
    run(Migration.Mode.COPY);
    target.deleteTree("images/07");
    Migration check = new Migration(source, target, Migration.Mode.CHECK, problems::add);

    assertThat(check.run()).isFalse();

    assertThat(problems).containsExactly("images/07/a.png is missing");
  }

  @Test
  void picturesGoToABucketAndBack(@TempDir Path directory) throws Exception {
    try (RealS3 server = new RealS3(directory);
        S3BlobStore bucket = new S3BlobStore(server.settings("prefix", "easel"))) {
      Migration there = new Migration(source, bucket, Migration.Mode.COPY, problems::add);
      assertThat(there.run()).isTrue();
      Migration back = new Migration(bucket, target, Migration.Mode.MOVE, problems::add);
      assertThat(back.run()).isTrue();

      assertThat(run(Migration.Mode.CHECK)).startsWith("100 the same").endsWith("0 wrong");
      IntStream.range(0, 100)
          .forEach(i -> assertThat(bucket.exists("images/%02d/a.png".formatted(i))).isFalse());
    }
  }

  private String run(Migration.Mode mode) throws InterruptedException {
    Migration migration = new Migration(source, target, mode, problems::add);
    assertThat(migration.run()).as(problems.toString()).isTrue();
    return migration.summary();
  }
}
