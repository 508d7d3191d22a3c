package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.asset.Input;
import dev.easel.domain.asset.InputFormat;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.asset.InputImages;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputResolverTest {

  private static final Caller ANN = new Caller("ten_ann", "user_ann", "key_ann", "pro", false);

  private BufferedImage mask = filled(0xff000000);
  private final InputResolver resolver = resolver();

  @ParameterizedTest
  @CsvSource({
    "light, ff000000, nothing of it is white",
    "light, ff050505, nothing of it is white",
    "light, 00ffffff, nothing of it is white",
    "dark, ffffffff, nothing of it is black",
    "transparent, ff123456, nothing of it is transparent"
  })
  void aMaskThatMarksNothingIsRefused(String polarity, String colour, String reason) {
    mask = filled(Integer.parseUnsignedInt(colour, 16));

    FailureException refused =
        catchThrowableOfType(
            FailureException.class, () -> resolver.resolve(ANN, request(polarity)));

    assertThat(refused.code()).isEqualTo(FailureCode.INVALID_IMAGE);
    assertThat(refused.fields())
        .containsExactlyEntriesOf(Map.of("mask_image", "marks nothing to repaint: " + reason));
  }

  @ParameterizedTest
  @CsvSource({"light, ffffffff", "dark, ff000000", "transparent, 00000000"})
  void onePixelIsEnough(String polarity, String colour) {
    mask = filled(polarity.equals("dark") ? 0xffffffff : 0xff000000);
    mask.setRGB(3, 3, Integer.parseUnsignedInt(colour, 16));

    assertThat(resolver.resolve(ANN, request(polarity)).mask()).isPresent();
  }

  @Test
  void withoutAMaskNothingIsJudged() {
    GenerationRequest request =
        House.request().operation(Operation.IMAGE_TO_IMAGE).source(wish("init_image"));

    assertThat(resolver.resolve(ANN, request).mask()).isEmpty();
  }

  private static GenerationRequest request(String polarity) {
    return House.request()
        .operation(Operation.INPAINT)
        .source(wish("init_image"))
        .mask(wish("mask_image"))
        .settings("{\"mask\":\"" + polarity + "\"}");
  }

  private static InputWish wish(String field) {
    return InputWish.named(field, "ast_1");
  }

  private InputResolver resolver() {
    InputResolver made = new InputResolver();
    made.images =
        new InputImages() {
          @Override
          public Input resolve(Caller caller, String field, String reference) {
            return new Input(Input.Kind.ASSET, reference, "00", "key", InputFormat.PNG, 8, 8, 99);
          }

          @Override
          public BufferedImage pixels(Input input) {
            return mask;
          }
        };
    return made;
  }

  private static BufferedImage filled(int argb) {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(argb, true));
    graphics.fillRect(0, 0, 8, 8);
    graphics.dispose();
    return image;
  }
}
