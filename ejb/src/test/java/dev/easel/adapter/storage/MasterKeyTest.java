package dev.easel.adapter.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {

  @TempDir Path data;

  @Test
  void theFirstStartMakesAFileForItsOwnerOnly() throws IOException {
    key(Optional.empty());

    Path file = data.resolve("home/master.key");
    assertThat(file).hasSize(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(names()).containsExactly("master.key");
  }

  @Test
  void laterStartsUseTheSameKey() {
    byte[] first = key(Optional.empty()).derive("x");

    assertThat(key(Optional.empty()).derive("x")).isEqualTo(first);
  }

  @Test
  void twoInstallationsHaveDifferentKeys() throws IOException {
    byte[] first = key(Optional.empty()).derive("x");
    Files.delete(data.resolve("home/master.key"));

    assertThat(key(Optional.empty()).derive("x")).isNotEqualTo(first);
  }

  @Test
  void serversThatStartTogetherAgreeOnOneKey() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Callable<String>> starts =
        IntStream.range(0, 8)
            .<Callable<String>>mapToObj(
                i -> () -> HexFormat.of().formatHex(key(Optional.empty()).derive("x")))
            .toList();

    List<Future<String>> keys = threads.invokeAll(starts);
    threads.shutdown();

    assertThat(keys.stream().map(MasterKeyTest::value).collect(Collectors.toSet())).hasSize(1);
    assertThat(names()).containsExactly("master.key");
  }

  @Test
  void labelsGiveUnrelatedKeysOfThirtyTwoBytes() {
    MasterKey key = key(Optional.empty());

    assertThat(key.derive("a")).hasSize(32).isNotEqualTo(key.derive("b"));
  }

  @Test
  void theConfiguredKeyWinsAndLeavesNoFile() {
    String configured = Base64.getEncoder().encodeToString(new byte[32]);

    byte[] derived = key(Optional.of(configured + "\n")).derive("label");

    // HMAC-SHA256("label") under 32 zero bytes, from another implementation.
    assertThat(HexFormat.of().formatHex(derived))
        .isEqualTo("1ef0d3b4eade9987e2a8ae934f410d385276a53612e577caf9dda9eef38b686e");
    assertThat(data.resolve("home")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 31, 33, 64})
  void aConfiguredKeyOfAnotherLengthFailsTheStart(int length) {
    String configured = Base64.getEncoder().encodeToString(new byte[length]);

    assertThatThrownBy(() -> key(Optional.of(configured)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("easel.master-key holds " + length + " bytes");
  }

  @Test
  void aConfiguredKeyThatIsNoBase64FailsTheStartAndIsNotTold() {
    assertThatThrownBy(() -> key(Optional.of("s3cret~!")))
        .isInstanceOf(IllegalStateException.class)
        .hasNoCause()
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret").doesNotContain("~"));
  }

  @Test
  void aFileOfAnotherLengthFailsTheStartAndIsKept() throws IOException {
    Path file = Files.createDirectories(data.resolve("home")).resolve("master.key");
    Files.write(file, new byte[5]);

    assertThatThrownBy(() -> key(Optional.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("holds 5 bytes");
    assertThat(file).hasSize(5);
  }

  private MasterKey key(Optional<String> configured) {
    MasterKey key = new MasterKey();
    key.data = data.resolve("home").toString();
    key.configured = configured;
    key.load();
    return key;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("home"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static String value(Future<String> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
