package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.shared.FailureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StyleBookTest {

  @Test
  void stylesAreWordsAfterThePromptInTheOrderGiven() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("lighting", "sunset");
    choices.put("preset", "pixel_art");

    String effective = shipped().apply("  a lake ", choices);

    assertThat(effective).isEqualTo("a lake, sunset light, pixel art");
  }

  @Test
  void aStyleWithoutWordsAddsNothing() {
    assertThat(shipped().apply("a lake", Map.of("preset", "none"))).isEqualTo("a lake");
  }

  @Test
  void withoutStylesThePromptIsUsedAsItIs() {
    assertThat(shipped().apply("a lake", Map.of())).isEqualTo("a lake");
  }

  @Test
  void anUnknownValueNamesItsAxisAndTheValuesThereAre() {
    StyleBook book = shipped();

    FailureException failure =
        catchThrowableOfType(
            FailureException.class, () -> book.apply("a lake", Map.of("preset", "nonsense")));

    assertThat(failure.fields()).containsOnlyKeys("style.preset");
    assertThat(failure.getMessage()).contains("anime", "watercolor");
  }

  @Test
  void theValuesOfAnAxisAreSorted() {
    assertThat(shipped().values("preset")).contains("none", "anime").isSorted();
  }

  @Test
  void anAxisNobodyKnowsHasNoValues() {
    assertThat(shipped().values("smell")).isEmpty();
  }

  @Test
  void theOperatorsFileIsLaidOverTheShippedOne(@TempDir Path directory) throws IOException {
    Path own = directory.resolve("own.properties");
    Files.writeString(own, "preset.house = our house style\npreset.pixel_art = big pixels\n");
    StyleBook book = book(Optional.of(own.toString()));

    assertThat(book.apply("x", Map.of("preset", "house"))).isEqualTo("x, our house style");
    assertThat(book.apply("x", Map.of("preset", "pixel_art"))).isEqualTo("x, big pixels");
    assertThat(book.apply("x", Map.of("lighting", "sunset"))).isEqualTo("x, sunset light");
  }

  @Test
  void aMissingFileOfTheOperatorStopsTheStart(@TempDir Path directory) {
    Optional<String> missing = Optional.of(directory.resolve("missing").toString());

    assertThatThrownBy(() -> book(missing)).isInstanceOf(UncheckedIOException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {4001, 100_000})
  void aStyleWithoutRoomInTheSchemaStopsTheStart(int length, @TempDir Path directory)
      throws IOException {
    Path own = directory.resolve("own.properties");
    Files.writeString(own, "preset.novel = " + "x".repeat(length));

    assertThatThrownBy(() -> book(Optional.of(own.toString()))).hasMessageContaining("novel");
  }

  private static StyleBook shipped() {
    return book(Optional.empty());
  }

  private static StyleBook book(Optional<String> file) {
    StyleBook book = new StyleBook();
    book.file = file;
    book.load();
    return book;
  }
}
