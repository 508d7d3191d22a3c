package dev.easel.adapter.vision.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.gallery.Meaning;
import dev.easel.domain.gallery.TextEmbedder;
import org.junit.jupiter.api.Test;

/** What the network makes of texts. */
class MiniLmEmbedderTest {

  private final TextEmbedder texts = House.texts();

  @Test
  void textsAreCutAsTheNetworkLearntThem() {
    WordPieces pieces = WordPieces.read(new ModelFiles().beside(Model.TEXT, "-tokenizer.json"));

    assertThat(pieces.of("Hello, WÖRLD!", 128)).containsExactly(101, 7592, 1010, 2088, 999, 102);
    assertThat(pieces.of("unaffable", 128)).containsExactly(101, 14477, 20961, 3468, 102);
    assertThat(pieces.of("", 128)).containsExactly(101, 102);
    assertThat(pieces.of("a ".repeat(500), 128)).hasSize(128).endsWith(102);
    assertThat(pieces.of("\uD83E\uDD84", 128)).containsExactly(101, 100, 102);
  }

  @Test
  void whatMeansAlikeIsNear() {
    assertThat(nearness("cat", "kitten")).isGreaterThan(6000);
    assertThat(nearness("a castle on a hill at dusk", "an old fortress in the evening"))
        .isGreaterThan(4000);
    assertThat(nearness("a castle on a hill at dusk", "an invoice for office chairs"))
        .isLessThan(2000);
    assertThat(nearness("a boat at sea", "a boat at sea")).isEqualTo(Meaning.SAME);
  }

  private int nearness(String one, String other) {
    return texts.of(one).nearness(texts.of(other));
  }
}
