package dev.easel.service.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.asset.ImageRole;
import dev.easel.domain.generation.Reference;
import dev.easel.domain.generation.ReferenceRole;
import dev.easel.domain.provider.RenderedImage;
import dev.easel.domain.shared.Remark;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferenceFinishTest {

  private static final Reference WHOLE = style(1);
  private static final Reference HALF = style(0.5);

  @Test
  void theResultGetsTheColoursOfAStyle() {
    BufferedImage styled = finished(WHOLE, plain(Color.BLUE)).pixels();

    Color made = new Color(styled.getRGB(0, 0));
    assertThat(made.getBlue()).isGreaterThan(2 * made.getRed());
  }

  @Test
  void aWeakerStyleChangesLess() {
    int own = new Color(plain(Color.RED).getRGB(0, 0)).getRed();
    int half = new Color(finished(HALF, plain(Color.BLUE)).pixels().getRGB(0, 0)).getRed();
    int whole = new Color(finished(WHOLE, plain(Color.BLUE)).pixels().getRGB(0, 0)).getRed();

    assertThat(half).isBetween(whole + 1, own - 1);
  }

  @Test
  void aMaskKeepsItsLevels() {
    BufferedImage mask = plain(Color.WHITE);

    RenderedImage finished =
        finish(List.of(WHOLE), plain(Color.BLUE))
            .image(new RenderedImage(0, 0, mask, "", ImageRole.MASK, ""));

    assertThat(finished.pixels()).isSameAs(mask);
  }

  @Test
  void theAnswerSaysWhatBecameOfThem() {
    Reference face = new Reference("img_f_0", ReferenceRole.FACE, 1);

    assertThat(finish(List.of(WHOLE, face), plain(Color.BLUE)).remarks())
        .extracting(Remark::code)
        .containsExactly("style_reference_colors", "reference_unused");
  }

  @Test
  void whatWasDeletedMeanwhileIsUnused() {
    ReferenceFinish finish =
        new ReferenceFinish(List.of(WHOLE), reference -> Optional.empty(), Finish.NONE);
    BufferedImage own = plain(Color.RED);

    assertThat(finish.image(rendered(own)).pixels()).isSameAs(own);
    assertThat(finish.remarks()).extracting(Remark::code).containsExactly("reference_unused");
  }

  private static RenderedImage finished(Reference reference, BufferedImage pixels) {
    return finish(List.of(reference), pixels).image(rendered(plain(Color.RED)));
  }

  private static ReferenceFinish finish(List<Reference> left, BufferedImage pixels) {
    return new ReferenceFinish(left, reference -> Optional.of(pixels), Finish.NONE);
  }

  private static RenderedImage rendered(BufferedImage pixels) {
    return new RenderedImage(0, 0, pixels, "", ImageRole.RESULT, "");
  }

  private static Reference style(double strength) {
    return new Reference("img_s_0", ReferenceRole.STYLE, strength);
  }

  private static BufferedImage plain(Color colour) {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(colour);
    pen.fillRect(0, 0, 8, 8);
    pen.dispose();
    return image;
  }
}
