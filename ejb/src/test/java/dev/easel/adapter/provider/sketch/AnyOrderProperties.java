package dev.easel.adapter.provider.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.provider.RenderOutcome;
import java.awt.image.BufferedImage;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Whatever is ordered, a picture of the right size comes of it. */
class AnyOrderProperties {

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void everyOrderIsPainted(
      @ForAll("prompts") String prompt,
      @ForAll @IntRange(min = 8, max = 26) int columns,
      @ForAll @IntRange(min = 8, max = 26) int rows,
      @ForAll @LongRange(min = 0) long seed,
      @ForAll @IntRange(min = 1, max = 50) int steps) {
    Orders order = Orders.of(prompt).sized(columns * 8, rows * 8).seeded(seed).refined(steps, 20);

    Orders.Received received = order.paint();

    assertThat(received.outcome).isInstanceOf(RenderOutcome.Completed.class);
    BufferedImage image = received.images.get(0).pixels();
    assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(columns * 8, rows * 8);
  }

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void extremeShapesArePainted(@ForAll("prompts") String prompt, @ForAll boolean upright) {
    Orders order = Orders.of(prompt).sized(upright ? 64 : 1024, upright ? 1024 : 64);

    assertThat(order.paint().outcome).isInstanceOf(RenderOutcome.Completed.class);
  }

  @Provide
  Arbitrary<String> prompts() {
    Arbitrary<String> words =
        Arbitraries.of(
                "sunset",
                "lake",
                "castle",
                "dragon",
                "aurora",
                "watercolor",
                "pixel art",
                "🌙",
                "🦄🌈",
                "no clouds",
                "red",
                "car",
                "headphones",
                "köi",
                "山水",
                "forest",
                "oil",
                "(moon:1.3)",
                "street",
                "rain",
                "whale",
                "office",
                "portrait",
                "--ar 16:9")
            .list()
            .ofMaxSize(7)
            .map(list -> String.join(" ", list));
    Arbitrary<String> noise = Arbitraries.strings().all().ofMaxLength(300);
    Arbitrary<String> endless =
        Arbitraries.of("a lake ", "🐉 ", "x").map(s -> s.repeat(32_000 / s.length()));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(8, words),
        net.jqwik.api.Tuple.of(2, noise),
        net.jqwik.api.Tuple.of(1, endless));
  }
}
