package dev.easel.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.vision.ContentScorer;
import dev.easel.domain.vision.Damage;
import dev.easel.domain.vision.FaceDetector;
import dev.easel.domain.vision.Inpainting;
import dev.easel.domain.vision.Matting;
import dev.easel.domain.vision.ObjectDetector;
import dev.easel.domain.vision.Progress;
import dev.easel.domain.vision.QualityMeter;
import dev.easel.domain.vision.Restoration;
import dev.easel.domain.vision.Upscaler;
import dev.easel.domain.vision.Upscaling;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Native libraries and networks as the server packs, finds and wires them. */
@ArquillianTest
class VisionIT {

  @Inject Matting matting;
  @Inject Upscaling upscaling;
  @Inject Restoration restoration;
  @Inject FaceDetector faces;
  @Inject ObjectDetector objects;
  @Inject ContentScorer content;
  @Inject QualityMeter quality;
  @Inject Inpainting inpainting;

  @Deployment
  static WebArchive war() {
    return Slices.war();
  }

  @Test
  void theSubjectIsToldFromTheBackground() {
    BufferedImage mask = matting.alpha(ball());

    assertThat(mask.getRaster().getSample(64, 64, 0)).isGreaterThan(200);
    assertThat(mask.getRaster().getSample(3, 3, 0)).isLessThan(50);
  }

  @Test
  void picturesAreEnlargedAndRepaired() {
    assertThat(upscaling.upscale(ball(), Upscaler.GENERAL, 2, Progress.NONE).getWidth())
        .isEqualTo(256);
    assertThat(upscaling.upscale(ball(), Upscaler.LANCZOS, 3, Progress.NONE).getWidth())
        .isEqualTo(384);
    assertThat(restoration.restore(ball(), Damage.JPEG, 1, Progress.NONE).getWidth())
        .isEqualTo(128);
  }

  @Test
  void picturesAreJudged() {
    assertThat(faces.faces(ball())).isEmpty();
    assertThat(objects.objects(ball())).hasSizeLessThan(5);
    assertThat(content.score(ball()).nsfw()).isBetween(0.0, 1.0);
    assertThat(quality.brisque(ball())).isBetween(0.0, 100.0);
  }

  @Test
  void holesAreFilled() {
    BufferedImage mask = new BufferedImage(128, 128, BufferedImage.TYPE_BYTE_GRAY);
    mask.getRaster().setSample(64, 64, 0, 255);
    BufferedImage ball = ball();
    ball.setRGB(64, 64, 0x00ff00);

    assertThat(inpainting.fill(ball, mask).getRGB(64, 64) & 0xffffff).isNotEqualTo(0x00ff00);
  }

  private static BufferedImage ball() {
    BufferedImage ball = new BufferedImage(128, 128, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = ball.createGraphics();
    graphics.setColor(Color.LIGHT_GRAY);
    graphics.fillRect(0, 0, 128, 128);
    graphics.setColor(Color.RED);
    graphics.fillOval(32, 32, 64, 64);
    graphics.dispose();
    return ball;
  }
}
