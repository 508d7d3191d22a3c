package dev.easel.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SizeTest {

  @Property
  void readsBackItsOwnText(
      @ForAll @IntRange(min = 1, max = 99_999) int width,
      @ForAll @IntRange(min = 1, max = 99_999) int height) {
    Size size = new Size(width, height);

    assertThat(Size.parse(size.toString())).contains(size);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1024x768", "1024X768", "1024×768", " 1024x768 "})
  void takesTheUsualSpellings(String text) {
    assertThat(Size.parse(text)).contains(new Size(1024, 768));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "auto",
        "1024",
        "x",
        "1024x",
        "x768",
        "0x768",
        "1024x0",
        "-1x5",
        "01x5",
        "1e3x5",
        "1024 x 768",
        "1024x768x3",
        "100000x1",
        "99999999999x1",
        "1024.0x768",
        "１０２４x768"
      })
  void takesNothingElse(String text) {
    assertThat(Size.parse(text)).isEmpty();
  }

  @Property
  void neverFailsOnNoise(@ForAll String noise) {
    Size.parse(noise).ifPresent(size -> assertThat(size.width()).isPositive());
  }
}
