package dev.easel.service.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.asset.ImageRole;
import dev.easel.domain.provider.RenderedImage;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Remark;
import dev.easel.domain.vision.Matting;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class CutoutFinishTest {

  private static final int EDGE = 8;

  @Test
  void whatDoesNotBelongToTheSubjectBecomesTransparent() {
    CutoutFinish finish = new CutoutFinish(Finish.NONE, CutoutFinishTest::leftHalf);

    BufferedImage made = finish.image(of(opaque(), "{\"a\":1}")).pixels();

    assertThat(made.getRGB(1, 1)).isEqualTo(Color.RED.getRGB());
    assertThat(made.getRGB(EDGE - 1, 1) >>> 24).isZero();
    assertThat(finish.image(of(opaque(), "{\"a\":1}")).facts()).isEqualTo("{\"a\":1}");
    assertThat(finish.remarks()).isEmpty();
  }

  @Test
  void whatTheModelMadeTransparentItselfIsLeftAlone() {
    BufferedImage own = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_INT_ARGB);
    own.setRGB(3, 3, Color.BLUE.getRGB());
    RenderedImage rendered = of(own, "");

    assertThat(new CutoutFinish(Finish.NONE, CutoutFinishTest::leftHalf).image(rendered))
        .isSameAs(rendered);
  }

  @Test
  void alphaThatLetsNothingThroughIsNoTransparency() {
    BufferedImage own = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_INT_ARGB);
    fill(own);

    BufferedImage made =
        new CutoutFinish(Finish.NONE, CutoutFinishTest::leftHalf).image(of(own, "")).pixels();

    assertThat(made.getRGB(EDGE - 1, 1) >>> 24).isZero();
  }

  @Test
  void aPictureWithoutASubjectStaysWholeAndThatIsTold() {
    CutoutFinish finish = new CutoutFinish(Finish.NONE, CutoutFinishTest::nothing);

    assertThat(finish.image(of(opaque(), "")).pixels().getRGB(1, 1) >>> 24).isEqualTo(255);
    assertThat(finish.remarks()).extracting(Remark::code).containsExactly("background_kept");
  }

  @Test
  void withoutANetworkThePictureStaysWholeAndThatIsToldOnce() {
    CutoutFinish finish = new CutoutFinish(Finish.NONE, CutoutFinishTest::missing);

    assertThat(finish.image(of(opaque(), "")).pixels().getRGB(1, 1) >>> 24).isEqualTo(255);
    finish.image(of(opaque(), ""));
    assertThat(finish.remarks())
        .containsExactly(new Remark("background_kept", "The background was kept: switched off"));
  }

  @Test
  void masksAreNotCut() {
    RenderedImage mask = new RenderedImage(1, 1, opaque(), "", ImageRole.MASK, "");

    assertThat(new CutoutFinish(Finish.NONE, CutoutFinishTest::leftHalf).image(mask))
        .isSameAs(mask);
  }

  private static RenderedImage of(BufferedImage pixels, String facts) {
    return new RenderedImage(0, 1, pixels, "", ImageRole.RESULT, facts);
  }

  private static BufferedImage opaque() {
    BufferedImage image = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_INT_RGB);
    fill(image);
    return image;
  }

  private static void fill(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, EDGE, EDGE);
    graphics.dispose();
  }

  private static BufferedImage leftHalf(BufferedImage source) {
    BufferedImage mask = nothing(source);
    for (int y = 0; y < EDGE; y++) {
      for (int x = 0; x < EDGE / 2; x++) {
        mask.getRaster().setSample(x, y, 0, 255);
      }
    }
    return mask;
  }

  private static BufferedImage nothing(BufferedImage source) {
    return new BufferedImage(source.getWidth(), source.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
  }

  /** As {@link Matting} says. */
  private static BufferedImage missing(BufferedImage source) {
    throw FailureException.of(FailureCode.MODEL_NOT_CONFIGURED, "switched off");
  }
}
