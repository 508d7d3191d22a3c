package dev.easel.adapter.storage.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.asset.BlobStore.MissingBlobException;
import dev.easel.domain.asset.BlobStore.StorageException;
import dev.easel.domain.asset.BlobStore.UnreachableException;
import dev.easel.domain.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Against a server that speaks S3. */
class S3BlobStoreTest {

  private static final String KEY = "images/3f/gen_3f2a/1/0.png";

  private static RealS3 server;

  private S3BlobStore store;
  private String prefix;

  @BeforeAll
  static void startServer(@TempDir Path directory) throws Exception {
    server = new RealS3(Files.createDirectories(directory.resolve("s3")));
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void openUnderAPrefixOfItsOwn(TestInfo test) {
    prefix = "easel/" + test.getTestMethod().orElseThrow().getName();
    store = new S3BlobStore(server.settings("prefix", prefix));
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void whatIsPutCanBeReadAsAWholeAndAsAStream() throws IOException {
    byte[] content = new byte[3_000_000];
    new Random(1).nextBytes(content);

    store.put(KEY, content);

    assertThat(store.read(KEY)).isEqualTo(content);
    try (InputStream in = store.open(KEY)) {
      assertThat(in.readAllBytes()).isEqualTo(content);
    }
    assertThat(store.exists(KEY)).isTrue();
  }

  @Test
  void aStreamThatNobodyReadsToItsEndIsClosedAllTheSame() throws IOException {
    store.put(KEY, new byte[2_000_000]);

    try (InputStream in = store.open(KEY)) {
      assertThat(in.read()).isZero();
      assertThat(in.skip(10)).isEqualTo(10);
    }

    assertThat(store.exists(KEY)).isTrue();
  }

  @Test
  void anUnknownBlobIsMissing() {
    store.put(KEY, bytes("pixels"));

    assertThat(store.exists("images/3f")).isFalse();
    assertThatThrownBy(() -> store.open("images/3f")).isInstanceOf(MissingBlobException.class);
    assertThatThrownBy(() -> store.read("images/none")).isInstanceOf(MissingBlobException.class);
  }

  @Test
  void objectsLieBelowThePrefixAndKeysDoNotTellIt() {
    store.put(KEY, bytes("pixels"));
    store.probe();

    assertThat(keys("")).containsExactly(KEY);
    try (S3Client client = server.client();
        S3BlobStore whole = new S3BlobStore(server.settings())) {
      assertThat(whole.exists(prefix + "/" + KEY)).isTrue();
      assertThat(
              client
                  .headObject(one -> one.bucket(RealS3.BUCKET).key(prefix + "/" + KEY))
                  .contentType())
          .isEqualTo("image/png");
    }
  }

  @Test
  void aFolderIsListedWithoutItsNeighbours() {
    store.put("images/3f/gen_1/1/0.png", bytes("a"));
    store.put("images/3f/gen_1/10/0.png", bytes("b"));
    store.put("images/3f/gen_10/1/0.png", bytes("c"));

    assertThat(keys("images/3f/gen_1"))
        .containsExactlyInAnyOrder("images/3f/gen_1/1/0.png", "images/3f/gen_1/10/0.png");
    assertThat(keys("images/3f/gen_1/1")).containsExactly("images/3f/gen_1/1/0.png");
    assertThat(keys("images/3f/gen_1/1/0.png")).containsExactly("images/3f/gen_1/1/0.png");
  }

  @Test
  void moreKeysThanOnePageAreAllListed() {
    try (S3Client client = server.client()) {
      for (int i = 0; i < 1001; i++) {
        String key = prefix + "/images/00/" + i;
        client.putObject(
            one -> one.bucket(RealS3.BUCKET).key(key), RequestBody.fromBytes(new byte[1]));
      }
    }

    assertThat(keys("images/00")).hasSize(1001).doesNotHaveDuplicates();
  }

  @Test
  void aTreeIsDeletedWithoutItsNeighboursAndAgain() {
    store.put("images/3f/gen_1/1/0.png", bytes("a"));
    store.put("images/3f/gen_1/2/0.png", bytes("b"));
    store.put("images/3f/gen_10/1/0.png", bytes("c"));

    store.deleteTree("images/3f/gen_1");
    store.deleteTree("images/3f/gen_1");
    store.deleteTree("images/none/at-all.png");

    assertThat(keys("")).containsExactly("images/3f/gen_10/1/0.png");
  }

  @Test
  void contentThatIsNotWhatWasPutIsNotRead() {
    try (S3Client client = server.client()) {
      client.putObject(
          one ->
              one.bucket(RealS3.BUCKET)
                  .key(prefix + "/" + KEY)
                  .metadata(Map.of("sha256", Sha256.hex(bytes("pixels")))),
          RequestBody.fromBytes(bytes("pixelz")));
    }

    assertThatThrownBy(() -> store.read(KEY))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("SHA-256");
    assertThatThrownBy(
            () -> {
              try (InputStream in = store.open(KEY)) {
                in.readAllBytes();
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("SHA-256");
  }

  @Test
  void whatOtherToolsPutIsReadUnchecked() {
    try (S3Client client = server.client()) {
      client.putObject(
          one -> one.bucket(RealS3.BUCKET).key(prefix + "/" + KEY),
          RequestBody.fromBytes(bytes("pixels")));
    }

    assertThat(store.read(KEY)).isEqualTo(bytes("pixels"));
  }

  @Test
  void wrongCredentialsAndAMissingBucketAreToldByTheProbe() {
    try (S3BlobStore stranger = new S3BlobStore(server.settings("secret-key", "wrong"));
        S3BlobStore lost = new S3BlobStore(server.settings("bucket", "nowhere"))) {
      assertThatThrownBy(stranger::probe)
          .isInstanceOf(UnreachableException.class)
          .hasMessageContaining("403")
          .hasMessageNotContaining("wrong");
      assertThatThrownBy(lost::probe)
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("nowhere");
    }
  }

  @Test
  void aServerThatIsGoneIsUnreachableAndFoundAgain(@TempDir Path directory) throws Exception {
    RealS3 mortal = new RealS3(directory);
    int port = mortal.port();
    try (S3BlobStore waiting = new S3BlobStore(mortal.settings())) {
      waiting.put(KEY, bytes("pixels"));
      mortal.close();

      assertThatThrownBy(() -> waiting.put("images/00/a.png", bytes("a")))
          .isInstanceOf(UnreachableException.class);
      assertThatThrownBy(() -> waiting.read(KEY)).isInstanceOf(UnreachableException.class);
      assertThatThrownBy(() -> waiting.exists(KEY)).isInstanceOf(UnreachableException.class);
      assertThatThrownBy(() -> waiting.eachKey("", key -> {}))
          .isInstanceOf(UnreachableException.class);
      assertThatThrownBy(waiting::probe).isInstanceOf(UnreachableException.class);

      try (RealS3 again = new RealS3(directory, port)) {
        waiting.probe();
        assertThat(waiting.read(KEY)).isEqualTo(bytes("pixels"));
        assertThat(again.port()).isEqualTo(port);
      }
    }
  }

  private List<String> keys(String below) {
    List<String> keys = new ArrayList<>();
    store.eachKey(below, keys::add);
    return keys;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
