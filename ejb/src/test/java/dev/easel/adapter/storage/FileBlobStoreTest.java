package dev.easel.adapter.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.asset.BlobStore.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBlobStoreTest {

  private static final String KEY = "images/3f/gen_3f2a/1/0.png";
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path data;

  private FileBlobStore store;

  @BeforeEach
  void open() {
    store = opened(new FileBlobStore());
  }

  @Test
  void whatIsPutCanBeRead() throws IOException {
    store.put(KEY, bytes("pixels"));

    assertThat(read(KEY)).isEqualTo("pixels");
    assertThat(store.exists(KEY)).isTrue();
    assertThat(temporaries()).isEmpty();
  }

  @Test
  void blobsSurviveANewStart() throws IOException {
    store.put(KEY, bytes("pixels"));

    store = opened(new FileBlobStore());

    assertThat(read(KEY)).isEqualTo("pixels");
  }

  @Test
  void anUnknownBlobIsRefused() {
    assertThat(store.exists(KEY)).isFalse();
    assertThatThrownBy(() -> store.open(KEY)).isInstanceOf(StorageException.class);
  }

  @Test
  void aDirectoryIsNoBlob() {
    store.put(KEY, bytes("pixels"));

    assertThat(store.exists("images/3f")).isFalse();
    assertThatThrownBy(() -> store.open("images/3f")).isInstanceOf(StorageException.class);
  }

  @Test
  void aWriteThatFailsLeavesNothing() throws IOException {
    FileBlobStore full = opened(new FullDisk());

    assertThatThrownBy(() -> full.put(KEY, new byte[10_000])).isInstanceOf(StorageException.class);

    assertThat(full.exists(KEY)).isFalse();
    assertThat(temporaries()).isEmpty();
  }

  @Test
  void aWriteThatFailsKeepsTheOldContent() throws IOException {
    store.put(KEY, bytes("pixels"));

    assertThatThrownBy(() -> opened(new FullDisk()).put(KEY, new byte[10_000]))
        .isInstanceOf(StorageException.class);

    assertThat(read(KEY)).isEqualTo("pixels");
  }

  @Test
  void aNameThatCannotBeTakenLeavesNoTemporaryFile() throws IOException {
    store.put(KEY + "/nested", bytes("in the way"));

    assertThatThrownBy(() -> store.put(KEY, bytes("pixels"))).isInstanceOf(StorageException.class);

    assertThat(temporaries()).isEmpty();
  }

  @Test
  void readersSeeAllOrNothingWhileOthersWrite() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              for (int i = 1; i <= 60; i++) {
                byte[] content = new byte[200_000];
                Arrays.fill(content, (byte) i);
                store.put("one", content);
              }
              done.set(true);
            });
    writer.start();

    int seen = 0;
    while (!done.get()) {
      if (store.exists("one")) {
        seen++;
        assertThat(oneValue("one")).isTrue();
      }
    }
    writer.join();
    assertThat(seen).isPositive();
  }

  @Test
  void aTreeIsDeletedAndItsNeighboursStay() throws IOException {
    store.put("images/3f/gen_1/1/0.png", bytes("a"));
    store.put("images/3f/gen_1/2/0.png", bytes("b"));
    store.put("images/3f/gen_12/1/0.png", bytes("c"));

    store.deleteTree("images/3f/gen_1");

    assertThat(keys("")).containsExactly("images/3f/gen_12/1/0.png");
    assertThat(data.resolve("blobs/images/3f/gen_1")).doesNotExist();
  }

  @Test
  void oneBlobIsDeletedByItsKeyAndUnknownKeysAreFine() {
    store.put(KEY, bytes("pixels"));

    store.deleteTree(KEY);
    store.deleteTree(KEY);
    store.deleteTree("never/was");

    assertThat(store.exists(KEY)).isFalse();
  }

  @Test
  void keysAreListedBelowAPrefix() {
    store.put("a/1", bytes("x"));
    store.put("a/b/2", bytes("x"));
    store.put("ab/3", bytes("x"));

    assertThat(keys("a")).containsExactlyInAnyOrder("a/1", "a/b/2");
    assertThat(keys("")).hasSize(3);
    assertThat(keys("a/1")).containsExactly("a/1");
    assertThat(keys("nothing")).isEmpty();
  }

  @Test
  void temporaryFilesAreNoKeys() throws IOException {
    Files.writeString(data.resolve("blobs/.tmp/half"), "half");

    assertThat(keys("")).isEmpty();
  }

  @Test
  void aNewStartRemovesOldTemporaryFilesAndNoFreshOnes() throws IOException {
    Path old = Files.writeString(data.resolve("blobs/.tmp/old"), "half");
    Path fresh = Files.writeString(data.resolve("blobs/.tmp/fresh"), "half");
    Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofMinutes(61))));
    Files.setLastModifiedTime(fresh, FileTime.from(NOW.minus(Duration.ofMinutes(59))));

    opened(new FileBlobStore());

    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
  }

  @Test
  void linksThatLeadOutAreNotFollowed() throws IOException {
    Path outside = Files.createDirectory(data.resolve("outside"));
    Files.writeString(outside.resolve("secret"), "secret");
    Files.createSymbolicLink(data.resolve("blobs/link"), outside);
    Files.createSymbolicLink(data.resolve("blobs/file"), outside.resolve("secret"));

    assertThatThrownBy(() -> store.open("link/secret")).isInstanceOf(StorageException.class);
    assertThatThrownBy(() -> store.open("file")).isInstanceOf(StorageException.class);
    assertThatThrownBy(() -> store.put("link/new", bytes("x")))
        .isInstanceOf(StorageException.class);
    assertThatThrownBy(() -> store.deleteTree("link/secret")).isInstanceOf(StorageException.class);
    store.deleteTree("link");
    assertThat(keys("")).isEmpty();
    assertThat(outside.resolve("secret")).exists();
    assertThat(outside.resolve("new")).doesNotExist();
  }

  @Test
  void theProbeLeavesNothing() throws IOException {
    store.probe();

    assertThat(temporaries()).isEmpty();
  }

  @Test
  void theProbeFailsWhenWritesFail() throws IOException {
    assertThatThrownBy(() -> opened(new FullDisk()).probe()).isInstanceOf(StorageException.class);
    assertThat(temporaries()).isEmpty();
  }

  @Test
  void theProbeFailsWhenSpaceIsShort() {
    assertThatThrownBy(() -> opened(new NearlyFullDisk()).probe())
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("16777215");
  }

  @Test
  void aStoreThatIsNoDirectorySaysSo(@TempDir Path elsewhere) throws IOException {
    Files.createFile(elsewhere.resolve("blobs"));
    FileBlobStore unopened = new FileBlobStore();
    unopened.data = elsewhere.toString();

    assertThatThrownBy(unopened::open)
        .isInstanceOf(StorageException.class)
        .hasMessageEndingWith(elsewhere.resolve("blobs") + ": it is not a directory");
  }

  @Test
  void aRootThatIsAFileFailsTheStart() throws IOException {
    FileBlobStore broken = new FileBlobStore();
    broken.data = Files.writeString(data.resolve("file"), "x").toString();
    broken.clock = Clock.systemUTC();

    assertThatThrownBy(broken::open).isInstanceOf(StorageException.class);
  }

  private FileBlobStore opened(FileBlobStore unopened) {
    unopened.data = data.toString();
    unopened.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    unopened.open();
    return unopened;
  }

  private String read(String key) throws IOException {
    try (InputStream in = store.open(key)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private boolean oneValue(String key) throws IOException {
    try (InputStream in = store.open(key)) {
      byte[] content = in.readAllBytes();
      byte[] expected = new byte[200_000];
      Arrays.fill(expected, content[0]);
      return Arrays.equals(content, expected);
    }
  }

  private List<String> keys(String prefix) {
    List<String> keys = new ArrayList<>();
    store.eachKey(prefix, keys::add);
    return keys;
  }

  private List<Path> temporaries() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("blobs/.tmp"))) {
      return files.toList();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  /** Takes half of what is written, then fails as the system call does. */
  private static class FullDisk extends FileBlobStore {
    @Override
    void write(Path file, byte[] content) throws IOException {
      super.write(file, Arrays.copyOf(content, content.length / 2));
      throw new IOException("No space left on device");
    }
  }

  private static class NearlyFullDisk extends FileBlobStore {
    @Override
    long usableBytes() {
      return MIN_USABLE_BYTES - 1;
    }
  }
}
