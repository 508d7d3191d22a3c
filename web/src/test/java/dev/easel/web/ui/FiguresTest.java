package dev.easel.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.shared.Credits;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FiguresTest {

  private final Figures figures = new Figures();

  @Test
  void amountsAreReadAtAGlance() {
    assertThat(figures.credits(new Credits(1_234_567_890L))).isEqualTo("1,234.57");
    assertThat(figures.credits(Credits.of(-5))).isEqualTo("\u22125");
    assertThat(figures.usd(Credits.of(1_000_000))).isEqualTo("$20,000.00");
  }

  @Test
  void whatMovedIsExactAndHasItsSign() {
    assertThat(figures.signed(new Credits(1))).isEqualTo("+0.000001");
    assertThat(figures.signed(Credits.of(-2000))).isEqualTo("\u22122,000");
  }

  @Test
  void noLimitIsASign() {
    assertThat(figures.limit(OptionalInt.empty())).isEqualTo("\u221e");
    assertThat(figures.limit(OptionalInt.of(10_000))).isEqualTo("10,000");
  }

  @Test
  void sizesAreInUnitsOneKnows() {
    assertThat(figures.bytes(0)).isEqualTo("0 MiB");
    assertThat(figures.bytes(1)).isEqualTo("1 MiB");
    assertThat(figures.mebibytes(512)).isEqualTo("512 MiB");
    assertThat(figures.mebibytes(1536)).isEqualTo("1.5 GiB");
  }
}
