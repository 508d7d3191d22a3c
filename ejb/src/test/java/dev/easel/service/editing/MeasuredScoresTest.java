package dev.easel.service.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.asset.Scores;
import dev.easel.domain.vision.ContentScore;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeasuredScoresTest {

  private final BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
  private final MeasuredScores scoring = new MeasuredScores();

  @BeforeEach
  void wire() {
    scoring.enabled = true;
    scoring.contents = picture -> new ContentScore(0.1, 0.2, 0.3, 0.15, 0.25);
    scoring.quality = picture -> 12.345678;
  }

  @Test
  void measuresWhatCanBeMeasured() {
    assertThat(scoring.of(image)).isEqualTo(new Scores(0.35, 12.3457));
  }

  @Test
  void whatCannotBeLoadedCostsANumberAndNoImage() {
    scoring.contents =
        picture -> {
          throw new NoClassDefFoundError("natives");
        };
    scoring.quality =
        picture -> {
          throw new IllegalStateException("Shutdown in progress");
        };

    assertThat(scoring.of(image)).isEqualTo(Scores.NONE);
  }

  @Test
  void aPictureTooSmallHasNoQuality() {
    BufferedImage small = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    assertThat(scoring.of(small)).isEqualTo(new Scores(0.35, null));
  }

  @Test
  void switchedOffItMeasuresNothing() {
    scoring.enabled = false;
    assertThat(scoring.of(image)).isEqualTo(Scores.NONE);
  }
}
