package dev.easel.service.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.asset.ImageRole;
import dev.easel.domain.provider.RenderedImage;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class UpscaleFinishTest {

  private final UpscaleFinish finish = new UpscaleFinish(10, 20);
  private final BufferedImage made = new BufferedImage(40, 80, BufferedImage.TYPE_INT_RGB);

  @Test
  void tellsOfAnImageThatANodeEnlargedWhatIsKnown() {
    String facts = finish.image(new RenderedImage(0, 1, made, "")).facts();

    assertThat(facts)
        .contains("\"original_dimensions\":{\"width\":10,\"height\":20}")
        .contains("\"upscaled_dimensions\":{\"width\":40,\"height\":80}")
        .contains("\"faces_detected\":null");
  }

  @Test
  void leavesWhatTheServersOwnToolTells() {
    RenderedImage told = new RenderedImage(0, 1, made, "", ImageRole.RESULT, "{\"own\":1}");

    assertThat(finish.image(told)).isSameAs(told);
  }
}
