package dev.easel.adapter.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobPathsTest {

  private static final Path ROOT = Path.of(System.getProperty("java.io.tmpdir"));

  private final BlobPaths paths = paths();

  @ParameterizedTest
  @ValueSource(strings = {"a", "images/3f/gen_3f2a/1/0.png", "a.b/c-d/_e", "0/thumb.v2.jpeg"})
  void generatedKeysAreAccepted(String key) {
    assertThat(paths.keyOf(paths.of(key))).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/etc/passwd",
        "..",
        "../x",
        "a/../b",
        "a/..",
        ".tmp/x",
        "a/.hidden",
        "a//b",
        "a/",
        "A/B",
        "a\\b",
        "a%2e%2e/b",
        "a\0b",
        "a\n",
        "a b",
        "c:/x",
        "ä",
        "a/./b",
        "\u202eb"
      })
  void anythingElseIsRefused(String key) {
    assertThatThrownBy(() -> paths.of(key)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 2_000)
  void noKeyLeavesTheRoot(@ForAll("nasty") String key) {
    try {
      Path path = paths.of(key);
      assertThat(path.normalize()).isEqualTo(path);
      assertThat(path.startsWith(paths.ofPrefix(""))).isTrue();
      assertThat(path).isNotEqualTo(paths.ofPrefix("")).isNotEqualTo(paths.temporary());
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith("Not a storage key");
    }
  }

  @Provide
  Arbitrary<String> nasty() {
    Arbitrary<String> pieces =
        Arbitraries.of("a", "0", "_", "-", ".", "..", "/", "//", "\\", "%2e", "\0", ".tmp", "~");
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(8).map(parts -> String.join("", parts)), Arbitraries.strings());
  }

  @Property(tries = 20)
  void keysOfMoreThanTwoHundredCharactersAreRefused(@ForAll boolean nested) {
    String key = (nested ? "a/" : "aa").repeat(101) + "a";

    assertThatThrownBy(() -> paths.of(key))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(250));
  }

  private static BlobPaths paths() {
    try {
      return new BlobPaths(ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
