package dev.easel.domain.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.shared.Ids;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageIdTest {

  private static final String HEX = "0123456789abcdef01234567";

  @Property(tries = 200)
  void readsBackItsOwnText(@ForAll boolean inpainted, @ForAll @IntRange(max = 99) int index) {
    ImageId id = ImageId.of(Ids.random(inpainted ? "inp" : "gen"), index);

    assertThat(ImageId.parse(id.value())).contains(id);
    assertThat(id.value().length()).isLessThanOrEqualTo(48);
  }

  @Test
  void leavesOutTheUsualPrefixOnly() {
    assertThat(ImageId.of("gen_" + HEX, 0)).hasToString("img_" + HEX + "_0");
    assertThat(ImageId.of("inp_" + HEX, 3)).hasToString("img_inp_" + HEX + "_3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "img_",
        "img_" + HEX,
        "img_" + HEX + "_",
        "img_" + HEX + "_00",
        "img_" + HEX + "_100",
        "img_" + HEX + "_-1",
        "img_gen_" + HEX + "_0",
        "img_" + HEX + "_0 ",
        "IMG_" + HEX + "_0",
        "gen_" + HEX
      })
  void takesNoOtherSpelling(String text) {
    assertThat(ImageId.parse(text)).isEmpty();
  }

  @Property
  void isTheOnlyTextOfWhatItReads(@ForAll @StringLength(max = 60) String text) {
    ImageId.parse(text).ifPresent(id -> assertThat(id.value()).isEqualTo(text));
  }
}
