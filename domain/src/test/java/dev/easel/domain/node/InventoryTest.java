package dev.easel.domain.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InventoryTest {

  @Test
  void comesBackAsItWas() {
    Inventory inventory =
        new Inventory(
            Map.of(
                "checkpoints", Set.of("sd xl.safetensors", "sub/flux.gguf"),
                "loras", Set.of("Ünïcode, = and: more.pt")),
            Set.of("KSampler", "SaveImage"),
            Set.of("euler"),
            Set.of("normal", "karras"));

    assertThat(Inventory.parse(inventory.text())).isEqualTo(inventory);
    assertThat(Inventory.parse(Inventory.none().text())).isEqualTo(Inventory.none());
  }

  @Test
  void namesThatAreNoLinesAreLeftOut() {
    Inventory odd =
        new Inventory(
            Map.of("loras", Set.of("a\tb", "c\nd", "e\0f", "", "fine.pt")),
            Set.of(),
            Set.of(),
            Set.of());

    assertThat(Inventory.parse(odd.text()).models())
        .containsExactly(Map.entry("loras", Set.of("fine.pt")));
  }

  @Test
  void aNodeWithTooManyFilesIsShownWithFewer() {
    Set<String> many =
        IntStream.range(0, 20_000).mapToObj(i -> "x".repeat(90) + i).collect(Collectors.toSet());
    Inventory huge = new Inventory(Map.of("loras", many), Set.of("KSampler"), Set.of(), Set.of());

    String text = huge.text();

    assertThat(text.length()).isBetween(990_000, Inventory.LONGEST_TEXT);
    assertThat(Inventory.parse(text).nodeClasses()).containsExactly("KSampler");
    assertThat(many).containsAll(Inventory.parse(text).models().get("loras"));
  }
}
